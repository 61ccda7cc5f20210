extension Bytes {
  /// Appends a property of an iCalendar file whose value is text (RFC 5545, 3.3.11), on lines of at most 75
  /// octets.
  package mutating func append(iCalendar name: StaticString, text: String) {
    var value = Bytes()
    value.append(text, replacing: iCalendarEscape)
    append(iCalendar: name, value)
  }

  /// Appends a property of an iCalendar file with a value that needs no escape: a date, a word, an address.
  package mutating func append(iCalendar name: StaticString, verbatim value: String) {
    append(iCalendar: name, Bytes(value.utf8))
  }

  private mutating func append(iCalendar name: StaticString, _ value: Bytes) {
    var line = Bytes()
    line.append(name)
    line.append(UInt8(ascii: ":"))
    line += value
    append(iCalendarLine: line)
  }

  /// Appends a line folded: a break and a space before every 75th octet, or before the character that it would
  /// cut (RFC 5545, 3.1).
  private mutating func append(iCalendarLine line: Bytes) {
    var rest = line[...]
    var room = 75
    while rest.count > room {
      var end = rest.startIndex + room
      while rest[end] & 0xC0 == 0x80 { end -= 1 }
      append(contentsOf: rest[..<end])
      append("\r\n ")
      rest = rest[end...]
      // The space counts.
      room = 74
    }
    append(contentsOf: rest)
    append("\r\n")
  }
}

/// Controls have no place in a text; a tab is a space.
private func iCalendarEscape(_ byte: UInt8) -> StaticString? {
  switch byte {
  case UInt8(ascii: "\\"): "\\\\"
  case UInt8(ascii: ";"): "\\;"
  case UInt8(ascii: ","): "\\,"
  case UInt8(ascii: "\n"): "\\n"
  case UInt8(ascii: "\t"): " "
  case 0..<0x20, 0x7F: ""
  default: nil
  }
}
