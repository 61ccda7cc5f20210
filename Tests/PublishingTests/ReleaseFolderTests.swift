import FileSystem
import Glibc
import Publishing
import PublishingCalendar
import TestSupport
import Testing

@Suite struct `The folder of a public site` {
  private let site: SmallSite

  init() throws {
    site = try SmallSite()
  }

  @Test func `leads back to the release before, also after a rollback`() async throws {
    let first = try await site.release("one")
    #expect(try site.open().previous == nil)
    let second = try await site.release("two")
    #expect(try site.open().previous == first)
    let folder = try site.open()
    try folder.show(
      folder.ledger.next(.rollback, release: first, planned: "2024-02-02T09:30:00Z"),
      now: { "2024-02-02T09:30:00Z" })
    #expect(try folder.current == first)
    #expect(try folder.previous == second)
  }

  @Test func `leads back to the release before, also where a process ended just before a swap`() async throws
  {
    let first = try await site.release("one")
    let second = try await site.release("two")
    try FileSystem.remove(site.place.path("site/previous"))
    try site.place.link("site/previous", to: "releases/" + second)
    #expect(try site.open().previous == first)
  }

  @Test func `shows nothing of a release that is prepared, and needs two renames to show it`() async throws {
    let first = try await site.release("one")
    let folder = try site.open()
    let work = try folder.makeWorkFolder()
    #expect(try site.isPrivate("work"))
    let second = try await site.stage("two", in: folder)
    #expect(FileSystem.kind(of: work) == nil)
    let entry = folder.ledger.next(.release, release: second, planned: "2024-02-02T09:30:00Z")
    try folder.arm(entry)
    #expect(try site.names() == Self.armedNames)
    for name in ["staging", "pending.json", "manifests/" + second] {
      #expect(try site.isPrivate(name), "\(name)")
    }
    #expect(!folder.has(second))
    #expect(try folder.current == first && folder.previous == first)
    try folder.show(entry, now: { "2024-02-02T09:30:00Z" })
    #expect(try folder.current == second && folder.previous == first)
    #expect(try !site.isPrivate("manifests/" + second))
    #expect(try site.names() == ["current", "ledger.jsonl", "manifests", "previous", "releases"])
  }

  private static let armedNames = [
    "current", "ledger.jsonl", "manifests", "next-link", "pending.json", "previous", "releases", "staging",
  ]

  @Test func `forgets a release that was prepared and is left`() async throws {
    let first = try await site.release("one")
    let second = try await site.release("two")
    let folder = try site.open()
    let third = try await site.stage("three", in: folder)
    try folder.arm(folder.ledger.next(.release, release: third, planned: "2024-02-02T09:30:00Z"))
    #expect(try folder.previous == second)
    try folder.unstage()
    #expect(try folder.previous == first)
    #expect(try site.names() == ["copy", "current", "ledger.jsonl", "manifests", "previous", "releases"])
    #expect(try site.isPrivate("copy") && site.place.text("site/copy/\(second)/index.html") == "two")
    #expect(try FileSystem.entries(of: site.place.path("site/manifests")).count == 2)
  }

  @Test func `prepares a release anew where the ledger has gone on`() async throws {
    let first = try await site.release("one")
    let folder = try site.open()
    let second = try await site.stage("two", in: folder)
    try folder.arm(folder.ledger.next(.release, release: second, planned: "2024-02-03T09:30:00Z"))
    try folder.note(folder.ledger.next(.passing, release: first, planned: "2024-02-02T09:30:00Z"))
    try folder.show(
      folder.ledger.next(.release, release: second, planned: "2024-02-03T09:30:00Z"),
      now: { "2024-02-03T09:30:00Z" })
    #expect(folder.ledger.entries.map(\.sequence) == [1, 2, 3])
    #expect(try Ledger(at: site.place.path("site/ledger.jsonl")).history.release == second)
  }

  @Test func `knows when a release was shown, also where a process ended just after`() async throws {
    try await site.release("one")
    let folder = try site.open()
    let second = try await site.stage("two", in: folder)
    try folder.arm(folder.ledger.next(.release, release: second, planned: "2024-02-02T09:30:00Z"))
    let armed = SystemClock().now
    usleep(30_000)
    let (before, path) = (SystemClock().now, site.place.path("site"))
    try FileSystem.rename(path + "/staging/tree", to: path + "/releases/" + second)
    try FileSystem.rename(path + "/next-link", to: path + "/current")
    _ = consume folder
    let actual = try #require(try site.open().ledger.entries.last?.actual)
    // The clock of a file system stands still for some milliseconds.
    #expect(armed < actual && before.milliseconds - actual.milliseconds < 20)
  }

  @Test func `leads nowhere where the release before is not kept`() async throws {
    try await site.release("one")
    try await site.release("two")
    let folder = try site.open()
    try folder.prune(keep: 0)
    #expect(try folder.previous == nil)
    #expect(FileSystem.kind(of: site.place.path("site/previous")) == nil)
  }

  @Test func `keeps no release with a removed text, also where a process ended before it was deleted`()
    async throws
  {
    let first = try await site.release("one", showing: ["letters/gone", "letters/other"])
    let second = try await site.release("two", showing: ["letters/gone", "letters/other", "letters/third"])
    let kept = try site.place.text("site/releases/\(first)/record.json")
    let manifest = try site.place.text("site/manifests/\(first)")
    let third = try await site.release("three", showing: ["letters/other"], removing: ["letters/gone"])
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
