import TestSupport
import Testing

@Suite struct `An attachment` {
  private static let bytes: [UInt8] = Array(0...255) + [0x0D, 0x0A, 0x00]

  private static func site() async throws -> BuiltSite {
    try await BuiltSite.of(at: "2024-01-01") {
      Document("letters/a/edition-1.md", "release: 2022-03-12", text: "[old](old.pdf) [both](both.pdf)\n")
      Document(
        "letters/a/edition-2.md", "release: 2023-03-12",
        text: "[both](both.pdf) [again](both.pdf#page=2) [large](large.csv) [missing letter](letters/none)\n")
      Document(
        "letters/a/edition-3.md", "release: 2024-03-12", text: "[to come](later.pdf) [both](both.pdf)\n")
      for name in ["old.pdf", "both.pdf", "later.pdf", "unlinked.pdf"] {
        File("letters/a/\(name)", bytes: bytes)
      }
      File("letters/a/large.csv", bytes: [UInt8](repeating: 0x61, count: 1_250_000))
    }
  }

  @Test func `is copied exactly when a public edition links to it`() async throws {
    let site = try await Self.site()
    #expect(site.paths.filter { $0.hasSuffix(".pdf") } == ["letters/a/both.pdf", "letters/a/old.pdf"])
    #expect(site.files["letters/a/both.pdf"] == Self.bytes)
    #expect(site.files["letters/a/large.csv"]?.count == 1_250_000)
    #expect(site.paths(holding: "later.pdf") == [])
    #expect(site.paths(holding: "unlinked") == [])
  }

  @Test func `is listed with its kind and size`() async throws {
    let page = try await Self.site().page("/letters/a/")
    #expect(
      try page.texts("//ul[@class='files']/li") == ["both PDF, 259 bytes", "large CSV, 1.3 MB"])
    #expect(
      try page.texts("//ul[@class='files']//a/@href") == ["/letters/a/both.pdf", "/letters/a/large.csv"])
    #expect(
      try page.texts("//div[@class='body']//a/@href") == [
        "/letters/a/both.pdf", "/letters/a/both.pdf#page=2", "/letters/a/large.csv",
      ])
  }

  @Test func `of an older edition is reached from there`() async throws {
    let page = try await Self.site().page("/letters/a/editions/1/")
    #expect(try page.texts("//ul[@class='files']//a/@href") == ["/letters/a/old.pdf", "/letters/a/both.pdf"])
  }
}
