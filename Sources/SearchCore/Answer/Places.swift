/// The towns and areas that a query names, with the area that each leads to.
struct Places {
  private(set) var places: [WordEntry.Place] = []

  init(_ search: Search) throws(Interruption) {
    var isComplete = true
    let stems = search.request.query.expression?.wanted.flatMap { $0.wordStems ?? [] } ?? []
    for (index, stem) in stems.enumerated() {
      isComplete =
        try attempt { () throws(Interruption) in
          for shard in search.shards {
            for place in try shard.shard.entry(of: stem)?.1.places ?? [] {
              let isNamed = stems[(index + 1)...].starts(with: place.rest)
              if isNamed, !places.contains(where: { $0.name == place.name && $0.area.id == place.area.id }) {
                places.append(place)
              }
            }
          }
        } && isComplete
    }
    if !isComplete { throw .waiting }
  }
}
