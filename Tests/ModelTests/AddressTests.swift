import Model
import Testing

@Suite struct `An address that an author writes` {
  @Test(arguments: [
    ("/letters/old-name/", "/letters/old-name/", "letters/old-name/index.html"),
    ("/letters/old-name", "/letters/old-name/", "letters/old-name/index.html"),
    ("/Old_Name/", "/Old_Name/", "Old_Name/index.html"),
    ("/a.b/", "/a.b/", "a.b/index.html"),
    ("/report.html", "/report.html", "report.html"),
    ("/docs/report.pdf", "/docs/report.pdf", "docs/report.pdf"),
    ("/old/index.html", "/old/", "old/index.html"),
    ("/1/2/3/4/5/6/7/8/", "/1/2/3/4/5/6/7/8/", "1/2/3/4/5/6/7/8/index.html"),
  ])
  func `is a page or a file below the root`(text: String, path: String, output: String) throws {
    let address = try #require(Address(written: text))
    #expect(address.path == path)
    #expect(address.outputPath == output)
  }

  @Test(arguments: [
    "", "/", "//", "letters/old/", "https://example.org/old/", "//example.org/old/", "/a//b/",
    "/../etc/passwd",
    "/a/../b/", "/./a/", "/.well-known/x", "/a/.hidden/", "/a b/", "/a%20b/", "/é/", "/a?b", "/a#b",
    "/a\\b/", "/a\n/", "/a\u{0}/", "/a:b/", "/a;b/", "/<a>/", "/\u{202E}a/", "/1/2/3/4/5/6/7/8/9/",
    "/index.html", "/" + String(repeating: "a", count: 121) + "/",
  ])
  func `is refused where it could be anything else`(text: String) {
    #expect(Address(written: text) == nil)
  }
}

@Suite struct `An address` {
  @Test func `is made of names`() {
    let page = Address.home.folder("letters").folder("leeds-2024")
    #expect(page.path == "/letters/leeds-2024/")
    #expect(page.components == ["letters", "leeds-2024"])
    #expect(page.file("plan.pdf").path == "/letters/leeds-2024/plan.pdf")
    #expect(page.file("plan.pdf").outputPath == "letters/leeds-2024/plan.pdf")
    #expect(Address.home.outputPath == "index.html")
    #expect(Address.home.components.isEmpty)
    #expect(page < page.folder("editions"))
  }

  @Test(arguments: DocumentCollection.allCases)
  func `of a listing is that of its collection, and the pages have none`(collection: DocumentCollection) {
    #expect(collection.address?.path == (collection == .pages ? nil : "/\(collection.rawValue)/"))
  }
}
