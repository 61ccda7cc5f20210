package import SearchCore

/// Lists, and places in a file, in what is kept from one index, or one site, for the next.
extension ByteWriter {
  /// Writes how many there are, and each of them.
  package mutating func write<Element>(list: [Element], _ element: (inout ByteWriter, Element) -> Void) {
    write(number: list.count)
    for one in list { element(&self, one) }
  }

  package mutating func write(place: Range<Int>) {
    write(fixed64: place.lowerBound)
    write(number: place.count)
  }

  /// Writes a number of 62 bits.
  package mutating func write(fixed64 number: Int) {
    write(number: number >> 31)
    write(number: number & 0x7FFF_FFFF)
  }
}

extension ByteReader {
  /// How many there are, and each of them, as far as they are there.
  package mutating func list<Element>(_ element: (inout ByteReader) -> Element) -> [Element] {
    var list: [Element] = []
    for _ in 0..<number() where !isDamaged { list.append(element(&self)) }
    return list
  }

  package mutating func place() -> Range<Int> {
    let start = fixed64()
    return start..<(start + number())
  }

  package mutating func fixed64() -> Int { number() << 31 | number() }
}
