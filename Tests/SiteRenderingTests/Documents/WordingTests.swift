import TestSupport
import Testing

@Suite struct `The wording of a document` {
  struct Words: Sendable, CustomTestStringConvertible {
    let wording: String
    let short: String
    let long: String
    var collection = "letters"

    var testDescription: String { wording + " in " + collection }
  }

  private static let all = [
    Words(
      wording: "official", short: "Official text",
      long: "These are the inspectorates’ own words, as they published them."),
    Words(
      wording: "summary", short: "Our summary",
      long: "These are our words about the official text, not the inspectorates’ own."),
    Words(
      wording: "facts", short: "Facts only",
      long:
        "This page records the facts of the inspection. What the inspectors found is in the official letter."),
    Words(
      wording: "facts", short: "Facts only",
      long: "This page records the facts about the document. What it says is in the official text.",
      collection: "guidance"),
  ]

  private func site(_ words: Words) async throws -> BuiltSite {
    try await BuiltSite.of {
      Document(
        "\(words.collection)/a.md",
        "release: 2024-03-12\nwording: \(words.wording)\nthemes: [neglect]\nsummary: In short.\n"
          + "source: {name: The letter, url: \"https://www.example.org/letter.pdf\"}")
      Document("\(words.collection)/b.md", "release: 2024-03-11\nthemes: [neglect]")
    }
  }

  @Test(arguments: all) func `is said on its page, beside the way to the official text`(words: Words)
    async throws
  {
    let page = try await site(words).page("/\(words.collection)/a/")
    let place = "//div[@class='wording wording-\(words.wording)']"
    #expect(try page.text("\(place)/p[1]") == "\(words.short). \(words.long)")
    #expect(try page.text("\(place)/p[2]") == "Read the official text: The letter")
    #expect(try page.text("\(place)//a/@href") == "https://www.example.org/letter.pdf")
  }

  @Test(arguments: all) func `is said in every list where it is not official`(words: Words) async throws {
    let site = try await site(words)
    let expected = words.wording == "official" ? ["Neglect"] : ["Neglect", words.short]
    let item = "//ol[@class='items']/li[div/a/@href='/\(words.collection)/a/']//span/span"
    #expect(try site.page("/\(words.collection)/").texts(item) == expected)
    let kind = words.collection == "letters" ? [] : ["Guidance"]
    #expect(try site.page("/themes/neglect/").texts(item) == kind + expected.dropFirst())
    guard words.collection == "letters" else { return }
    #expect(try site.page("/letters/b/").texts(item) == Array(expected.dropFirst()))
    #expect(
      try site.page("/").texts("//ol[@class='latest']/li[1]/p[1]/*") == ["12 March 2024"] + expected)
  }

  @Test(arguments: all) func `is said in feeds`(words: Words) async throws {
    let site = try await site(words)
    for path in ["feed.xml", "themes/neglect/feed.xml"] {
      let entry = try site.feed(path).entries[0]
      #expect(entry["summary"] == ["\(words.short). In short."])
      #expect(entry["category"] == ["Neglect", words.short])
    }
  }

  @Test(arguments: all) func `is said in its citation and its data`(words: Words) async throws {
    let site = try await site(words)
    let citation = try site.page("/\(words.collection)/a/").text("//p[@class='citation']")
    let mark = words.wording == "official" ? "" : " [\(words.short)]"
    #expect(citation.contains("\(mark). "))
    #expect(citation.contains(", edition 1, 12 March 2024. Available at "))
    #expect(try site.json("\(words.collection)/a/index.json")["wording"].string == words.wording)
  }
}
