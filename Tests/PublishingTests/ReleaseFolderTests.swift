import Escaping
import FileSystem
import Publishing
import PublishingCalendar
import TestSupport
import Testing

@Suite struct `The folder of a public site` {
  private let place: TemporaryFolder

  init() throws {
    place = try TemporaryFolder()
  }

  private func open() throws -> ReleaseFolder { try ReleaseFolder(at: place.path("site")) }

  /// Releases a site of one page, whose record names documents as published.
  @discardableResult
  private func release(_ page: String, showing documents: [String] = [], removing removed: [String] = [])
    throws
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

  @Test func `leads back to the release before, also after a rollback`() throws {
    let first = try release("one")
    #expect(try open().previous == nil)
    let second = try release("two")
    #expect(try open().previous == first)
    let folder = try open()
    try folder.swap(
      to: folder.ledger.next(.rollback, release: first, planned: "2024-02-02T09:30:00Z"),
      now: { "2024-02-02T09:30:00Z" })
    #expect(try folder.current == first)
    #expect(try folder.previous == second)
  }

  @Test func `leads back to the release before, also where a process ended just before a swap`() throws {
    let first = try release("one")
    let second = try release("two")
    try FileSystem.remove(place.path("site/previous"))
    try place.link("site/previous", to: "releases/" + second)
    #expect(try open().previous == first)
  }

  @Test func `leads nowhere where the release before is not kept`() throws {
    try release("one")
    try release("two")
    let folder = try open()
    try folder.prune(keep: 0)
    #expect(try folder.previous == nil)
    #expect(FileSystem.kind(of: place.path("site/previous")) == nil)
  }

  @Test func `keeps no release with a removed text, also where a process ended before it was deleted`() throws
  {
    let first = try release("one", showing: ["letters/gone", "letters/other"])
    let second = try release("two", showing: ["letters/gone", "letters/other", "letters/third"])
    let kept = try place.text("site/releases/\(first)/record.json")
    let manifest = try place.text("site/manifests/\(first)")
    let third = try release("three", showing: ["letters/other"], removing: ["letters/gone"])
    let folder = try open()
    #expect(!folder.has(first) && !folder.has(second) && folder.has(third))
    #expect(try folder.previous == nil)
    _ = consume folder
    try place.write(try #require(kept), to: "site/releases/\(first)/record.json")
    try place.write(try #require(manifest), to: "site/manifests/\(first)")
    try place.link("site/previous", to: "releases/" + first)
    let mended = try open()
    #expect(!mended.has(first))
    #expect(try mended.previous == nil)
  }
}
