/// A folder on another machine that readers are served from, as the release folder is here.
///
/// The tree of a release arrives beside those that are shown, shares with the current one what has not changed, is
/// proven there by its manifest, and then one rename puts it before readers.
struct SSHRemote: Remote {
  private let address: SSHAddress

  /// Never asks for anything, and gives up a connection on which nothing comes.
  private static let options = [
    "-T", "-o", "BatchMode=yes", "-o", "ConnectTimeout=15", "-o", "ServerAliveInterval=10", "-o",
    "ServerAliveCountMax=3",
  ]

  init(_ address: SSHAddress) {
    self.address = address
  }

  var name: String { address.description }

  func show(_ site: ReleasedSite) async throws -> Bool {
    let ssh = try site.program("ssh", on: name)
    let state = try FarFolder(
      await run(.look(in: address.folder, staging: site.release), with: ssh, within: .seconds(60)))
    if let stranger = state.stranger { throw RemoteError.notOurs(name, found: stranger) }
    if state.current == site.release {
      if !state.releases.isSubset(of: site.kept) {
        try await run(
          .prune(address.folder, from: state, keeping: site.kept), with: ssh, within: .seconds(600))
      }
      return false
    }
    let release = try ShellScript.release(
      site.manifest(), in: address.folder, from: state, keeping: site.kept)
    for comparison in Comparison.allCases {
      try await transfer(site, sharingWith: state.current, comparing: comparison)
      // Every file is read once more over there.
      let said = try await run(release, with: ssh, within: .seconds(3600))
      if said != ShellScript.unproven { return true }
    }
    throw RemoteError.altered(name)
  }

  /// By what a file is taken to be the same over there.
  private enum Comparison: CaseIterable {
    /// Which is fast, and wrong where a page changed within a second and kept its size, or a disk did it harm.
    case sizeAndTime
    /// For a tree that was not proven: every file is read on both sides.
    case bytes
  }

  /// Brings the tree into the staging folder; what the current release has is linked from there.
  private func transfer(
    _ site: ReleasedSite, sharingWith current: String?, comparing comparison: Comparison
  ) async throws {
    var arguments = [
      "--recursive", "--times", "--omit-dir-times", "--perms", "--chmod=D755,F644", "--hard-links",
      "--delete", "--protect-args", "--timeout=300",
      "--rsh=" + (["ssh"] + Self.options).joined(separator: " "),
    ]
    if comparison == .bytes { arguments.append("--checksum") }
    if let current { arguments.append("--link-dest=../releases/" + current) }
    arguments += ["--", site.tree + "/", "\(address.host):\(address.folder)/staging/"]
    try await site.program("rsync", on: name).succeed(arguments)
  }

  @discardableResult
  private func run(
    _ script: ShellScript, with ssh: RemoteProgram, within patience: Duration
  ) async throws -> [UInt8] {
    try await ssh.succeed(
      Self.options + ["--", address.host, "sh", "-s"], input: script.bytes, within: patience)
  }
}
