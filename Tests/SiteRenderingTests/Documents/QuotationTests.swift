import TestSupport
import Testing

@Suite struct `The parts of a text` {
  private static func page(_ collection: String, _ text: String, keys: String = "") async throws -> Page {
    try await BuiltSite.of {
      Document("\(collection)/a.md", "release: 2024-01-01\n" + keys, text: text)
    }.page("/\(collection)/a/")
  }

  @Test(arguments: ["—", "–", "―"])
  func `that are quoted name who said them`(dash: String) async throws {
    let page = try await Self.page(
      "announcements", "> We agree.\n>\n> \(dash) A. Director, Ofsted\n\nText.\n\n> And so\n>\n> do we.\n")
    #expect(try page.texts("//blockquote[@class='quotation']/p[1]") == ["We agree."])
    #expect(try page.texts("//p[@class='attribution']") == ["\(dash) A. Director, Ofsted"])
    #expect(try page.texts("//blockquote[not(@class)]") == ["And so do we."])
  }

  @Test func `that are a line with a dash alone are only a quotation`() async throws {
    let page = try await Self.page("announcements", "> — Nobody\n")
    #expect(try page.texts("//blockquote[not(@class)]/p[not(@class)]") == ["— Nobody"])
  }

  @Test func `for editors are set off in an announcement up to the next heading`() async throws {
    let text = """
      ## What is new

      - Much

      ## Notes to Editors

      1. One
      2. Two

      ### The press office

      > **Note:** It is open.

      | A | B |
      | - | - |
      | 1 | 2 |

      ## After that

      Words.

      """
    let page = try await Self.page("announcements", text)
    #expect(try page.texts("//h2[@class='editors']") == ["Notes to Editors"])
    #expect(try page.texts("//ol[@class='editors-note']/li") == ["One", "Two"])
    #expect(
      try page.texts("//h3[@class='editors-note'] | //table[@class='editors-note']//td") == [
        "The press office", "1", "2",
      ])
    #expect(
      try page.texts("//div[@class='body']/*[not(@class)]") == [
        "What is new", "Much", "After that", "Words.",
      ])
    #expect(try !(await Self.page("guidance", text)).has("//*[@class='editors']"))
  }

  @Test func `that define criteria are tables of their own kind`() async throws {
    let page = try await Self.page(
      "guidance",
      "| EC | Subject | What |\n| - | - | - |\n| EC1 | A | B |\n\n| X | Y |\n| - | - |\n| 1 | 2 |\n")
    #expect(try page.texts("//table[@class='criteria']//td") == ["EC1", "A", "B"])
    #expect(try page.texts("//table[not(@class)]//td") == ["1", "2"])
  }
}
