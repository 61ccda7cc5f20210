import FileSystem
import Publishing
import SiteRendering
import TestSupport
import Testing

@Suite struct `A tree of files` {
  private let folder: TemporaryFolder
  private let staged: StagedOutput
  private var tree: OutputTree { staged.tree }

  init() throws {
    folder = try TemporaryFolder()
    staged = try StagedOutput(for: folder.path("public"))
  }

  private func text(_ path: String) throws -> String? {
    try folder.text(".public.staging/" + path)
  }

  @Test func `holds each file with the folders above it`() throws {
    try tree.write([], to: "empty.txt")
    try tree.write([Array("a".utf8), [], Array("b".utf8)], to: "letters/a/editions/1/index.html")
    try tree.write([Array("c".utf8)], to: "letters/a/index.html")
    #expect(try text("empty.txt") == "")
    #expect(try text("letters/a/editions/1/index.html") == "ab")
    #expect(try text("letters/a/index.html") == "c")
    #expect(tree.fileCount == 3)
  }

  @Test func `holds each file once`() throws {
    try tree.write([Array("a".utf8)], to: "x/index.html")
    let error = #expect(throws: FileError.self) { try tree.write([Array("b".utf8)], to: "x/index.html") }
    #expect(error?.isExisting == true)
    #expect(error?.description.hasSuffix("/.public.staging/x/index.html: File exists") == true)
    #expect(try text("x/index.html") == "a")
    #expect(tree.fileCount == 1)
  }

  @Test func `gives a file a second name`() throws {
    try tree.write([Array("a".utf8)], to: "letters/a/index.html")
    try tree.link("letters/a/editions/1/index.html", to: "letters/a/index.html")
    #expect(try text("letters/a/editions/1/index.html") == "a")
    #expect(tree.fileCount == 2)
    #expect(throws: FileError.self) { try tree.link("letters/a/index.html", to: "letters/a/index.html") }
    #expect(throws: FileError.self) { try tree.link("b", to: "missing") }
    #expect(tree.fileCount == 2)
  }

  @Test func `takes a file piece by piece`() throws {
    let file = try tree.open("data/rows.csv")
    for piece in ["a,b\r\n", "", "1,2\r\n"] { try file.append(Array(piece.utf8)) }
    #expect(try text("data/rows.csv") == "a,b\r\n1,2\r\n")
    #expect(tree.fileCount == 1)
    #expect(throws: FileError.self) { try tree.open("data/rows.csv") }
    #expect(throws: FileError.self) { try tree.write([], to: "data/rows.csv") }
  }

  @Test func `gives others the place of a file that they write`() throws {
    let path = try tree.reserve("data/rows.sqlite")
    #expect(path == folder.path(".public.staging/data/rows.sqlite"))
    #expect(try text("data/rows.sqlite") == "")
    #expect(tree.fileCount == 1)
    #expect(throws: FileError.self) { try tree.reserve("data/rows.sqlite") }
  }

  @Test func `has no file below a file`() throws {
    try tree.write([], to: "a")
    #expect(throws: FileError.self) { try tree.write([], to: "a/b") }
  }

  @Test func `is filled by many at a time`() async throws {
    let tree = tree
    try await withThrowingTaskGroup(of: Void.self) { group in
      for worker in 0..<8 {
        group.addTask {
          for number in 0..<50 { try tree.write([[UInt8(worker)]], to: "d\(number)/e/f\(worker)") }
        }
      }
      try await group.waitForAll()
    }
    #expect(tree.fileCount == 400)
    #expect(try folder.files(below: ".public.staging").count == 400)
  }

  @Test func `writes parts larger than one system call takes`() throws {
    let part = [UInt8](repeating: 7, count: 3 << 20)
    try tree.write([part, part], to: "large")
    #expect(try FileSystem.read(folder.path(".public.staging/large"), limit: 1 << 30)?.count == 6 << 20)
    #expect(try FileSystem.read(folder.path(".public.staging/large"), limit: 1 << 20) == nil)
  }
}
