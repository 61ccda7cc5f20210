import FileSystem

/// What stands where in the folder of a public site.
///
///     current -> releases/ID    what readers see
///     previous -> releases/ID   what they saw before, for files that an open page still wants
///     releases/ID/              a tree, never modified
///     manifests/ID              its files and their digests
///     ledger.jsonl              what happened
///     pending.json              the entry of a release that is about to be shown
///     staging/tree/             the next tree; nobody else may look into `staging`
///     staging/records           what its letters leave besides those that are in `kept`
///     staging/copy/             what is being made the copy of what readers see
///     copy/ID/                  that copy, with which the next tree begins
///     kept/                     what the letters of a release left, for the next one; nobody else may look into it
///     work/                     what is needed while it is proven; nobody else may look into it either
///     remotes/                  a file for each remote, which is locked while it is changed
///     next-link                 a link that has its name yet to come
struct ReleaseLayout: Sendable {
  let path: String

  var releases: String { path + "/releases" }
  var manifests: String { path + "/manifests" }
  var ledger: String { path + "/ledger.jsonl" }
  var pending: String { path + "/pending.json" }
  var staging: String { path + "/staging" }
  var stagedTree: String { staging + "/tree" }
  var stagedRecords: String { staging + "/records" }
  var stagedCopy: String { staging + "/copy" }
  var copy: String { path + "/copy" }
  var kept: String { path + "/kept" }
  var work: String { path + "/work" }
  private var freshLink: String { path + "/next-link" }

  private static let names: Set<String> = [
    "current", "previous", "releases", "manifests", "ledger.jsonl", "pending.json", "staging", "copy",
    "kept", "work", "next-link", "remotes",
  ]

  /// What may be there before the first release.
  private static let namesBeforeLedger: Set<String> = ["releases", "manifests", "staging", "kept", "work"]

  /// An error where the folder holds what we did not make.
  func checkOurs() throws {
    let entries = try FileSystem.entries(of: path)
    let hasLedger = entries.contains { $0.name == "ledger.jsonl" || $0.name == "pending.json" }
    let isNew = entries.allSatisfy { Self.namesBeforeLedger.contains($0.name) }
    guard isNew || hasLedger, entries.allSatisfy({ Self.names.contains($0.name) }) else {
      throw ReleaseError.notOurs(path)
    }
  }

  /// Whether a tree is one of the releases of a public site.
  static func holds(_ tree: String) -> Bool {
    let (releases, _) = FileSystem.split(tree)
    let (site, name) = FileSystem.split(releases)
    return name == "releases" && FileSystem.kind(of: site + "/ledger.jsonl") != nil
  }

  // MARK: Releases

  /// Where the tree of a release is.
  func tree(of release: String) -> String { releases + "/" + release }

  /// Where the manifest of a release is.
  func manifest(of release: String) -> String { manifests + "/" + release }

  /// Whether the tree of a release is there.
  func has(_ release: String) -> Bool { FileSystem.kind(of: tree(of: release)) == .folder }

  // MARK: Links

  /// The links by which readers reach releases.
  enum Link: String { case current, previous }

  func path(of link: Link) -> String { path + "/" + link.rawValue }

  /// The release that a link leads to, nil where there is no such link.
  func release(at link: Link) throws -> String? {
    guard let target = try FileSystem.target(ofLink: path(of: link)) else { return nil }
    guard target.hasPrefix("releases/") else { throw ReleaseError.notOurs(path(of: link)) }
    return String(target.dropFirst("releases/".count))
  }

  /// Lets a link lead to a release in one step, or takes it away.
  func lead(_ link: Link, to release: String?) throws {
    guard let release else { return try FileSystem.remove(path(of: link)) }
    try makeFreshLink(to: release)
    try nameFreshLink(link)
  }

  /// Makes a link to a release that has no name yet.
  func makeFreshLink(to release: String) throws {
    try removeFreshLink()
    try FileSystem.makeLink(freshLink, to: "releases/" + release)
  }

  /// Puts that link in the place of another in one step.
  func nameFreshLink(_ link: Link) throws { try FileSystem.rename(freshLink, to: path(of: link)) }

  /// Removes a link that never got its name.
  func removeFreshLink() throws { try FileSystem.remove(freshLink) }
}
