extension Bytes {
  /// Appends text for a value of BibTeX in braces.
  ///
  /// What LaTeX would take for a command is written so that it prints the character, and hyphens so that they
  /// do not become a dash. Braces are written by their names, since BibTeX counts them whatever stands before
  /// them. Letters beyond ASCII stay as they are, in UTF-8; a break of a line becomes a space.
  package mutating func append(bibTeX text: String) {
    var previous: UInt8?
    for byte in text.utf8 {
      if byte == previous, isJoinedByLaTeX(byte) { append("{}") }
      if let escape = bibTeXEscape(byte) { append(escape) } else { append(byte) }
      previous = byte
    }
  }
}

/// Whether LaTeX prints two of the character as another one.
private func isJoinedByLaTeX(_ byte: UInt8) -> Bool {
  byte == UInt8(ascii: "-") || byte == UInt8(ascii: "'") || byte == UInt8(ascii: "`")
}

private func bibTeXEscape(_ byte: UInt8) -> StaticString? {
  switch byte {
  case UInt8(ascii: "\\"): "\\textbackslash{}"
  case UInt8(ascii: "{"): "\\textbraceleft{}"
  case UInt8(ascii: "}"): "\\textbraceright{}"
  case UInt8(ascii: "~"): "\\textasciitilde{}"
  case UInt8(ascii: "^"): "\\textasciicircum{}"
  case UInt8(ascii: "<"): "\\textless{}"
  case UInt8(ascii: ">"): "\\textgreater{}"
  case UInt8(ascii: "|"): "\\textbar{}"
  case UInt8(ascii: "#"): "\\#"
  case UInt8(ascii: "$"): "\\$"
  case UInt8(ascii: "%"): "\\%"
  case UInt8(ascii: "&"): "\\&"
  case UInt8(ascii: "_"): "\\_"
  case 0..<0x20, 0x7F: " "
  default: nil
  }
}
