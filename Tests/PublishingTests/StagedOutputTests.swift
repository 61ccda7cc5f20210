import FileSystem
import Foundation
import Glibc
import Publishing
import TestSupport
import Testing

/// The beginning of a public record, by which a folder is known to be ours.
private let record = "{\n\"format\": \"findings-record-1\",\n\"editions\": [],\n\"removed\": []\n}\n"

/// Builds a site of one page and its record.
private func build(_ page: String, into path: String, named name: String = "index.html") throws {
  let staged = try StagedOutput(for: path)
  try staged.tree.write([Array(page.utf8)], to: name)
  try staged.tree.write([Array(record.utf8)], to: "record.json")
  try staged.replaceTarget()
}

@Suite struct `A build` {
  private let folder: TemporaryFolder
  private var output: String { folder.path("public") }

  init() throws {
    folder = try TemporaryFolder()
  }

  @Test(arguments: ["public", "public/", "public//", "a/b/public"])
  func `makes a fresh folder`(name: String) throws {
    try build("one", into: folder.path(name))
    let target = name.split(separator: "/").joined(separator: "/")
    #expect(try folder.files() == ["\(target)/index.html", "\(target)/record.json"])
    #expect(try folder.text("\(target)/index.html") == "one")
  }

  @Test func `fills an empty folder`() throws {
    try FileSystem.makeFolder(output)
    try build("one", into: output)
    #expect(try folder.files() == ["public/index.html", "public/record.json"])
  }

  @Test func `replaces the one before, and what is no longer in it is gone`() throws {
    try build("one", into: output, named: "letters/old/index.html")
    try build("two", into: output, named: "letters/new/index.html")
    #expect(try folder.files() == ["public/letters/new/index.html", "public/record.json"])
    #expect(try folder.text("public/letters/new/index.html") == "two")
  }

  @Test func `leaves the folder as it was until it is complete`() throws {
    try build("one", into: output)
    let staged = try StagedOutput(for: output)
    try staged.tree.write([Array("two".utf8)], to: "index.html")
    #expect(try folder.text("public/index.html") == "one")
    #expect(try folder.files(below: "public") == ["public/index.html", "public/record.json"])
    try staged.tree.write([Array(record.utf8)], to: "record.json")
    try staged.replaceTarget()
    #expect(try folder.text("public/index.html") == "two")
  }

  @Test func `that fails leaves the folder as it was, and nothing beside it`() throws {
    struct Failure: Error {}
    try build("one", into: output)
    #expect(throws: Failure.self) {
      let staged = try StagedOutput(for: output)
      try staged.tree.write([Array("two".utf8)], to: "letters/a/index.html")
      throw Failure()
    }
    #expect(try folder.files() == ["public/index.html", "public/record.json"])
    #expect(try folder.text("public/index.html") == "one")
    #expect(try FileSystem.entries(of: folder.path).map(\.name) == ["public"])
  }

  @Test func `that was killed leaves nothing to the next`() throws {
    try build("one", into: output)
    try folder.write("half", to: ".public.staging/letters/a/index.html")
    try folder.write("half", to: ".public.staging/index.html")
    try build("two", into: output)
    #expect(try folder.files() == ["public/index.html", "public/record.json"])
    #expect(try folder.text("public/index.html") == "two")
    #expect(try FileSystem.entries(of: folder.path).map(\.name) == ["public"])
  }

  @Test func `is refused while another writes the same folder`() throws {
    let first = try StagedOutput(for: output)
    try first.tree.write([Array("one".utf8)], to: "index.html")
    let error = #expect(throws: OutputError.self) { _ = try StagedOutput(for: output) }
    #expect(error?.description == "another build is writing \(output); wait for it to end")
    try first.tree.write([Array(record.utf8)], to: "record.json")
    try first.replaceTarget()
    #expect(try folder.text("public/index.html") == "one")
    try build("two", into: output)
    #expect(try folder.text("public/index.html") == "two")
  }

  @Test func `may go on beside one into another folder`() throws {
    let first = try StagedOutput(for: output)
    try build("two", into: folder.path("other"))
    try first.tree.write([Array("one".utf8)], to: "index.html")
    try first.replaceTarget()
    #expect(try folder.files() == ["other/index.html", "other/record.json", "public/index.html"])
  }

  @Test func `lets readers in`() throws {
    try build("one", into: output, named: "letters/a/index.html")
    for path in [output, output + "/letters", output + "/letters/a"] {
      #expect(try mode(of: path) & 0o777 == 0o755 & ~umask)
    }
    #expect(try mode(of: output + "/record.json") & 0o777 == 0o644 & ~umask)
  }

  @Test func `into a folder by way of a link replaces the folder and not the link`() throws {
    try build("one", into: folder.path("site/real"))
    try folder.link("public", to: "site/real")
    try build("two", into: output)
    #expect(FileSystem.kind(of: output) == .link)
    #expect(try folder.text("site/real/index.html") == "two")
    #expect(try FileSystem.entries(of: folder.path("site")).map(\.name) == ["real"])
  }

  @Test(.enabled(if: getuid() != 0, "root may write everywhere"))
  func `needs to write beside the folder`() throws {
    try FileSystem.makeFolder(folder.path("site"))
    try FileSystem.setMode(folder.path("site"), 0o555)
    defer { try? FileSystem.setMode(folder.path("site"), 0o755) }
    let error = #expect(throws: FileError.self) { try build("one", into: folder.path("site/public")) }
    #expect(
      error?.description == "cannot make folder \(folder.path("site/.public.staging")): Permission denied")
  }

  private func mode(of path: String) throws -> UInt16 {
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    return try #require(attributes[.posixPermissions] as? NSNumber).uint16Value
  }

  private var umask: UInt16 {
    let mask = Glibc.umask(0)
    _ = Glibc.umask(mask)
    return UInt16(mask)
  }
}

@Suite struct `A folder that is not ours` {
  private let folder: TemporaryFolder
  private var output: String { folder.path("public") }

  init() throws {
    folder = try TemporaryFolder()
  }

  private func expectRefusal(_ location: SourceLocation = #_sourceLocation) throws {
    let before = try folder.files()
    let error = #expect(throws: OutputError.self, sourceLocation: location) {
      _ = try StagedOutput(for: output)
    }
    #expect(
      error?.description
        == "\(output) is not empty and was not made by findings (it has no record.json of ours); "
        + "give another folder with --output", sourceLocation: location)
    #expect(try folder.files() == before, sourceLocation: location)
  }

  @Test(arguments: [
    ("index.html", "mine"), (".hidden", "mine"), ("record.json", "{}"), ("record.json", ""),
    ("record.json", "{\"format\": \"findings-record-1\"}"), ("sub/record.json", record),
    ("record.json/x", "mine"),
  ])
  func `is refused and left alone`(name: String, text: String) throws {
    try folder.write(text, to: "public/\(name)")
    try expectRefusal()
  }

  @Test func `is refused where it is a file`() throws {
    try folder.write(record, to: "public")
    try expectRefusal()
  }

  @Test(arguments: ["missing", "file", "public", "theirs"])
  func `is refused by way of a link`(target: String) throws {
    try folder.write("mine", to: "file")
    try folder.write("mine", to: "theirs/index.html")
    try folder.link("public", to: target)
    try expectRefusal()
  }

  @Test func `is not emptied by way of a link with the name of the staging folder`() throws {
    try folder.write("mine", to: "theirs/index.html")
    try folder.link(".public.staging", to: "theirs")
    #expect(throws: FileError.self) { _ = try StagedOutput(for: output) }
    #expect(try folder.text("theirs/index.html") == "mine")
  }
}
