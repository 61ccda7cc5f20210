import Escaping
import FileSystem
import Foundation
import Publishing
import TestSupport

/// A release folder for sites of one page, in a folder of its own.
struct SmallSite {
  let place: TemporaryFolder

  init() throws {
    place = try TemporaryFolder()
  }

  func open() throws -> ReleaseFolder { try ReleaseFolder(at: place.path("site")) }

  /// The names of what is in the folder.
  func names() throws -> [String] { try FileSystem.entries(of: place.path("site")).map(\.name) }

  /// Whether only this user can read something in the folder.
  func isPrivate(_ name: String) throws -> Bool {
    let attributes = try FileManager.default.attributesOfItem(atPath: place.path("site/" + name))
    return (attributes[.posixPermissions] as? Int).map { $0 & 0o077 == 0 } ?? false
  }

  /// Stages a page in an open folder; gives the name of its release.
  func stage(_ page: String, in folder: ReleaseFolder) async throws -> String {
    let tree = try folder.stage()
    try tree.write([Bytes(page.utf8)], to: "index.html")
    let manifest = try await tree.finish(jobs: 1)
    try folder.finishStaging(manifest)
    return manifest.id
  }

  /// Releases a page, beside a record that names documents as public and as removed; gives the name of the release.
  @discardableResult
  func release(_ page: String, showing documents: [String] = [], removing removed: [String] = []) async throws
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
    let manifest = try await tree.finish(jobs: 1)
    var entry = folder.ledger.next(.release, release: manifest.id, planned: "2024-02-01T09:30:00Z")
    entry.removed = removed
    try folder.finishStaging(manifest)
    try folder.show(entry, now: { "2024-02-01T09:30:00Z" })
    return manifest.id
  }
}
