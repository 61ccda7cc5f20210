import Model
import Testing

@Suite struct `A digest` {
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
  ])
  func `is that of SHA-256`(text: String, digest: String) {
    #expect(Digest(of: Array(text.utf8)).description == digest)
    #expect(Digest(of: Array(text.utf8)).name == String(digest.prefix(32)))
  }
}

@Suite struct `The type of an attachment` {
  @Test(
    arguments: [
      ("plan.pdf", .pdf, "PDF"), ("PLAN.PDF", .pdf, "PDF"), ("a.b.csv", .csv, "CSV"), ("a.jpg", .jpg, "JPEG"),
      ("a.jpeg", .jpeg, "JPEG"), ("a.webp", .webp, "WebP"), ("a.xlsx", .xlsx, "XLSX"), ("a.odt", .odt, "ODT"),
    ] as [(String, AttachmentType, String)])
  func `is the ending of its name`(name: String, type: AttachmentType, label: String) throws {
    #expect(AttachmentType(name: name) == type)
    #expect(try #require(AttachmentType(name: name)).label == label)
  }

  @Test(arguments: [
    "page.html", "page.htm", "app.js", "image.svg", "feed.xml", "a.md", "a.exe", "a.pdf.html", "pdf", "a.",
    "",
    "a.pdf ", "a.xhtml", "a.json", "a.mjs", "a.swf", "a.doc", "a.xlsm",
  ])
  func `is refused where a browser might run it or nobody can read it`(name: String) {
    #expect(AttachmentType(name: name) == nil)
  }
}
