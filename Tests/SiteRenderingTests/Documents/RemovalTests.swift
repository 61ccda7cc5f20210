import TestSupport
import Testing

@Suite struct `A removed document` {
  private static func content(removedAt: String = "2024-03-12") throws -> Content {
    try Content {
      Document(
        "letters/a/edition-1.md",
        "title: Harmful title\nrelease: 2022-03-12\nsummary: Harmful summary\nredirect-from: /old/a/",
        text: "Harmful text, see [file](harmful.csv).\n")
      File("letters/a/harmful.csv", "Harmful,figures\n")
      Document(
        "letters/a/edition-2.md",
        "title: Harmful title\nrelease: 2023-03-12\nchange: Harmful change\narea: salford\nthemes: [exploitation]\n"
          + "removed: {at: \(removedAt), reason: A court said so, decided-by: The editor}",
        text: "Harmful text.\n")
      Document("letters/b.md", "release: 2022-03-11", text: "See [that letter](letters/a).\n")
    }
  }

  @Test(arguments: ["/letters/a/", "/letters/a/editions/1/", "/letters/a/editions/2/"])
  func `leaves a tombstone at each of its addresses`(address: String) async throws {
    let page = try await BuiltSite(Self.content()).page(address)
    #expect(try page.text("/html/head/title") == "This document has been removed - Findings of a test")
    #expect(try page.text("//h1") == "This document has been removed")
    #expect(try page.text("//main//p[time]") == "It was removed on 12 March 2024.")
    #expect(try page.facts("Reason") == ["A court said so"])
    #expect(try page.facts("Decided by") == ["The editor"])
    #expect(try page.text("//meta[@name='robots']/@content") == "noindex")
  }

  @Test(arguments: ["2025-01-01", "2024-03-12", "2023-06-01", "2022-03-12"])
  func `leaves nothing of its text, at any instant`(at: String) async throws {
    let site = try await BuiltSite(Self.content(), at: .init(stringLiteral: at))
    for word in ["harmful", "exploitation", "salford"] { #expect(site.paths(holding: word) == [], "\(word)") }
    #expect(!site.has("letters/a/index.json"))
    #expect(try site.page("/letters/").texts("//ol[@class='items']//a") == ["A title"])
  }

  @Test func `gives no reason before the instant of its removal`() async throws {
    let site = try await BuiltSite(Self.content(removedAt: "2024-12-01"), at: "2024-06-01")
    let page = try site.page("/letters/a/")
    #expect(try page.text("//h1") == "This document has been removed")
    #expect(try page.factLabels == [])
    #expect(try !page.has("//main//time"))
    #expect(site.paths(holding: "court") == [])
    #expect(site.paths(holding: "2024-12") == [])
  }

  @Test(arguments: [
    ("2022-03-11", [false, false]), ("2022-03-12", [true, false]), ("2023-03-12", [true, true]),
  ])
  func `leaves tombstones only of what had been public`(at: String, editions: [Bool]) async throws {
    let site = try await BuiltSite(Self.content(), at: .init(stringLiteral: at))
    #expect(site.has("letters/a/index.html") == editions[0])
    #expect(site.has("letters/a/editions/1/index.html") == editions[0])
    #expect(site.has("letters/a/editions/2/index.html") == editions[1])
  }

  @Test func `is linked from nowhere, and stays in the record`() async throws {
    let site = try await BuiltSite(Self.content())
    #expect(try !site.page("/letters/b/").has("//a[contains(@href, '/letters/a')]"))
    #expect(try site.page("/letters/b/").text("//div[@class='body']") == "See that letter.")
    #expect(
      site.paths(holding: "letters/a/").filter { !$0.hasPrefix("letters/a/") } == [
        "old/a/index.html", "record.json",
      ])
    let removed = try site.json("record.json")["removed"]
    #expect(removed.elements.count == 1)
    #expect(removed[0].names == ["address", "at", "decided-by", "document", "reason"])
    #expect(removed[0]["document"].string == "letters/a")
    #expect(removed[0]["address"].string == "/letters/a/")
    #expect(removed[0]["at"].string == "2024-03-12T09:30:00Z")
  }
}
