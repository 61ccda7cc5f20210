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
    try await transfer(site, sharingWith: state.current)
    // Every file is read once more over there.
    try await run(
      .release(site.manifest(), in: address.folder, from: state, keeping: site.kept), with: ssh,
      within: .seconds(3600))
    return true
  }

  /// Brings the tree into the staging folder; what the current release has is linked from there.
  ///
  /// Bytes decide what has changed, not sizes and times: a page may change within a second and keep its size.
  private func transfer(_ site: ReleasedSite, sharingWith current: String?) async throws {
    var arguments = [
      "--recursive", "--times", "--omit-dir-times", "--perms", "--chmod=D755,F644", "--hard-links",
      "--checksum",
      "--delete", "--protect-args", "--timeout=300",
      "--rsh=" + (["ssh"] + Self.options).joined(separator: " "),
    ]
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
