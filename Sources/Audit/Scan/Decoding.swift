import Escaping

extension Bytes {
  /// What HTML or XML says between its tags, and what it says in them, comments too; character references such as
  /// `&#233;` and `&amp;` are the characters that they stand for.
  ///
  /// A tag within a line of text, such as `<em>`, leaves nothing in the text, so that it parts no word; any other
  /// leaves a space.
  var textAndTags: (text: Bytes, tags: Bytes) { textAndTags(isInline: Self.isInlineTag) }

  /// What a part of an office document says: words are cut into runs there at will, so that only tags which end a
  /// paragraph, a line or a cell leave a space.
  var textOfOfficePart: Bytes { textAndTags { !Self.officeBreaks.contains(Bytes($0)) }.text }

  private static let officeBreaks: Set<Bytes> = Set(
    [
      "w:p", "w:br", "w:tab", "w:tc", "w:cr", "a:p", "a:br", "text:p", "text:h", "text:tab", "text:s",
      "text:line-break", "table:table-cell", "si", "c", "row", "comment",
    ].map { Bytes($0.utf8) })

  /// - Parameter isInline: Whether a tag of that name parts no word.
  private func textAndTags(isInline: (ArraySlice<UInt8>) -> Bool) -> (text: Bytes, tags: Bytes) {
    var text = Bytes()
    var tags = Bytes()
    text.reserveCapacity(count)
    var place = 0
    while let start = self[place...].firstIndex(of: UInt8(ascii: "<")) {
      text.append(decoding: self[place..<start])
      guard let end = self[start...].firstIndex(of: UInt8(ascii: ">")) else {
        place = start
        break
      }
      let name = self[(start + 1)..<end].drop { $0 == UInt8(ascii: "/") }.prefix(24)
        .prefix { $0 > 0x20 && $0 != UInt8(ascii: "/") }
      if !isInline(name) { text.append(UInt8(ascii: " ")) }
      tags.append(decoding: self[start...end])
      place = end + 1
    }
    text.append(decoding: self[place...])
    return (text, tags)
  }

  private static let inlineTags: Set<Bytes> = Set(
    [
      "a", "abbr", "b", "bdi", "cite", "code", "em", "i", "mark", "q", "s", "small", "span", "strong", "sub",
      "u", "wbr",
    ]
    .map { Bytes($0.utf8) })

  private static func isInlineTag(_ name: ArraySlice<UInt8>) -> Bool {
    name.count <= 6 && inlineTags.contains(name.map { $0 | 0x20 })
  }

  /// Appends text with the character references in it decoded; names that HTML alone knows stay as they are.
  private mutating func append(decoding source: ArraySlice<UInt8>) {
    var rest = source
    while let mark = rest.firstIndex(of: UInt8(ascii: "&")) {
      append(contentsOf: rest[..<mark])
      rest = rest[mark...]
      if let end = rest.prefix(12).firstIndex(of: UInt8(ascii: ";")),
        let scalar = Self.scalar(ofReference: rest[(mark + 1)..<end])
      {
        append(contentsOf: String(scalar).utf8)
        rest = rest[(end + 1)...]
      } else {
        append(UInt8(ascii: "&"))
        rest = rest.dropFirst()
      }
    }
    append(contentsOf: rest)
  }

  private static func scalar(ofReference name: ArraySlice<UInt8>) -> Unicode.Scalar? {
    let name = String(decoding: name, as: UTF8.self)
    if name.hasPrefix("#x") || name.hasPrefix("#X") {
      return UInt32(name.dropFirst(2), radix: 16).flatMap(Unicode.Scalar.init)
    }
    if name.hasPrefix("#") { return UInt32(name.dropFirst()).flatMap(Unicode.Scalar.init) }
    return [
      "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{A0}", "shy": "\u{AD}",
      "rsquo": "\u{2019}", "lsquo": "\u{2018}", "ndash": "\u{2013}", "mdash": "\u{2014}",
    ][name]
  }

  /// The text with `%20` and the like as the bytes that they stand for; nil where there are none.
  var decodingPercents: Bytes? {
    guard contains(UInt8(ascii: "%")) else { return nil }
    return unescaping(UInt8(ascii: "%")) { rest in
      guard let high = rest.first?.hexDigit, let low = rest.dropFirst().first?.hexDigit else { return nil }
      return ([high << 4 | low], 2)
    }
  }

  /// JSON with the escapes in its strings as the characters that they stand for; nil where there are none.
  var unescapedJSON: Bytes? {
    guard contains(UInt8(ascii: "\\")) else { return nil }
    return unescaping(UInt8(ascii: "\\")) { rest in
      guard rest.first == UInt8(ascii: "u") else { return ([UInt8(ascii: " ")], 1) }
      guard let unit = Self.unit(rest.dropFirst()) else { return nil }
      var units = [unit]
      var length = 5
      if UTF16.isLeadSurrogate(unit),
        rest.dropFirst(5).starts(with: [UInt8(ascii: "\\"), UInt8(ascii: "u")]),
        let second = Self.unit(rest.dropFirst(7))
      {
        units.append(second)
        length = 11
      }
      return (Bytes(String(decoding: units, as: UTF16.self).utf8), length)
    }
  }

  private static func unit(_ digits: ArraySlice<UInt8>) -> UInt16? {
    let digits = digits.prefix(4).compactMap(\.hexDigit)
    return digits.count == 4 ? digits.reduce(0) { $0 << 4 | UInt16($1) } : nil
  }

  /// The bytes with what follows each mark decoded.
  ///
  /// - Parameter decode: Gives the bytes that stand for the beginning of what follows, and how long that is; nil where
  ///   the mark stands for itself.
  private func unescaping(
    _ mark: UInt8, _ decode: (ArraySlice<UInt8>) -> (bytes: Bytes, length: Int)?
  ) -> Bytes {
    var text = Bytes()
    text.reserveCapacity(count)
    var place = 0
    while place < count {
      if self[place] == mark, let (bytes, length) = decode(self[(place + 1)...]) {
        text += bytes
        place += 1 + length
      } else {
        text.append(self[place])
        place += 1
      }
    }
    return text
  }
}

extension Bytes {
  /// The text with the words together that a hyphen at the end of a line parts.
  var joiningHyphenatedLines: Bytes {
    var text = Bytes()
    text.reserveCapacity(count)
    var place = 0
    while place < count {
      let rest = self[place...]
      if rest.starts(with: "-\n".utf8) || rest.starts(with: "-\r\n".utf8) {
        place += rest[place + 1] == UInt8(ascii: "\n") ? 2 : 3
      } else {
        text.append(self[place])
        place += 1
      }
    }
    return text
  }

  /// The text without characters that show nothing, in UTF-8; nil where there are none.
  ///
  /// A space of no width parts words for the search, and hides them from a scan: so both forms are looked at.
  var withoutInvisible: Bytes? {
    var text: Bytes?
    var place = 0
    while place < count {
      let length = self[place] >= 0xE1 ? lengthOfInvisible(at: place) : 0
      if length > 0, text == nil { text = Bytes(self[..<place]) }
      if length == 0 { text?.append(self[place]) }
      place += Swift.max(length, 1)
    }
    return text
  }

  /// How many bytes a character has that stands here and shows nothing; 0 where there is none.
  private func lengthOfInvisible(at place: Int) -> Int {
    let rest = self[place...].prefix(4)
    guard rest.count >= 3 else { return 0 }
    let (second, third) = (rest[place + 1], rest[place + 2])
    switch (rest[place], second) {
    // The Mongolian vowel separator; spaces and marks of no width or direction; joiners and invisible operators.
    case (0xE1, 0xA0): return third == 0x8E ? 3 : 0
    case (0xE2, 0x80): return (0x8B...0x8F).contains(third) || (0xAA...0xAE).contains(third) ? 3 : 0
    case (0xE2, 0x81): return (0xA0...0xAF).contains(third) ? 3 : 0
    // Variation selectors, the mark that may begin a file; tags.
    case (0xEF, 0xB8): return third <= 0x8F ? 3 : 0
    case (0xEF, 0xBB): return third == 0xBF ? 3 : 0
    case (0xF3, 0xA0): return rest.count == 4 ? 4 : 0
    default: return 0
    }
  }
}

extension UInt8 {
  var isLetterOrDigit: Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self | 0x20)
      || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self)
  }

  fileprivate var hexDigit: UInt8? {
    switch self {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): self - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): self - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): self - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}
