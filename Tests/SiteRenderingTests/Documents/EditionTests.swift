import TestSupport
import Testing

@Suite struct `An edition` {
  private static func content() throws -> Content {
    try Content {
      Document("letters/a/edition-1.md", "title: First words\nrelease: 2022-03-12", text: "One.\n")
      Document(
        "letters/a/edition-2.md",
        "title: Second words\nrelease: 2023-03-12\nchange: A name mended\nminor: true",
        text: "Two.\n")
      Document(
        "letters/a/edition-3.md", "title: Third words\nrelease: 2024-03-12\nchange: A table added",
        text: "Three.\n")
    }
  }

  @Test func `that is the latest stands at the address of the document and at its own`() async throws {
    let site = try await BuiltSite(Self.content())
    #expect(site.files["letters/a/index.html"] == site.files["letters/a/editions/3/index.html"])
    let page = try site.page("/letters/a/")
    #expect(try page.text("//h1") == "Third words")
    #expect(try page.text("//div[@class='body']") == "Three.")
    #expect(try !page.has("//section[starts-with(@class, 'notice')]"))
    #expect(try !page.has("//meta[@name='robots']"))
    #expect(try page.text("//link[@rel='canonical']/@href") == "https://findings.example.org/letters/a/")
  }

  @Test(arguments: [(1, "First words", "One."), (2, "Second words", "Two.")])
  func `that is superseded says so, and leads to the latest`(
    number: Int, title: String, text: String
  ) async throws {
    let page = try await BuiltSite(Self.content()).page("/letters/a/editions/\(number)/")
    #expect(try page.text("//h1") == title)
    #expect(try page.text("//div[@class='body']") == text)
    let notice = "//main//section[@class='notice notice-superseded']"
    #expect(
      try page.texts("\(notice)/p") == [
        "This is not the latest edition",
        "Edition \(number) was replaced by edition 3 on 12 March 2024.", "Read the latest edition",
      ])
    #expect(try page.text("\(notice)//a/@href") == "/letters/a/")
    #expect(try page.text("//link[@rel='canonical']/@href") == "https://findings.example.org/letters/a/")
    #expect(try page.text("//meta[@name='robots']/@content") == "noindex")
    #expect(
      try page.text("//p[@class='citation']").hasSuffix(
        "https://findings.example.org/letters/a/editions/\(number)/"))
    #expect(try !page.has("//section[@class='related']"))
  }

  @Test(arguments: [1, 2, 3]) func `lists all editions, newest first`(number: Int) async throws {
    let page = try await BuiltSite(Self.content()).page("/letters/a/editions/\(number)/")
    let entry = "//ol[@class='timeline']/li"
    #expect(try page.texts("\(entry)/time") == ["12 March 2024", "12 March 2023", "12 March 2022"])
    #expect(try page.texts("\(entry)/p") == ["A table added", "A name mended", "First published."])
    #expect(try page.texts("\(entry)/strong") == ["Edition \(number)"])
    #expect(try page.texts("\(entry)/a") == [3, 2, 1].filter { $0 != number }.map { "Edition \($0)" })
    #expect(
      try page.texts("\(entry)/a/@href")
        == [3, 2, 1].filter { $0 != number }.map { "/letters/a/editions/\($0)/" })
    #expect(try page.texts("\(entry)[span='minor change']/time") == ["12 March 2023"])
    #expect(try page.texts("\(entry)[span='this edition']/strong") == ["Edition \(number)"])
  }

  @Test func `shows the first release as published and its own as the edition's`() async throws {
    let site = try await BuiltSite(Self.content())
    for number in 1...3 {
      let page = try site.page("/letters/a/editions/\(number)/")
      #expect(try page.facts("Published") == ["12 March 2022"])
      #expect(try page.facts("Edition") == ["\(number), 12 March \(2021 + number)"])
    }
  }

  @Test(arguments: [
    ("2022-03-12 09:29:59", 0), ("2022-03-12 09:30:00", 1), ("2023-03-12 09:29:59", 1),
    ("2023-03-12 09:30:00", 2), ("2024-03-12 09:29:59", 2), ("2024-03-12 09:30:00", 3),
  ])
  func `has its page from its release on`(at: String, count: Int) async throws {
    let site = try await BuiltSite(Self.content(), at: .init(stringLiteral: at))
    #expect(site.editions == count)
    for number in 1...3 { #expect(site.has("letters/a/editions/\(number)/index.html") == (number <= count)) }
    for word in ["First words", "Second words", "Third words"].dropFirst(count) {
      #expect(site.paths(holding: word) == [])
    }
  }
}
