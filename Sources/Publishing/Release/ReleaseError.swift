/// Why a folder cannot be published to.
package enum ReleaseError: Error, CustomStringConvertible {
  case notOurs(String)
  case onNetwork(String)
  case busy(String)
  case badManifest(String)
  case ledgerIsBehind(String, String)

  package var description: String {
    switch self {
    case .notOurs(let path):
      "\(path) holds what findings publish did not make; give a folder that is empty or not there with --to"
    case .onNetwork(let path):
      "\(path) is on a network file system, where locks and renames prove nothing; publish to a local disk"
    case .busy(let path): "another process is publishing to \(path); wait for it to end"
    case .ledgerIsBehind(let path, let release):
      "\(path)/ledger.jsonl does not end with release \(release), which readers see; lines of it are missing, or it "
        + "is an old copy: put the whole ledger back"
    case .badManifest(let path):
      "\(path) is not the list of files that its name says; the release cannot be trusted"
    }
  }
}
