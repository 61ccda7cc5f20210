import FileSystem
import Publishing
import PublishingCalendar
import TestSupport
import Testing

@Suite struct `The folder of a public site` {
  private let site: SmallSite

  init() throws {
    site = try SmallSite()
  }

  @Test func `leads back to the release before, also after a rollback`() throws {
    let first = try site.release("one")
    #expect(try site.open().previous == nil)
    let second = try site.release("two")
    #expect(try site.open().previous == first)
    let folder = try site.open()
    try folder.swap(
      to: folder.ledger.next(.rollback, release: first, planned: "2024-02-02T09:30:00Z"),
      now: { "2024-02-02T09:30:00Z" })
    #expect(try folder.current == first)
    #expect(try folder.previous == second)
  }

  @Test func `leads back to the release before, also where a process ended just before a swap`() throws {
    let first = try site.release("one")
    let second = try site.release("two")
    try FileSystem.remove(site.place.path("site/previous"))
    try site.place.link("site/previous", to: "releases/" + second)
    #expect(try site.open().previous == first)
  }

  @Test func `leads nowhere where the release before is not kept`() throws {
    try site.release("one")
    try site.release("two")
    let folder = try site.open()
    try folder.prune(keep: 0)
    #expect(try folder.previous == nil)
    #expect(FileSystem.kind(of: site.place.path("site/previous")) == nil)
  }

  @Test func `keeps no release with a removed text, also where a process ended before it was deleted`() throws
  {
    let first = try site.release("one", showing: ["letters/gone", "letters/other"])
    let second = try site.release("two", showing: ["letters/gone", "letters/other", "letters/third"])
    let kept = try site.place.text("site/releases/\(first)/record.json")
    let manifest = try site.place.text("site/manifests/\(first)")
    let third = try site.release("three", showing: ["letters/other"], removing: ["letters/gone"])
    let folder = try site.open()
    #expect(!folder.has(first) && !folder.has(second) && folder.has(third))
    #expect(try folder.previous == nil)
    _ = consume folder
    try site.place.write(try #require(kept), to: "site/releases/\(first)/record.json")
    try site.place.write(try #require(manifest), to: "site/manifests/\(first)")
    try site.place.link("site/previous", to: "releases/" + first)
    let mended = try site.open()
    #expect(!mended.has(first))
    #expect(try mended.previous == nil)
  }
}
