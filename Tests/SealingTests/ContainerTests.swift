import Escaping
import FileSystem
import Foundation
import TestSupport
import Testing

@testable import Sealing

@Suite struct `A container` {
  private static let files = [
    PackedFile(path: "letters/2027/leeds/edition-1.md", mode: 0o644, bytes: Bytes("One.\n".utf8)),
    PackedFile(path: "letters/2027/leeds/edition-2.md", mode: 0o640, bytes: []),
    PackedFile(path: "letters/2027/leeds/map.png", mode: 0o600, bytes: Bytes(repeating: 7, count: 70_000)),
  ]

  @Test func `gives back the files that it holds, in the order of their paths`() throws {
    let bytes = try Container.bytes(of: Self.files.reversed())
    #expect(try Container.files(in: bytes) == Self.files)
  }

  @Test func `is a tar archive to tar`() throws {
    let folder = try TemporaryFolder()
    let long =
      "letters/" + String(repeating: "a", count: 60) + "/" + String(repeating: "b", count: 80)
      + "/edition-1.md"
    let files = Self.files + [PackedFile(path: long, mode: 0o644, bytes: Bytes("Long.".utf8))]
    try folder.write(try Container.bytes(of: files), to: "x.tar")
    let tar = Process()
    tar.executableURL = URL(filePath: "/usr/bin/tar")
    tar.arguments = ["--extract", "--file", folder.path("x.tar"), "--directory", folder.path]
    try tar.run()
    tar.waitUntilExit()
    #expect(tar.terminationStatus == 0)
    for file in files {
      #expect(try FileSystem.read(folder.path(file.path), limit: 1 << 20) == file.bytes)
    }
  }

  @Test(arguments: [
    (0, 65536), (65_000, 65536), (65_536, 65536), (65_537, 67584), (1_000_000, 1_015_808),
  ])
  func `has one of few sizes`(content: Int, size: Int) {
    #expect(Container.paddedSize(content) == size)
  }

  // MARK: What is not read

  @Test(arguments: [
    "", "/letters/a.md", "letters//a.md", "letters/../../etc/a.md", "letters/./a.md", "letters/.a.md",
    "letters/",
    "letters/a\n.md", "letters/" + String(repeating: "a", count: 101),
    String(repeating: "a/", count: 90) + "a.md",
  ])
  func `holds no path that leads elsewhere or is too long`(path: String) {
    #expect(throws: Container.Problem.path) {
      _ = try Container.bytes(of: [PackedFile(path: path, mode: 0o644, bytes: [])])
    }
  }

  @Test func `is not read where a path would lead elsewhere`() throws {
    var bytes = try Container.bytes(of: [PackedFile(path: "letters/ab/a.md", mode: 0o644, bytes: [])])
    bytes.replaceSubrange(8..<10, with: "..".utf8)
    #expect(throws: Container.Problem.path) { _ = try Container.files(in: bytes) }
  }

  /// Changes of a whole container, each of which tar would read.
  @Test(arguments: [
    (124..<135, "77777777777"),  // a size beyond the end
    (156..<157, "2"),  // a symbolic link
    (108..<115, "0001750"),  // an owner
    (136..<147, "14000000000"),  // a time
    (148..<154, "000000"),  // a checksum
    (265..<269, "root"),
  ])
  func `is not read where a header says anything else`(field: Range<Int>, text: String) throws {
    var bytes = try Container.bytes(of: Self.files)
    bytes.replaceSubrange(field, with: text.utf8)
    #expect(throws: Container.Problem.form) { _ = try Container.files(in: bytes) }
  }

  @Test func `holds no path twice`() throws {
    let bytes = try Container.bytes(of: [Self.files[0], Self.files[0]])
    #expect(throws: Container.Problem.form) { _ = try Container.files(in: bytes) }
  }

  @Test func `ends with its zeros and nothing else`() throws {
    var hidden = try Container.bytes(of: Self.files)
    hidden[hidden.count - 1] = 1
    #expect(throws: Container.Problem.form) { _ = try Container.files(in: hidden) }
    #expect(throws: Container.Problem.form) { _ = try Container.files(in: hidden.dropLast(512)) }
    #expect(throws: Container.Problem.form) { _ = try Container.files(in: []) }
  }

  @Test func `never ends the process, whatever is in it`() throws {
    var random = SeededRandom(seed: 1)
    let whole = try Container.bytes(of: Self.files)
    for _ in 0..<3000 {
      var bytes = whole
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        bytes[Int.random(in: 0..<3 * Container.block, using: &random)] = .random(in: 0...255, using: &random)
      }
      bytes.removeLast(.random(in: 0...1, using: &random) * .random(in: 0...bytes.count, using: &random))
      guard let files = try? Container.files(in: bytes) else { continue }
      #expect(try Container.bytes(of: files) == bytes)
    }
  }
}

extension Container {
  fileprivate static func files(in bytes: ArraySlice<UInt8>) throws -> [PackedFile] {
    try files(in: Bytes(bytes))
  }
}
