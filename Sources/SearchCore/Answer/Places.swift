extension Search {
  /// The towns and areas that the query names, with the area that each leads to.
  func places() -> [WordEntry.Place] {
    var stems: [[UInt8]] = []
    for term in request.query.expression?.wanted ?? [] {
      for stem in term.wordStems { stems.append(stem) }
    }
    var places: [WordEntry.Place] = []
    for index in 0..<stems.count {
      for shard in store.contents.shards {
        for place in store.entry(of: stems[index], in: shard)?.places ?? [] {
          let isKnown = places.contains {
            $0.name.isEqual(to: place.name) && $0.area.id.isEqual(to: place.area.id)
          }
          if !isKnown, stems.has(place.rest, at: index + 1) { places.append(place) }
        }
      }
    }
    return places
  }
}
