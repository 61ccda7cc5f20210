import Model
import PublishingCalendar

extension Lists {
  /// The entries that readers may know: those that a public edition names, inspectorates and listed areas
  /// always; dated names only from their day on.
  ///
  /// Agencies and the glossary stay whole: an entry of theirs shows only where a public text uses it.
  func reached(by documents: [PublishedDocument], on day: Day) -> Lists {
    var reached = entries(namedBy: documents, areas: Set(areas.filter(\.isListed).map(\.id)))
    reached.inspectorates = inspectorates.map { $0.known(on: day) }
    reached.programmes = reached.programmes.map { programme in
      var programme = programme
      programme.timetables = programme.timetables.filter { $0.from <= day }.map {
        DatedTimetable(from: $0.from, timetable: $0.timetable.forReaders)
      }
      return programme
    }
    return reached
  }

  /// The lists with the themes, areas and programmes alone that one of the documents names, and those areas.
  func entries(namedBy documents: [PublishedDocument], areas areaIDs: Set<String> = []) -> Lists {
    var themeIDs: Set<String> = []
    var areaIDs = areaIDs
    var programmeIDs: Set<String> = []
    for document in documents {
      for edition in document.editions.lazy.map(\.edition) {
        themeIDs.formUnion(edition.themes)
        areaIDs.formUnion(edition.facts.areas)
        if let programme = edition.facts.programme { programmeIDs.insert(programme) }
        if case .overview(let round) = edition.facts { themeIDs.formUnion(round.themes) }
      }
    }
    var named = self
    named.themes = themes.filter { themeIDs.contains($0.id) }
    named.programmes = programmes.filter { programmeIDs.contains($0.id) }
    named.areas = areas.filter { areaIDs.contains($0.id) }.map { area in
      var area = area
      area.successors = area.successors.filter(areaIDs.contains)
      return area
    }
    return named
  }
}

extension Inspectorate {
  /// The inspectorate with the names that have begun by the day; the last of them is its name.
  ///
  /// Where none has begun, its name is the one without a date: a name to come shows nowhere.
  func known(on day: Day) -> Inspectorate {
    var known = self
    known.names = names.filter { $0.from <= day }
    guard let current = known.names.last else { return known }
    known.name = current.name
    known.shortName = current.shortName ?? shortName
    return known
  }
}
