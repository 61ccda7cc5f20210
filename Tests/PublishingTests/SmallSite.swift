import Escaping
import Publishing
import TestSupport

/// A release folder for sites of one page, in a folder of its own.
struct SmallSite {
  let place: TemporaryFolder

  init() throws {
    place = try TemporaryFolder()
  }

  func open() throws -> ReleaseFolder { try ReleaseFolder(at: place.path("site")) }

  /// Releases a page, beside a record that names documents as public and as removed; gives the name of the release.
  @discardableResult
  func release(_ page: String, showing documents: [String] = [], removing removed: [String] = []) throws
    -> String
  {
    let folder = try open()
    let tree = try folder.stage()
    let editions = documents.map {
      #"{"document":"\#($0)","edition":1,"release":"2024-01-10T09:30:00Z","digest":"0"}"#
    }
    let removals = removed.map { #"{"document":"\#($0)"}"# }
    let record = """
      {"format":"findings-record-1","editions":[\(editions.joined(separator: ","))],\
      "removed":[\(removals.joined(separator: ","))]}
      """
    try tree.write([Bytes(page.utf8)], to: "index.html")
    try tree.write([Bytes(record.utf8)], to: "record.json")
    let manifest = try tree.manifest()
    var entry = folder.ledger.next(.release, release: manifest.id, planned: "2024-02-01T09:30:00Z")
    entry.removed = removed
    try folder.release(manifest, as: entry, now: { "2024-02-01T09:30:00Z" })
    return manifest.id
  }
}
