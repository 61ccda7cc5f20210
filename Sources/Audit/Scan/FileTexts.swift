import Escaping
import GZip
import SearchCore
import Zip

/// The texts of a file as people or programs read words in it: unpacked (gzip, zip), between and within the tags of HTML
/// and XML, with the escapes of JSON undone, in one or two bytes a letter, with and without characters that show nothing.
///
/// What a PDF or a database holds takes programs to read: see `PDFTexts` and `DatabaseTexts`.
enum FileTexts {
  /// How deep files lie packed in each other that are looked into.
  private static let deepest = 3
  /// The most that is unpacked of one file, in bytes.
  private static let limit = 1 << 30

  /// Hands out the texts one by one; false where a part of the file could not be looked into.
  static func each(in bytes: Bytes, named name: String, _ take: (Bytes) -> Void) -> Bool {
    eachText(in: bytes, named: name, depth: 0) { text in
      take(text)
      if let visible = text.withoutInvisible { take(visible) }
    }
  }

  private static func eachText(in bytes: Bytes, named name: String, depth: Int, _ take: (Bytes) -> Void)
    -> Bool
  {
    if bytes.starts(with: [0x1F, 0x8B]) {
      guard depth < deepest, let unpacked = GZip.decompress(bytes, limit: limit) else { return false }
      return eachText(in: unpacked, named: name.removingSuffix(".gz"), depth: depth + 1, take)
    }
    if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) {
      return depth < deepest && eachPart(of: bytes, depth: depth + 1, take)
    }
    if bytes.first(where: { $0 > 0x20 && $0 < 0x80 }) == UInt8(ascii: "<") {
      let (text, tags) = bytes.textAndTags
      take(text)
      take(tags.decodingPercents ?? tags)
    } else if name.hasSuffix(".json") {
      take(bytes.unescapedJSON ?? bytes)
    } else {
      take(bytes)
      // Letters in two bytes each.
      if bytes.contains(0) { take(bytes.filter { $0 != 0 }) }
      if name.hasSuffix(".txt") || name.hasSuffix(".csv") { take(bytes.joiningHyphenatedLines) }
      eachLabel(of: bytes, take)
      return eachProperty(ofPNG: bytes, take)
    }
    return true
  }

  /// The texts of a piece of the search index that shows documents, between which only their lengths stand.
  private static func eachLabel(of bytes: Bytes, _ take: (Bytes) -> Void) {
    guard bytes.starts(with: "FNDS".utf8), bytes.count > PieceHeader.size,
      bytes[PieceHeader.kindOffset] == PieceKind.labels.rawValue
    else { return }
    var reader = ByteReader(bytes, PieceHeader.size..<bytes.count)
    while !reader.isAtEnd { take(reader.text()) }
  }

  /// The packed properties of a picture (PNG, 11.3.3), which are text; those that are not packed are read as they are.
  private static func eachProperty(ofPNG bytes: Bytes, _ take: (Bytes) -> Void) -> Bool {
    guard bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]) else { return true }
    var isRead = true
    var place = 8
    while place + 12 <= bytes.count {
      let length = bytes[place..<place + 4].reduce(0) { $0 << 8 | Int($1) }
      let kind = String(decoding: bytes[place + 4..<place + 8], as: UTF8.self)
      guard length <= bytes.count - place - 12 else { return false }
      if kind == "zTXt" || kind == "iTXt" {
        let data = bytes[place + 8..<place + 8 + length]
        // Behind the keyword, and in an iTXt its language and translation, each ended by a zero.
        let packed = data.split(
          separator: 0, maxSplits: kind == "zTXt" ? 1 : 4, omittingEmptySubsequences: false)
        if let last = packed.last, !last.isEmpty {
          let stream = kind == "zTXt" ? last.dropFirst() : last
          // The first two bytes of zlib.
          let mark = stream.prefix(2).reduce(0) { $0 << 8 | Int($1) }
          if mark & 0x0F00 == 0x0800, mark % 31 == 0 {
            if let text = GZip.decompress(zlib: Bytes(stream), limit: limit) {
              take(text)
            } else {
              isRead = false
            }
          }
        }
      }
      place += length + 12
    }
    return isRead
  }

  /// The parts of a document of an office program.
  private static func eachPart(of bytes: Bytes, depth: Int, _ take: (Bytes) -> Void) -> Bool {
    ZipFile.read(bytes) { file in
      var isRead = true
      for name in file.names where !name.hasSuffix("/") {
        take(Bytes(name.utf8))
        let part = file.bytes(of: name, limit: limit)
        if name.hasSuffix(".xml") { take(part.textOfOfficePart) }
        if !eachText(in: part, named: name, depth: depth, take) { isRead = false }
      }
      return isRead
    } ?? false
  }
}

extension String {
  fileprivate func removingSuffix(_ suffix: String) -> String {
    hasSuffix(suffix) ? String(dropLast(suffix.count)) : self
  }
}
