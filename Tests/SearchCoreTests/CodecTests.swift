import Testing

@testable import SearchCore

@Suite struct `The codec` {
  @Test(arguments: [0, 1, 127, 128, 16_383, 16_384, 2_097_151, 268_435_456, 2_147_483_647])
  func `reads a number as it was written`(number: Int) {
    var writer = ByteWriter()
    writer.write(number: number)
    var reader = ByteReader(writer.bytes)
    #expect(reader.number() == number)
    #expect(reader.isAtEnd && !reader.isDamaged)
    for length in 0..<writer.count {
      var short = ByteReader([UInt8](writer.bytes.prefix(length)))
      _ = short.number()
      #expect(short.isDamaged)
    }
  }

  @Test(arguments: [[0x80, 0x80, 0x80, 0x80, 0x08], [0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x01], [0x80, 0x80]])
  func `calls a number damaged that is too large or has no end`(number: [UInt8]) {
    var reader = ByteReader(number)
    #expect(reader.number() == 0)
    #expect(reader.isDamaged)
  }

  @Test func `reads texts as they were written`() {
    var writer = ByteWriter()
    writer.write(text: bytes("health"))
    writer.write(sharing: bytes("health"), bytes("healthy"))
    var reader = ByteReader(writer.bytes)
    let first = reader.text()
    #expect(first == bytes("health"))
    #expect(reader.text(sharing: first) == bytes("healthy"))
    #expect(reader.isAtEnd && !reader.isDamaged)
  }

  @Test func `calls a text damaged that shares more than there is`() {
    var writer = ByteWriter()
    writer.write(sharing: bytes("health"), bytes("healthy"))
    var reader = ByteReader(writer.bytes)
    #expect(reader.text(sharing: bytes("heal")) == [])
    #expect(reader.isDamaged)
  }

  @Test(arguments: 0..<15) func `reads Rice codes as they were written`(bits: Int) {
    let parameter = RiceParameter(bits: bits)
    let numbers = [0, 1, 2, 15, 16, 17, 31, 32, 255, 1000].map { UInt32($0) }
    var writer = BitWriter()
    for number in numbers { writer.write(rice: number, parameter) }
    let written = writer.finished()
    var reader = BitReader(written, 0..<written.count)
    #expect(numbers.allSatisfy { reader.rice(parameter) == $0 })
    #expect(!reader.isDamaged)
    var short = BitReader(written, 0..<written.count - 1)
    for _ in numbers { _ = short.rice(parameter) }
    #expect(short.isDamaged)
  }

  @Test(arguments: [(0, 0), (1, 0), (3, 2), (7, 3), (1000, 10)]) func `picks the parameter that suits a mean`(
    mean: Int, bits: Int
  ) {
    #expect(RiceParameter(count: 10, sum: mean * 10).bits == bits)
  }

  @Test func `knows the length of a document in three digits`() {
    for words in [0, 1, 7, 8, 9, 15, 16, 17, 100, 1000, 12_345] {
      let kept = DocumentLength.words(DocumentLength.code(words))
      #expect(kept <= words && words - kept <= words / 8)
    }
  }
}

@Suite struct `A list of postings` {
  @Test(arguments: [[0, 3, 4, 99], [99], []]) func `are read as they were written`(documents: [Int]) throws {
    var last = -1
    let gaps = documents.map { document in
      defer { last = document }
      return UInt32(document - last - 1)
    }
    let weights = documents.map { UInt32($0 % 5) }
    let written = Postings.written(gaps: gaps, weights: weights, shardSize: 100)
    let read = try #require(
      Postings(reading: written, 0..<written.count, count: documents.count, shardSize: 100))
    #expect(read.documents == documents)
    #expect(read.weights == weights.map { Int($0) + 1 })
  }

  @Test func `of all documents take no more than a byte`() throws {
    let none = [UInt32](repeating: 0, count: 100)
    let written = Postings.written(gaps: none, weights: none, shardSize: 100)
    #expect(written.count == 1)
    let read = try #require(Postings(reading: written, 0..<1, count: 100, shardSize: 100))
    #expect(read.documents == [Int](0..<100))
  }

  @Test func `beyond the shard are damaged`() {
    let written = Postings.written(gaps: [7, 60], weights: [0, 0], shardSize: 100)
    #expect(Postings(reading: written, 0..<written.count, count: 2, shardSize: 68) == nil)
  }
}

@Suite struct `A table of blocks` {
  // The third list takes three blocks and a part of a fourth.
  private static let table = BlockTable(
    firstPiece: 10,
    starts: [(0, 0), (2, 0), (2, 40), (2, 80), (5, 0)].map { BlockTable.Start(list: $0, posting: $1) })

  @Test(arguments: [
    (0, "10:0 0-100"), (1, "10:1 0-100"), (2, "11:0 0-40, 12:0 40-80, 13:0 80-100"), (3, "13:1 0-100"),
    (5, "14:0 0-100"), (6, "14:1 0-100"),
  ]) func `knows where the parts of a list are`(list: Int, parts: String) {
    #expect(description(of: list, in: Self.table) == parts)
  }

  @Test func `is read as it was written`() {
    var writer = ByteWriter()
    Self.table.write(to: &writer)
    var reader = ByteReader(writer.bytes)
    let read = BlockTable(reading: &reader)
    #expect(reader.isAtEnd && !reader.isDamaged)
    #expect((0..<7).allSatisfy { description(of: $0, in: read) == description(of: $0, in: Self.table) })
  }

  private func description(of list: Int, in table: BlockTable) -> String {
    (0..<table.count).compactMap { table.part(inBlock: $0, of: list, count: 100) }
      .map { "\($0.piece):\($0.position) \($0.start)-\($0.end)" }.joined(separator: ", ")
  }
}
