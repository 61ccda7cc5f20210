import Archive
import Embargo
import Model
import PublishingCalendar
import TestSupport
import Testing

@Suite struct `The timeline of a letter` {
  private static let letter = """
    area: leeds
    programme: jtai
    guidance: jtai
    fieldwork: {start: 2024-04-01, end: 2024-04-05}
    release: 2024-05-20
    """

  private static func content(_ lines: String = "") throws -> Content {
    try Content {
      File(
        "programmes.yml",
        """
        - id: jtai
          name: Joint targeted area inspections
          timetables:
            - from: 2016-01-13
              milestones:
                final-letter: {after: fieldwork-end, working-days: 31}
                publication: {after: fieldwork-end, working-days: 34, public: true}
                complaints-close: {after: publication, working-days: 5, public: true}

        """)
      Document(
        "guidance/jtai.md",
        """
        release: 2024-06-01
        in-force: 2024-01-01
        timetable:
          publication: {after: fieldwork-end, working-days: 34, public: true}
          complaints-close: {after: publication, working-days: 10, public: true}
        """)
      Document("letters/leeds-2024.md", Self.letter + "\n" + lines)
    }
  }

  private func timeline(_ content: Content, at instant: Instant) async throws -> [String]? {
    let archive = try await content.archive()
    let published = archive.published(at: instant)
    let document = try #require(published.document(DocumentID(.letters, "leeds-2024")))
    return published.timeline(of: document.current.edition, in: document)?.entries.map {
      "\($0.milestone) \($0.day.day)"
    }
  }

  @Test func `goes by guidance that is public, else by the programme`() async throws {
    let content = try Self.content()
    #expect(
      try await timeline(content, at: "2024-05-31") == [
        "publication 2024-05-20", "complaints-close 2024-05-28",
      ])
    #expect(
      try await timeline(content, at: "2024-06-01") == [
        "publication 2024-05-20", "complaints-close 2024-06-04",
      ])
  }

  @Test func `takes the days that the letter records and states`() async throws {
    let content = try Self.content("milestones: {publication: 2024-05-21, final-letter: 2024-05-13}")
    #expect(
      try await timeline(content, at: "2024-06-01") == [
        "publication 2024-05-21", "complaints-close 2024-06-05",
      ])
  }

  @Test func `is none where no timetable is public`() async throws {
    let content = try Self.content()
    try content.write(File("programmes.yml", "- {id: jtai, name: x}\n"))
    #expect(try await timeline(content, at: "2024-05-31") == nil)
  }

  @Test func `is the same in the part of an inspectorate that the guidance does not name`() async throws {
    let content = try Self.content("inspectorates: [ofsted]")
    let published = try await content.archive().published(at: "2024-06-01")
    let part = published.part(of: "ofsted", titled: "Ofsted")
    #expect(part.documents.map(\.id.description) == ["letters/leeds-2024"])
    let document = try #require(part.documents.first)
    let timeline = try #require(part.timeline(of: document.current.edition, in: document))
    #expect(timeline == published.timeline(of: document.current.edition, in: document))
    #expect(timeline.entries.map(\.day.day.description) == ["2024-05-20", "2024-06-04"])
  }
}
