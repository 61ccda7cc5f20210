import SearchCore

/// Words as they are spelled, each with a number: the first 0, the next 1.
///
/// A hash table over one run of bytes; a word is copied once, when it is new.
struct FormTable: Sendable {
  init() {}

  private var bytes: [UInt8] = []
  /// Where each form begins in the bytes, and the end of the last.
  private var starts: [Int] = [0]
  private var hashes: [UInt32] = []
  /// The number of a form and 1, or 0, by its hash.
  private var slots = [UInt32](repeating: 0, count: 1024)

  var count: Int { hashes.count }

  /// The bytes of a form.
  subscript(number: Int) -> ArraySlice<UInt8> { bytes[starts[number]..<starts[number + 1]] }

  /// The hash of a form: FNV-1a.
  func hash(of number: Int) -> UInt32 { hashes[number] }

  /// The number of a form, a new one if it is new.
  mutating func number(of form: Span<UInt8>) -> Int {
    var hash: UInt32 = 2_166_136_261
    for index in form.indices { hash = (hash ^ UInt32(form[index])) &* 16_777_619 }
    return number(of: form, hash)
  }

  /// The number of a form whose hash is known.
  mutating func number(of form: Span<UInt8>, _ hash: UInt32) -> Int {
    let mask = slots.count - 1
    var slot = Int(hash ^ hash >> 15) & mask
    while slots[slot] != 0 {
      let number = Int(slots[slot]) - 1
      if hashes[number] == hash, isEqual(number, form) { return number }
      slot = (slot + 1) & mask
    }
    slots[slot] = UInt32(count + 1)
    hashes.append(hash)
    for index in form.indices { bytes.append(form[index]) }
    starts.append(bytes.count)
    if count * 2 > slots.count { grow() }
    return count - 1
  }

  private func isEqual(_ number: Int, _ form: Span<UInt8>) -> Bool {
    let start = starts[number]
    guard starts[number + 1] - start == form.count else { return false }
    for index in form.indices where bytes[start + index] != form[index] { return false }
    return true
  }

  // MARK: Keeping

  /// Writes what ``init(reading:)`` reads; a form that is not kept leaves its number behind, and no letter.
  func write(to writer: inout ByteWriter, keeping isKept: (Int) -> Bool) {
    writer.write(number: count)
    for number in 0..<count { writer.write(text: isKept(number) ? [UInt8](self[number]) : []) }
  }

  /// A table with the numbers that it had.
  init(reading reader: inout ByteReader) {
    for _ in 0..<reader.number() where !reader.isDamaged {
      let form = reader.text()
      guard form.isEmpty else {
        _ = number(of: form.span)
        continue
      }
      hashes.append(0)
      starts.append(bytes.count)
    }
  }

  private mutating func grow() {
    slots = [UInt32](repeating: 0, count: slots.count * 4)
    let mask = slots.count - 1
    for (number, hash) in hashes.enumerated() where !self[number].isEmpty {
      var slot = Int(hash ^ hash >> 15) & mask
      while slots[slot] != 0 { slot = (slot + 1) & mask }
      slots[slot] = UInt32(number + 1)
    }
  }
}
