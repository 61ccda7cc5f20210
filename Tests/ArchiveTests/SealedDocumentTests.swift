import Archive
import Diagnostics
import Escaping
import FileSystem
import Model
import Sealing
import TestSupport
import Testing

@Suite struct `A sealed document` {
  private let leeds = DocumentID(.letters, "leeds-2027")

  /// A letter in a folder and one in a file.
  private func content() throws -> Content {
    try Content {
      TestKeys.recipients
      Document("letters/2027/leeds-2027/edition-1.md", "release: 2027-03-12", text: "The [plan](plan.pdf).")
      Document("letters/2027/leeds-2027/edition-2.md", "release: 2027-04-12", text: "Other words.")
      File("letters/2027/leeds-2027/plan.pdf", "%PDF-1.4")
      Document("letters/york-2027.md", "release: 2027-03-12")
    }
  }

  private func seal(_ content: Content, _ id: DocumentID) async throws -> SealedOutcome {
    try await content.opened().seal(id, in: content.path, identity: content.identity())
  }

  @Test func `is read as if it lay open, with an identity`() async throws {
    let content = try content()
    func bytes(of archive: Archive) throws -> [Bytes?] {
      try archive.documents.flatMap { document in
        try document.editions.map { try $0.edition.body.readFile() }
          + document.attachments.map { try $0.read() }
      }
    }
    let open = try await content.archive()
    let before = try bytes(of: open)
    for id in [leeds, DocumentID(.letters, "york-2027")] { _ = try await seal(content, id) }
    #expect(try content.folder.files(below: "Content/letters") == [])
    let sealed = try await content.opened()
    #expect(sealed.documents.flatMap(\.editions).map(\.id) == open.documents.flatMap(\.editions).map(\.id))
    #expect(try bytes(of: sealed) == before)
    #expect(sealed.unopened.count == 0 && sealed.diagnostics == [])
  }

  @Test func `is counted without an identity, and never in the way`() async throws {
    let content = try content()
    _ = try await seal(content, leeds)
    let archive = try await content.archive()
    #expect(archive.documents.map(\.id.slug) == ["york-2027"])
    #expect(archive.diagnostics == [])
    #expect(
      try await content.check(at: "2027-03-01") == """
        Content/sealed: warning: 1 sealed document was not opened, and counts as not released [sealed]
          expected: --identity FILE with a secret key that opens sealed documents

        """)
  }

  @Test func `comes back byte for byte, with its permissions`() async throws {
    let content = try content()
    let file = "Content/letters/2027/leeds-2027/edition-1.md"
    try FileSystem.setMode(content.folder.path(file), 0o640)
    let before = try content.folder.files(below: "Content").map { try content.folder.text($0) }
    let sealed = try await seal(content, leeds)
    let gone = try await content.opened().unseal(leeds, in: content.path, identity: content.identity())
    #expect(gone == sealed.files)
    #expect(try content.folder.files(below: "Content").map { try content.folder.text($0) } == before)
    #expect(try FileSystem.permissions(of: content.folder.path(file)) & 0o777 == 0o640)
  }

  @Test func `may lie in a folder with any name`() async throws {
    let content = try content()
    let path = content.folder.path("Gräfe\u{301} 📁")
    try FileSystem.rename(content.path, to: path)
    let sealed = try await Archive.load(from: path, jobs: 1).seal(
      leeds, in: path, identity: content.identity())
    #expect(sealed.files.first == "letters/2027/leeds-2027/edition-1.md")
  }

  @Test func `has a random name and the size of every other`() async throws {
    let content = try content()
    let files = [
      try await seal(content, leeds).file, try await seal(content, DocumentID(.letters, "york-2027")).file,
    ]
    #expect(try Set(files.map { try FileSystem.size(of: $0) }).count == 1)
    for file in files { #expect(file.wholeMatch(of: /.*\/Content\/sealed\/[0-9a-f]{32}\.age/) != nil) }
  }

  @Test func `is told by no diagnostic of itself but its random name`() async throws {
    let content = try Content { TestKeys.recipients }
    try await content.writeSealed(
      "0a", [("letters/2027/leeds-2027.md", "---\ntitle: x\nrelease: soon\nfoo: bar\n---\n")])
    let archive = try await content.opened()
    let found = archive.documents.flatMap(\.editions).flatMap(\.diagnostics)
    #expect(Set(found.map(\.place.file)) == [content.path + "/sealed/0a.age/edition-1.md"])
    #expect(found.count == 2)
  }

  // MARK: What does not open

  @Test(
    arguments: [
      ([], "it is empty"),
      ([("recipients.yml", "")], "it is no document of a collection"),
      ([("leters/a.md", "")], "it is no document of a collection"),
      ([("letters/a.txt", "")], "it is no document of a collection"),
      ([("letters/edition-1.md", "")], "it is no document of a collection"),
      ([("letters/1/2/3/4/5/6/7/8/9/a.md", "")], "it is no document of a collection"),
      ([("letters/A.md", "")], "the name of its document is no slug"),
      ([("letters/page/edition-1.md", "")], "the name of its document is no slug"),
      (
        [("letters/a/edition-1.md", ""), ("letters/b/edition-1.md", "")],
        "it holds files of more than one document"
      ),
      (
        [("letters/a/edition-1.md", ""), ("letters/a/b/x.pdf", "")],
        "it holds files of more than one document"
      ),
      (
        [("letters/a/edition-1.md", ""), ("letters/a/x.html", "")],
        "it holds a file that is no edition and no attachment"
      ),
      (
        [("letters/a/edition-1.md", ""), ("letters/a/x y.pdf", "")],
        "it holds a file that is no edition and no attachment"
      ),
      ([("letters/a/x.pdf", ""), ("letters/a/y.pdf", "")], "it holds no edition"),
    ] as [([(String, String)], String)])
  func `is one document of a collection and nothing else`(
    files: [(String, String)], reason: String
  ) async throws {
    let content = try Content { Document("letters/ok.md", "release: 2024-03-12") }
    try await content.writeSealed("0a", files.map { (path: $0.0, text: $0.1) })
    let archive = try await content.opened()
    #expect(archive.documents.map(\.id.slug) == ["ok"])
    #expect(archive.diagnostics == [])
    #expect(archive.unopened.diagnostics.map(\.severity) == [.error])
    #expect(
      archive.unopened.diagnostics.map(\.message.text) == ["this sealed document cannot be opened: \(reason)"]
    )
  }

  @Test func `is reported where it is broken, for another key, or no tar archive of ours`() async throws {
    let content = try Content { File("sealed/0b.age", "Words.") }
    let other = try PublicKey(TestKeys.other)
    try content.write(File("sealed/0c.age", bytes: try await Age.encrypt([], for: [other])))
    try content.write(
      File("sealed/0d.age", bytes: try await Age.encrypt([1], for: [try PublicKey(TestKeys.open)])))
    let found = try await content.opened().unopened
    #expect(found.count == 3)
    let reasons = found.diagnostics.map { $0.message.text.split(separator: "opened: ").last }
    #expect(reasons[0]?.hasPrefix("age: failed to read header") == true)
    #expect(
      reasons.dropFirst() == [
        "age: no identity matched any of the recipients", "what is in it is not as findings seal writes it",
      ])
  }

  // MARK: Interruptions

  @Test func `is finished where only the removal of its files was missing`() async throws {
    let content = try content()
    let archive = try await content.archive()
    let files = try ["edition-1.md", "edition-2.md", "plan.pdf"].map {
      ($0, try content.folder.text("Content/letters/2027/leeds-2027/" + $0) ?? "")
    }
    let sealed = try await archive.seal(leeds, in: content.path, identity: nil)
    for (name, text) in files.dropFirst() { try content.write(File("letters/2027/leeds-2027/" + name, text)) }
    let again = try await seal(content, leeds)
    #expect(again.file == sealed.file && again.files.count == 2)
    #expect(try content.folder.files(below: "Content/letters") == ["Content/letters/york-2027.md"])
    #expect(try content.folder.files(below: "Content/sealed").count == 1)
  }

  @Test func `is not taken for files that say something else`() async throws {
    let content = try content()
    _ = try await seal(content, leeds)
    try content.write(Document("letters/2027/leeds-2027/edition-1.md", text: "Later words."))
    await #expect(throws: SealingProblem.self) { _ = try await seal(content, leeds) }
    await #expect(throws: SealingProblem.self) {
      _ = try await content.opened().unseal(leeds, in: content.path, identity: content.identity())
    }
    #expect(try content.folder.files(below: "Content/sealed").count == 1)
    #expect(
      try content.folder.text("Content/letters/2027/leeds-2027/edition-1.md")?.contains("Later") == true)
  }

  @Test(arguments: ["edition-1.md~", ".edition-1.md.swp", "notes.md", "inner/x.pdf", "x.html"])
  func `leaves nothing behind: what is no part of it stops it`(name: String) async throws {
    let content = try content()
    try content.write(File("letters/2027/leeds-2027/" + name, "Left."))
    await #expect(throws: SealingProblem.self) { _ = try await seal(content, leeds) }
    #expect(try content.folder.files(below: "Content/letters").count == 5)
    #expect(try content.folder.files(below: "Content").contains { $0.hasSuffix(".age") } == false)
  }

  @Test func `that an editor left a copy of is told with that copy`() async throws {
    let content = try content()
    for name in ["york-2027.md~", ".york-2027.md.swp", "york.md"] {
      try content.write(File("letters/" + name))
    }
    let sealed = try await seal(content, DocumentID(.letters, "york-2027"))
    #expect(
      sealed.leftovers == [".york-2027.md.swp", "york-2027.md~"].map { content.path + "/letters/" + $0 })
  }

  @Test func `is for nobody where nobody opens sealed documents`() async throws {
    let content = try content()
    try content.write(File("recipients.yml", "- {id: x, name: x, key: \(TestKeys.open)}\n"))
    await #expect(throws: SealingProblem.self) { _ = try await seal(content, leeds) }
    #expect(try content.folder.files(below: "Content/letters").count == 4)
  }
}
