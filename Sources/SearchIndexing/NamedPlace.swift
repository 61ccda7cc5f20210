package import SearchCore

/// A town or area by the name of which readers find an area.
package struct NamedPlace: Sendable {
  package let name: [UInt8]
  package let area: FacetValue
  /// The stems of its words.
  let stems: [[UInt8]]

  /// Nil where the name has no words.
  package init?(name: [UInt8], area: FacetValue) {
    stems = QueryWords.parts(name).map(\.stem)
    guard !stems.isEmpty else { return nil }
    self.name = name
    self.area = area
  }

  var entry: WordEntry.Place { WordEntry.Place(name: name, rest: [[UInt8]](stems.dropFirst()), area: area) }
}

extension [NamedPlace] {
  /// What an index says of them.
  var written: [UInt8] {
    var writer = ByteWriter()
    for place in self { writer.write(place: place.entry) }
    return writer.bytes
  }
}
