import Escaping

extension Bytes {
  /// What HTML or XML says between its tags, and what it says in them, comments too; character references such as
  /// `&#233;` and `&amp;` are the characters that they stand for.
  ///
  /// A tag within a line of text, such as `<em>`, leaves nothing in the text, so that it parts no word; any other
  /// leaves a space.
  var textAndTags: (text: Bytes, tags: Bytes) {
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
      if !isInlineTag(start + 1, end) { text.append(UInt8(ascii: " ")) }
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

  private func isInlineTag(_ start: Int, _ end: Int) -> Bool {
    let name = self[start..<end].drop { $0 == UInt8(ascii: "/") }.prefix(7).prefix { $0.isLetterOrDigit }
    return name.count <= 6 && Self.inlineTags.contains(Bytes(name).map { $0 | 0x20 })
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

extension UInt8 {
  fileprivate var isLetterOrDigit: Bool {
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
