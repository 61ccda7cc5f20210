/// The table of contents of an index: its shards, where their pieces are, and what all of them share.
///
/// Manifest: header (`m`); the number of documents; the sum of their lengths; the shards; the abbreviations.
///
/// Shard: the number of its documents; the length of each; the documents whose text is in several pieces, the number
/// of the second and how many there are besides the first; the first stems, the first spellings, the digests.
package struct Manifest: Sendable {
  package static let kind: UInt8 = 0x6D

  /// A shard and its pieces.
  package struct Shard: Sendable {
    /// How many documents it has.
    package var documentCount: Int
    /// How many words each document has, rounded to four binary digits: `DocumentLength`.
    ///
    /// Every search wants them, so that they are no piece that it would have to wait for.
    package var lengths: [UInt8] = []
    /// The documents whose text is in several pieces, the number of the second, and how many follow the first,
    /// which has the number of the document.
    package var longTexts: [(document: Int, second: Int, more: Int)] = []
    /// The first stem of each piece of words, and the first spelling of each piece of spellings.
    package var words: [[UInt8]]
    package var spellings: [[UInt8]]
    /// The digests of the folders of each kind of piece, in the order of `PieceKind.allCases`.
    package var folders: [[FolderDigest]]

    /// A shard has no more documents.
    package static let mostDocuments = 16_384

    package init(documentCount: Int) {
      self.documentCount = documentCount
      words = []
      spellings = []
      folders = PieceKind.allCases.map { _ in [] }
    }
  }

  /// An abbreviation of the glossary, as it is written, and what it stands for.
  package struct Abbreviation: Sendable {
    package let term: [UInt8]
    package let expansion: [UInt8]

    package init(term: [UInt8], expansion: [UInt8]) {
      self.term = term
      self.expansion = expansion
    }
  }

  package var documentCount = 0
  /// The sum of the lengths of all documents, in words as `Shard.lengths` counts them.
  package var totalLength = 0
  package var shards: [Shard] = []
  package var abbreviations: [Abbreviation] = []

  package init() {}

  // MARK: Format

  package func written() -> [UInt8] {
    var writer = ByteWriter()
    writer.write(raw: PieceHeader.ofManifest)
    writer.write(number: documentCount)
    writer.write(number: totalLength)
    writer.write(number: shards.count)
    for shard in shards {
      writer.write(number: shard.documentCount)
      writer.write(raw: shard.lengths)
      writer.write(number: shard.longTexts.count)
      for long in shard.longTexts {
        for number in [long.document, long.second, long.more] { writer.write(number: number) }
      }
      for texts in [shard.words, shard.spellings] {
        writer.write(number: texts.count)
        for text in texts { writer.write(text: text) }
      }
      for folders in shard.folders {
        writer.write(number: folders.count)
        for folder in folders { writer.write(raw: folder.bytes) }
      }
    }
    writer.write(number: abbreviations.count)
    for abbreviation in abbreviations {
      writer.write(text: abbreviation.term)
      writer.write(text: abbreviation.expansion)
    }
    return writer.bytes
  }
}

/// The beginning of the SHA-256 digest of what a folder of pieces holds.
package struct FolderDigest: Sendable {
  /// In bytes; 128 bits are more than chance or malice finds twice.
  package static let size = 16
  package let bytes: [UInt8]

  package init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  package var hexadecimal: [UInt8] {
    var digits: [UInt8] = []
    for byte in bytes { digits.append(hexadecimal: byte) }
    return digits
  }
}

extension PieceKind {
  /// Its place among the kinds.
  package var position: Int {
    switch self {
    case .columns: 0
    case .words: 1
    case .passages: 2
    case .positions: 3
    case .spellings: 4
    case .labels: 5
    case .text: 6
    }
  }
}
