/// A file of the index.
///
/// An index is a manifest and pieces, each a gzip file (RFC 1952, whose checksum finds damage). Inside, every
/// piece begins with a header of eight bytes: `FNDS`, the version of the format, the letter of its kind, and
/// two bytes that are zero. Documents are numbered by their first release, and the index is cut into shards
/// of 16,384 documents: a new letter changes the last shard alone, and no list grows beyond a shard.
package enum PieceKind: UInt8, CaseIterable, Sendable {
  /// What every document of a shard is about: `Columns`.
  case columns = 0x63
  /// Stems with the documents that have them: `WordPiece`.
  case words = 0x77
  /// In which passages of those documents: `Passages`.
  case passages = 0x70
  /// Where in those passages: `Positions`.
  case positions = 0x6F
  /// The words as they are spelled, for beginnings and suggestions: `Spellings`.
  case spellings = 0x73
  /// How a list shows documents: `Labels`.
  case labels = 0x6C
  /// The text of a document: `DocumentText`.
  case text = 0x74

  /// The folder of its files.
  package var folder: StaticString {
    switch self {
    case .columns: "columns"
    case .words: "words"
    case .passages: "passages"
    case .positions: "positions"
    case .spellings: "spellings"
    case .labels: "labels"
    case .text: "text"
    }
  }

  /// How many pieces share a folder named by the digest of what is in it.
  ///
  /// A digest cannot be compressed and the manifest holds all of them, so they are of folders; each is small
  /// enough that the folders that a new letter leaves alone keep their names.
  package var folderSize: Int {
    switch self {
    case .columns: 1
    case .words, .passages, .positions, .spellings, .labels: 16
    case .text: 64
    }
  }
}

/// Which piece of an index is meant.
package final class PieceReference: Sendable {
  package let kind: PieceKind
  package let shard: Int
  package let number: Int

  package init(_ kind: PieceKind, shard: Int, number: Int) {
    self.kind = kind
    self.shard = shard
    self.number = number
  }

  /// Whether it is the same piece.
  func isSame(as other: PieceReference) -> Bool {
    kind == other.kind && shard == other.shard && number == other.number
  }
}

/// What every piece begins with.
package enum PieceHeader {
  /// The version of the format that this source reads and writes.
  package static let version: UInt8 = 1
  package static let size = 8

  package static func write(_ kind: UInt8, to writer: inout ByteWriter) {
    writer.write(raw: [0x46, 0x4E, 0x44, 0x53, version, kind, 0, 0])
  }

  /// Why a piece cannot be read; nil where it begins as one of this kind and version does.
  static func failure(of bytes: [UInt8], _ kind: UInt8) -> IndexError? {
    guard bytes.count >= size, bytes[0] == 0x46, bytes[1] == 0x4E, bytes[2] == 0x44, bytes[3] == 0x53 else {
      return .damaged
    }
    if bytes[4] > version { return .newer }
    return bytes[4] == version && bytes[5] == kind ? nil : .damaged
  }
}

extension ByteReader {
  /// A reader of what follows the header of a piece.
  init(piece: [UInt8]) { self.init(piece, PieceHeader.size..<piece.count) }
}

/// Why a query cannot be answered.
package enum IndexError: Error, Sendable {
  /// A piece is not what the index says it is.
  case damaged
  /// The index was written in a later version of the format.
  case newer
}
