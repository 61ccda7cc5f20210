package import SearchCore

/// Lists in what is kept from one index, or one site, for the next.
extension ByteWriter {
  /// Writes how many there are, and each of them.
  package mutating func write<Element>(list: [Element], _ element: (inout ByteWriter, Element) -> Void) {
    write(number: list.count)
    for one in list { element(&self, one) }
  }
}

extension ByteReader {
  /// How many there are, and each of them, as far as they are there.
  package mutating func list<Element>(_ element: (inout ByteReader) -> Element) -> [Element] {
    var list: [Element] = []
    for _ in 0..<number() where !isDamaged { list.append(element(&self)) }
    return list
  }
}
