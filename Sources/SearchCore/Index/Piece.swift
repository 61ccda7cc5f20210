/// A file of the index.
///
/// An index is a manifest and pieces, each a gzip file (RFC 1952, whose checksum finds damage). Inside, every
/// piece begins with a header of twelve bytes: `FNDS`, the version of the format, the letter of its kind, its
/// shard in two bytes and its number in four, the lowest first. So a piece that a server has in the place of
/// another is found out. Documents are numbered by their first release, and the index is cut into shards
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

/// What every piece begins with: which it is, so that none is taken for another.
package enum PieceHeader {
  /// The version of the format that this source reads and writes.
  package static let version: UInt8 = 1
  /// How many bytes it has.
  package static let size = 12
  /// Where in it the kind of the piece is.
  package static let kindOffset = 5

  package static func write(_ piece: PieceReference, to writer: inout ByteWriter) {
    writer.write(raw: header(piece.kind.rawValue, shard: piece.shard, number: piece.number))
  }

  /// The header of a manifest, of which there is one.
  static var ofManifest: [UInt8] { header(Manifest.kind, shard: 0, number: 0) }

  private static func header(_ kind: UInt8, shard: Int, number: Int) -> [UInt8] {
    var header: [UInt8] = [0x46, 0x4E, 0x44, 0x53, version, kind]
    for place in [shard, shard >> 8, number, number >> 8, number >> 16, number >> 24] {
      header.append(UInt8(truncatingIfNeeded: place))
    }
    return header
  }

  /// Why bytes cannot be read as this piece; nil where they begin as it does.
  static func failure(of bytes: [UInt8], as piece: PieceReference) -> IndexError? {
    failure(of: bytes, expected: header(piece.kind.rawValue, shard: piece.shard, number: piece.number))
  }

  /// Why bytes cannot be read that should begin so.
  static func failure(of bytes: [UInt8], expected header: [UInt8]) -> IndexError? {
    if bytes.starts(with: header) { return nil }
    return bytes.count > 4 && bytes.starts(with: header.part(0, 4)) && bytes[4] > version ? .newer : .damaged
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
