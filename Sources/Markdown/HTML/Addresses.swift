import Escaping

extension Bytes {
  /// Appends an address for a double-quoted attribute, percent-encoded as cmark encodes it
  /// (`houdini_href_e.c` of 0.30.2).
  mutating func append(address: some Collection<UInt8>) {
    for byte in address {
      switch byte {
      case UInt8(ascii: "&"): append("&amp;")
      case UInt8(ascii: "'"): append("&#x27;")
      case _ where byte.isSafeInAddress: append(byte)
      default:
        append(UInt8(ascii: "%"))
        append(hexadecimalDigit(byte >> 4))
        append(hexadecimalDigit(byte & 0xF))
      }
    }
  }
}

extension UInt8 {
  fileprivate var isSafeInAddress: Bool {
    switch self {
    case UInt8(ascii: "!"), UInt8(ascii: "#"), UInt8(ascii: "$"), UInt8(ascii: "%"), UInt8(ascii: "("),
      UInt8(ascii: ")"), UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: ","), UInt8(ascii: "-"),
      UInt8(ascii: "."), UInt8(ascii: "/"), UInt8(ascii: ":"), UInt8(ascii: ";"), UInt8(ascii: "="),
      UInt8(ascii: "?"), UInt8(ascii: "@"), UInt8(ascii: "_"), UInt8(ascii: "~"):
      true
    default: isASCIILetterOrDigit
    }
  }
}

private func hexadecimalDigit(_ value: UInt8) -> UInt8 {
  value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "A") + value - 10
}

extension NodeText {
  /// Whether cmark leaves the address out, since a browser might run what it says (`scan_dangerous_url`).
  var isDangerousAddress: Bool {
    let beginning = prefix(20).map { $0 < 0x80 && $0.isASCIILetter ? $0 | 0x20 : $0 }
    func begins(with text: String) -> Bool { beginning.starts(with: text.utf8) }
    let images = ["png", "gif", "jpeg", "webp"]
    if images.contains(where: { begins(with: "data:image/" + $0) }) { return false }
    return ["javascript:", "vbscript:", "file:", "data:"].contains(where: begins)
  }
}
