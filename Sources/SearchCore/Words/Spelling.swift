/// How a word is written, its form or its stem: at most 64 bytes of UTF-8.
///
/// What does not fit is cut at the boundary of a scalar, and nothing is appended after the cut. The bytes have a
/// place of their own for as long as it lives, so that one serves for many words and none is copied unseen.
@safe package struct Spelling: ~Copyable {
  package static let capacity = 64

  /// Room for the bytes, and for eight more that may be stored but never count.
  private let bytes: UnsafeMutablePointer<UInt8>
  /// How many bytes it has.
  package private(set) var count = 0
  /// Whether it is the beginning of a longer word.
  package private(set) var isCut = false

  /// No word yet.
  package init() {
    unsafe bytes = .allocate(capacity: Self.capacity + 8)
    unsafe bytes.initialize(repeating: 0, count: Self.capacity + 8)
  }

  /// Spells a word that stands in UTF-8 already.
  package init(_ text: Span<UInt8>) {
    self.init()
    append(text)
  }

  deinit { unsafe bytes.deallocate() }

  package var isEmpty: Bool { count == 0 }

  package subscript(index: Int) -> UInt8 {
    get {
      precondition(0..<count ~= index, "a byte beyond the end of a word")
      return unsafe bytes[index]
    }
    set {
      precondition(0..<count ~= index, "a byte beyond the end of a word")
      unsafe bytes[index] = newValue
    }
  }

  /// Calls a function with the bytes.
  package func withBytes<Result: ~Copyable, Failure: Error>(
    _ body: (Span<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try body(unsafe UnsafeBufferPointer(start: bytes, count: count).span)
  }

  // MARK: Writing

  /// Becomes what another one is.
  package mutating func set(to other: borrowing Spelling) {
    unsafe bytes.update(from: other.bytes, count: other.count)
    count = other.count
    isCut = other.isCut
  }

  /// Removes the bytes from an index on; what is appended then makes another word.
  package mutating func truncate(to count: Int) {
    precondition(0...self.count ~= count, "a word cut beyond its end")
    self.count = count
    isCut = false
  }

  /// Removes the first byte.
  package mutating func removeFirst() {
    precondition(count > 0, "a word cut beyond its end")
    count -= 1
    unsafe bytes.update(from: bytes + 1, count: count)
  }

  /// Appends one byte of ASCII.
  package mutating func append(_ byte: UInt8) {
    guard hasRoom(for: 1) else { return }
    unsafe bytes[count] = byte
    count += 1
  }

  /// Appends the first bytes, at most eight, of some that were loaded from a text and are ASCII.
  @inline(__always)
  mutating func append(_ eight: EightBytes, first length: Int) {
    guard !isCut else { return }
    // All eight are stored, whatever their number: that is one instruction.
    unsafe UnsafeMutableRawPointer(bytes + count).storeBytes(of: eight.value.littleEndian, as: UInt64.self)
    count += length
    if count > Self.capacity {
      count = Self.capacity
      isCut = true
    }
  }

  /// Appends a scalar in UTF-8.
  package mutating func append(scalar: UInt32) {
    guard scalar >= 0x80 else { return append(UInt8(scalar)) }
    let length = scalar < 0x800 ? 2 : scalar < 0x1_0000 ? 3 : 4
    guard hasRoom(for: length) else { return }
    var rest = scalar
    for index in (1..<length).reversed() {
      unsafe bytes[count + index] = 0x80 | UInt8(truncatingIfNeeded: rest & 0x3F)
      rest >>= 6
    }
    let mark: UInt8 = length == 2 ? 0xC0 : length == 3 ? 0xE0 : 0xF0
    unsafe bytes[count] = mark | UInt8(truncatingIfNeeded: rest)
    count += length
  }

  /// Appends text, which need not fit.
  package mutating func append(_ text: Span<UInt8>) {
    var place = 0
    while place < text.count {
      let scalar = text.scalar(at: place)
      append(scalar: scalar.value)
      place += scalar.length
    }
  }

  /// Appends another word, which need not fit.
  package mutating func append(_ other: borrowing Spelling) {
    append(unsafe UnsafeBufferPointer(start: other.bytes, count: other.count).span)
    isCut = isCut || other.isCut
  }

  /// Whether so many bytes fit; if not, the word ends here for good.
  private mutating func hasRoom(for length: Int) -> Bool {
    isCut = isCut || count + length > Self.capacity
    return !isCut
  }
}

// MARK: Comparing

extension Spelling {
  package static func == (one: borrowing Spelling, other: borrowing Spelling) -> Bool {
    guard one.count == other.count else { return false }
    for index in 0..<one.count where one[index] != other[index] { return false }
    return true
  }

  /// Whether a word comes before another one in the order of their bytes.
  package static func < (one: borrowing Spelling, other: borrowing Spelling) -> Bool {
    for index in 0..<min(one.count, other.count) where one[index] != other[index] {
      return one[index] < other[index]
    }
    return one.count < other.count
  }
}
