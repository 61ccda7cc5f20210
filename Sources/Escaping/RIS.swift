extension Bytes {
  /// Appends a line of a RIS file: `TI  - Joint inspection of Leeds`.
  ///
  /// A value cannot hold a break, which would begin another tag; it becomes a space, as other control
  /// characters do.
  package mutating func append(risTag tag: StaticString, _ value: String) {
    append(tag)
    append("  - ")
    append(value, replacing: risEscape)
    append("\r\n")
  }
}

private func risEscape(_ byte: UInt8) -> StaticString? { byte < 0x20 || byte == 0x7F ? " " : nil }
