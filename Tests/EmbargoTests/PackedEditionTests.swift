import Archive
import Embargo
import Model
import PublishingCalendar
import TestSupport
import Testing

@Suite struct `A packed edition` {
  private let instant: Instant = "2024-02-01"

  private func packed(_ content: Content, edition number: Int = 1) async throws -> PackedEdition {
    let archive = try await content.archive()
    let document = try #require(archive.documents.first { $0.id.slug == "salford" })
    let edition = try #require(document.editions.first { $0.id.number == number })
    return archive.packed(edition, of: document, at: instant)
  }

  private func content() throws -> Content {
    try Content {
      Document("letters/salford.md", "release: 2024-03-12\narea: salford\nthemes: [neglect]")
      Document("letters/leeds.md", "release: 2024-01-12\narea: leeds")
      Document("letters/york.md", "release: 2024-03-12\nthemes: [domestic-abuse]")
    }
  }

  @Test func `stands among what is public, and brings the entries of lists that it names`() async throws {
    let packed = try await packed(content())
    #expect(packed.archive.documents.map(\.id.slug) == ["leeds", "salford"])
    #expect(packed.archive.lists.themes.map(\.id) == ["neglect"])
    #expect(packed.archive.lists.areas.map(\.id).contains("salford"))
    #expect(packed.archive.isPacked)
    #expect(packed.release == "2024-03-12")
  }

  @Test func `says which pages readers find without it`() async throws {
    let packed = try await packed(content())
    #expect(packed.isReadable("/letters/leeds/"))
    #expect(packed.isReadable("/areas/leeds/#_letters"))
    for path in ["/letters/salford/", "/letters/york/", "/areas/salford/", "/themes/neglect/"] {
      #expect(!packed.isReadable(path), "\(path)")
    }
  }

  @Test func `shows the editions that readers know, and itself as the latest`() async throws {
    let content = try Content {
      Document("letters/salford/edition-1.md", "release: 2024-01-12")
      Document("letters/salford/edition-2.md", "release: 2024-03-12")
      Document("letters/salford/edition-3.md")
    }
    #expect(try await packed(content, edition: 2).document.editions.map(\.edition.id.number) == [1, 2])
    let draft = try await packed(content, edition: 3)
    #expect(draft.document.editions.map(\.edition.id.number) == [1, 3])
    #expect(draft.shown.edition.id.number == 3 && draft.release == nil)
  }

  @Test func `changes nothing of what is public`() async throws {
    let content = try content()
    _ = try await packed(content)
    let published = try await content.published(at: instant)
    #expect(published.documents.map(\.id.slug) == ["leeds"])
    #expect(!published.isPacked && !published.part(of: "cqc", titled: "x").isPacked)
  }
}
