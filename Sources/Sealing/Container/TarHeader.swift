import Escaping

/// The block before a file in a tar archive: a regular file of nobody, last changed at no time.
struct TarHeader: Equatable {
  let path: String
  let mode: UInt32
  /// The length of the file in bytes.
  let size: Int

  /// A field of the block by its first byte and its length.
  private enum Field {
    static let name = 0..<100
    static let mode = 100..<108
    static let user = 108..<116
    static let group = 116..<124
    static let size = 124..<136
    static let time = 136..<148
    static let checksum = 148..<156
    static let type = 156
    static let magic = 257..<265
    static let prefix = 345..<500
  }

  /// The largest size that the field holds.
  private static let largest = 0o77777777777

  init(path: String, mode: UInt32, size: Int) throws(Container.Problem) {
    guard Self.isSafe(path), mode <= 0o777 else { throw .path }
    precondition((0...Self.largest).contains(size), "a file of the content is far smaller")
    self.path = path
    self.mode = mode
    self.size = size
  }

  /// Reads what differs from block to block; the rest is compared when the whole container is.
  init(reading block: ArraySlice<UInt8>) throws(Container.Problem) {
    func field(_ range: Range<Int>) -> ArraySlice<UInt8> {
      block[(block.startIndex + range.lowerBound)..<(block.startIndex + range.upperBound)]
        .prefix { $0 != 0 }
    }
    guard let name = String(validating: field(Field.name), as: UTF8.self),
      let prefix = String(validating: field(Field.prefix), as: UTF8.self)
    else { throw .path }
    guard let mode = Self.octal(field(Field.mode)), let size = Self.octal(field(Field.size)),
      size <= Self.largest
    else { throw .form }
    try self.init(path: prefix.isEmpty ? name : prefix + "/" + name, mode: UInt32(mode), size: size)
  }

  /// The block, or an error where the path is longer than it holds.
  var bytes: Bytes {
    get throws(Container.Problem) {
      let (prefix, name) = try split()
      var block = Bytes(repeating: 0, count: Container.block)
      func put(_ text: String, _ field: Range<Int>) {
        block.replaceSubrange(field.prefix(text.utf8.count), with: text.utf8)
      }
      put(name, Field.name)
      put(Self.octal(Int(mode), Field.mode), Field.mode)
      put(Self.octal(0, Field.user), Field.user)
      put(Self.octal(0, Field.group), Field.group)
      put(Self.octal(size, Field.size), Field.size)
      put(Self.octal(0, Field.time), Field.time)
      put(String(repeating: " ", count: Field.checksum.count), Field.checksum)
      block[Field.type] = UInt8(ascii: "0")
      put("ustar\u{0}00", Field.magic)
      put(prefix, Field.prefix)
      let sum = block.reduce(0) { $0 + Int($1) }
      put(Self.octal(sum, Field.checksum.dropLast()) + "\u{0} ", Field.checksum)
      return block
    }
  }

  /// The path as its two fields hold it.
  private func split() throws(Container.Problem) -> (prefix: String, name: String) {
    if path.utf8.count <= Field.name.count { return ("", path) }
    guard let slash = path.lastIndex(of: "/") else { throw .path }
    let (prefix, name) = (path[..<slash], path[path.index(after: slash)...])
    guard prefix.utf8.count <= Field.prefix.count, name.utf8.count <= Field.name.count else { throw .path }
    return (String(prefix), String(name))
  }

  /// Whether a path leads to a place in the folder that it is written into, and to no hidden one.
  private static func isSafe(_ path: String) -> Bool {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    return parts.allSatisfy { part in
      !part.isEmpty && !part.hasPrefix(".") && !part.utf8.contains { $0 < 0x20 || $0 == 0x7F }
    }
  }

  // MARK: Numbers

  /// The number in octal digits that fill the field but for the zero at its end.
  private static func octal(_ number: Int, _ field: Range<Int>) -> String {
    let digits = String(number, radix: 8)
    return String(repeating: "0", count: field.count - 1 - digits.count) + digits
  }

  /// The number that octal digits write.
  private static func octal(_ field: ArraySlice<UInt8>) -> Int? {
    guard !field.isEmpty, field.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "7")).contains($0) }) else {
      return nil
    }
    return Int(String(decoding: field, as: UTF8.self), radix: 8)
  }
}
