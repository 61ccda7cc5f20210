import FileSystem
import GRDB
import ResearchDatabase
import TestSupport
import Testing

@Suite struct `The database` {
  private static let tables = [
    DatabaseTable("letters", [.init("letter"), .init("note", isOptional: true)], key: ["letter"]),
    DatabaseTable(
      "findings",
      [
        .rowNumber, .init("letter").referring(to: "letters", "letter"), .init("number", .integer),
        .init("text"),
      ],
      key: ["letter", "number"], indexes: [["number", "text"]]),
  ]

  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  private func make(
    _ name: String, letters: Int = 40, text: (Int) -> String = { "Finding \($0) is about neglect" }
  ) throws -> String {
    let path = folder.path(name)
    let database = try ResearchDatabase(
      creating: path, tables: Self.tables, index: FullTextIndex(of: "findings", ["text"]))
    for letter in 0..<letters {
      let id = DatabaseCell.text("letters/l\(letter)")
      try database.insert(
        [(0, [id, letter.isMultiple(of: 2) ? .none : .text("A \"note\"")])]
          + (0..<20).map { number in
            (1, [.integer(letter * 20 + number), id, .integer(number), .text(text(number))])
          })
    }
    try database.finish()
    return path
  }

  private func queue(_ path: String) throws -> DatabaseQueue {
    var configuration = Configuration()
    configuration.readonly = true
    return try DatabaseQueue(path: path, configuration: configuration)
  }

  private func numbers(
    _ sql: String, _ arguments: StatementArguments = [], in path: String
  ) throws -> [Int] {
    try queue(path).read { try Int.fetchAll($0, sql: sql, arguments: arguments) }
  }

  private func text(_ sql: String, in path: String) throws -> String? {
    try queue(path).read { try String.fetchOne($0, sql: sql) }
  }

  @Test func `holds what was added, and refers to nothing that is not there`() throws {
    let path = try make("a.sqlite")
    #expect(try numbers("SELECT count(*) FROM letters", in: path) == [40])
    #expect(try numbers("SELECT count(*) FROM findings", in: path) == [800])
    #expect(try text("SELECT note FROM letters WHERE letter = 'letters/l0'", in: path) == nil)
    #expect(try text("SELECT note FROM letters WHERE letter = 'letters/l1'", in: path) == "A \"note\"")
    #expect(try text("PRAGMA integrity_check", in: path) == "ok")
    #expect(try text("PRAGMA foreign_key_check", in: path) == nil)
    #expect(try numbers("PRAGMA user_version", in: path) == [1])
    #expect(try numbers("PRAGMA page_size", in: path) == [4096])
    #expect(try text("PRAGMA journal_mode", in: path) == "delete")
  }

  @Test(arguments: ["shares", "ty", "\"sharing well\""])
  func `finds words by their stems and without accents`(query: String) throws {
    let path = try make("a.sqlite", letters: 1) { $0 == 3 ? "Canolfan Tŷ’r plant: sharing well" : "Other" }
    let sql = """
      SELECT findings.number FROM findings_fts JOIN findings ON findings.rowid = findings_fts.rowid
      WHERE findings_fts MATCH ?
      """
    #expect(try numbers(sql, [query], in: path) == [3])
  }

  @Test func `is the same to the byte when it is made again`() throws {
    let first = try FileSystem.read(make("a.sqlite"), limit: 1 << 30)
    let second = try FileSystem.read(make("b.sqlite"), limit: 1 << 30)
    #expect(first != nil && first == second)
    let other = try FileSystem.read(make("c.sqlite") { "Finding \($0) is about health" }, limit: 1 << 30)
    #expect(first != other)
  }

  @Test func `does not tell which version of SQLite made it`() throws {
    let bytes = try #require(try FileSystem.read(make("a.sqlite"), limit: 1 << 30))
    #expect(bytes[96..<100] == [0, 0, 0, 0])
    // Both are the same, so that readers trust the size in the header.
    #expect(bytes[24..<28] == bytes[92..<96])
  }

  @Test func `has the indexes that were asked for`() throws {
    let path = try make("a.sqlite")
    let plan = try queue(path).read { database in
      try Row.fetchOne(database, sql: "EXPLAIN QUERY PLAN SELECT rowid FROM findings WHERE number = 3")
    }
    #expect(
      plan?["detail"] == "SEARCH findings USING COVERING INDEX findings_number_text (number=?)",
      "\(String(describing: plan))")
  }

  @Test func `is one file, and leaves no others`() throws {
    _ = try make("a.sqlite")
    #expect(try folder.files() == ["a.sqlite"])
  }

  @Test func `says in one line that it cannot be written`() throws {
    let error = #expect(throws: ResearchDatabaseError.self) {
      try ResearchDatabase(
        creating: folder.path("none/a.sqlite"), tables: Self.tables,
        index: FullTextIndex(of: "findings", ["text"]))
    }
    #expect(error?.description.hasPrefix("cannot write \(folder.path("none/a.sqlite")): ") == true)
    #expect(error?.description.contains("\n") == false)
  }

  @Test func `refuses a row that stands there already`() throws {
    let database = try ResearchDatabase(
      creating: folder.path("a.sqlite"), tables: Self.tables,
      index: FullTextIndex(of: "findings", ["text"]))
    try database.insert([(0, [.text("a"), .none])])
    let error = #expect(throws: ResearchDatabaseError.self) {
      try database.insert([(0, [.text("a"), .none])])
    }
    #expect(error?.description.hasSuffix("UNIQUE constraint failed: letters.letter") == true)
  }
}
