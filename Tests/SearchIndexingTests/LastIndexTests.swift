import FileSystem
import SearchCore
import SearchIndexing
import Testing

/// An index that goes on from the last one is, byte for byte, the index that is made anew.
@Suite struct `An index after another` {
  /// An index, with what it leaves for the next.
  private struct Index {
    var documents: [SearchableDocument]
    var towns = ["Otley"]
    var files: [String: [UInt8]] = [:]
    var kept: Set<String> = []
    var left: LastIndex?
    /// What is kept of each document, and the text that it is of.
    var entries: [Int: (text: [[UInt8]], document: KeptDocument)] = [:]
    let scratch: ScratchFile

    init(_ documents: [SearchableDocument]) throws {
      self.documents = documents
      scratch = try ScratchFile(in: "/tmp")
    }

    /// Writes the index anew or after the last one, from which documents are kept that have not changed.
    mutating func write() async throws {
      let output = IndexFiles(after: files)
      let last = try left.map(Self.read)
      let builder = try IndexFiles.builder(of: documents.count, output, scratch, towns: towns, last: last)
      for document in documents {
        let text = document.passages.map(\.text)
        if let entry = entries[document.number], entry.text == text,
          try builder.add(entry.document, number: document.number)
        {
          continue
        }
        entries[document.number] = (text, try builder.add(document))
      }
      let index = try await builder.finish(jobs: 2)
      (files, kept, left) = (output.files, output.keptFiles, index.left)
      files["manifest"] = index.manifest
    }

    /// What the next process reads of it.
    private static func read(_ index: LastIndex) throws -> LastIndex {
      var writer = ByteWriter()
      index.write(to: &writer)
      var reader = ByteReader(writer.bytes)
      let read = LastIndex(reading: &reader)
      try #require(!reader.isDamaged && reader.isAtEnd)
      return read
    }

    /// The paths of files whose bytes are not those of an index that is made anew.
    func differences() async throws -> [String] {
      var fresh = try Index(documents)
      fresh.towns = towns
      try await fresh.write()
      return Set(files.keys).union(fresh.files.keys).filter { files[$0] != fresh.files[$0] }.sorted()
    }

    /// The part of the files of a kind that were taken over.
    func keptPart(of kind: String) -> Double {
      let all = files.keys.filter { $0.hasPrefix(kind + "/") }
      return Double(all.count { kept.contains($0) }) / Double(all.count)
    }
  }

  /// A letter of words of which many are in few letters.
  private static func letter(_ number: Int, _ random: inout Dice) -> SearchableDocument {
    SearchableDocument(
      number: number, title: "Letter \(number)",
      (0..<8).map { _ in
        (0..<60).map { _ in
          let word = Int.random(in: 0..<2000, using: &random)
          return "w\(word * word / 2000)"
        }.joined(separator: " ")
      })
  }

  /// A letter with something more to say.
  private static func longer(_ letter: SearchableDocument, _ more: String) -> SearchableDocument {
    let findings = letter.passages.dropFirst().map { String(decoding: $0.text, as: UTF8.self) }
    return SearchableDocument(number: letter.number, title: "Letter \(letter.number)", findings + [more])
  }

  @Test(arguments: 1...UInt64(3)) func `is the same after a chain of changes`(seed: UInt64) async throws {
    var random = Dice(state: seed)
    var index = try Index((0..<160).map { Self.letter($0, &random) })
    try await index.write()
    for _ in 0..<6 {
      let number = Int.random(in: 0..<index.documents.count, using: &random)
      switch Int.random(in: 0..<6, using: &random) {
      case 0: index.documents.append(Self.letter(index.documents.count, &random))
      case 1: index.documents.removeLast()
      case 2: index.documents[number] = Self.letter(number, &random)
      case 3: index.documents[number] = Self.longer(index.documents[number], "w7 entirely new\(number)")
      case 4: index.documents[number] = Self.longer(index.documents[number], "multi-agency safeguarding hub")
      default: index.towns.append("w\(number)")
      }
      try await index.write()
      #expect(try await index.differences() == [])
    }
  }

  @Test func `keeps the pieces of words that no changed document has`() async throws {
    var random = Dice(state: 5)
    var index = try Index((0..<300).map { Self.letter($0, &random) })
    try await index.write()
    index.documents[150] = Self.longer(index.documents[150], "w7 and more")
    try await index.write()
    #expect(try await index.differences() == [])
    for kind in ["words", "passages", "positions"] { #expect(index.keptPart(of: kind) > 0.5, "\(kind)") }
  }

  @Test func `keeps no list of all documents when there is one more`() async throws {
    var random = Dice(state: 9)
    var index = try Index((0..<120).map { Self.longer(Self.letter($0, &random), "everywhere") })
    try await index.write()
    index.documents.append(SearchableDocument(number: 120, title: "Other", ["nothing"]))
    try await index.write()
    #expect(try await index.differences() == [])
  }
}
