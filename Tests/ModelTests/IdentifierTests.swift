import Model
import Testing

@Suite struct `A slug` {
  @Test(arguments: [
    "a", "7", "leeds", "leeds-2024", "1st", "a-1-b", "2024-leeds", "20245", "pages", "feeds",
    String(repeating: "a", count: 120),
  ])
  func `is lower-case letters and digits with single hyphens between`(text: String) {
    #expect(Slug.isID(text))
    #expect(!Slug.isReserved(text))
  }

  @Test(arguments: [
    "", "-", "-a", "a-", "a--b", "Leeds", "leeds 2024", "leeds_2024", "leeds.2024", "léeds", "leeds/x", "..",
    ".", "a\n", "\u{0}", "лидс", "a\u{301}", "%61", "a–b", String(repeating: "a", count: 121),
  ])
  func `is nothing else`(text: String) {
    #expect(!Slug.isID(text))
  }

  @Test(arguments: ["page", "editions", "feed", "index", "2024", "0000", "9999"])
  func `is not the name of a listing`(text: String) {
    #expect(Slug.isReserved(text))
  }
}

@Suite struct `The id of a document` {
  @Test(arguments: [
    ("letters/leeds-2024", "/letters/leeds-2024/"), ("follow-ups/leeds", "/follow-ups/leeds/"),
    ("guidance/jtai-2022", "/guidance/jtai-2022/"), ("pages/about", "/about/"),
  ])
  func `is its collection and slug, and makes its address`(text: String, address: String) throws {
    let id = try #require(DocumentID(text))
    #expect(id.description == text)
    #expect(id.address.path == address)
    #expect(EditionID(id, 2).address.path == address + "editions/2/")
    #expect(EditionID(id, 2).description == text + " edition 2")
  }

  @Test(arguments: [
    "", "/", "letters", "letters/", "/letters/leeds", "letters/leeds/", "letters/Leeds", "letters/../leeds",
    "Letters/leeds", "letter/leeds", "letters//leeds", "letters/leeds/editions", " letters/leeds",
    "letters/..",
  ])
  func `is nothing else`(text: String) {
    #expect(DocumentID(text) == nil)
  }

  @Test func `comes in the order of collections and slugs`() throws {
    let ids = ["pages/a", "letters/b", "letters/a-b", "letters/a", "guidance/z", "announcements/z"]
    #expect(
      ids.compactMap { DocumentID($0) }.sorted().map(\.description)
        == ["announcements/z", "guidance/z", "letters/a", "letters/a-b", "letters/b", "pages/a"])
  }
}
