/// A place beyond this machine that shows what a release folder shows.
///
/// What it shows is found by asking it; nothing here remembers it. So it is brought to what the folder shows from
/// wherever an earlier run left it, one that was killed too.
package protocol Remote: Sendable {
  /// How it is written after `--to`.
  var name: String { get }

  /// Lets its readers see the site, and nothing that the folder does not keep; false where they do already.
  ///
  /// It fails where the remote says nothing for about a minute.
  func show(_ site: ReleasedSite) async throws -> Bool
}

extension ReleaseTarget {
  /// The remote at a target that is no folder.
  package var remote: (any Remote)? {
    switch self {
    case .folder: nil
    case .ssh(let address): SSHRemote(address)
    case .objectStore(let address): ObjectStoreRemote(address)
    }
  }
}

/// Why a remote cannot show a site, besides what the programs that reach it say.
enum RemoteError: Error, CustomStringConvertible {
  case notOurs(String, found: String)
  case unclear(String)
  case unprovable(String)
  case altered(String)

  var description: String {
    switch self {
    case .notOurs(let name, let found):
      "\(name) holds what findings publish did not make (\(found)); name a place that is empty or not there"
    case .unclear(let said): "the shell of the remote says what no program asked for: \(said)"
    case .unprovable(let name):
      "\(name) keeps no digests of its objects, so that nothing could be proven there"
    case .altered(let name):
      "what arrived at \(name) is not on its disk as it was sent, twice; look at the disk"
    }
  }
}
