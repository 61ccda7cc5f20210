package import PublishingCalendar

/// The lists of the archive, each in the order of its file.
package struct Lists: Sendable {
  package var inspectorates: [Inspectorate] = []
  package var programmes: [Programme] = []
  package var themes: [Theme] = []
  package var areas: [Area] = []
  package var agencies: [Agency] = []
  package var glossary: [GlossaryEntry] = []

  package init() {}
}

package struct Inspectorate: Hashable, Sendable {
  package var id: String
  package var name: String
  package var shortName: String?
  package var website: String?
  /// The names over time, by the day from which each holds, earliest first.
  package var names: [DatedName]

  package init(id: String, name: String, shortName: String?, website: String?, names: [DatedName]) {
    self.id = id
    self.name = name
    self.shortName = shortName
    self.website = website
    self.names = names
  }

  /// The name that held on the day: the last that had begun, or the first of all.
  package func name(on day: Day) -> DatedName {
    names.last { $0.from <= day } ?? names.first ?? DatedName(name: name, shortName: shortName, from: day)
  }
}

package struct DatedName: Hashable, Sendable {
  package let name: String
  package let shortName: String?
  package let from: Day

  package init(name: String, shortName: String?, from: Day) {
    self.name = name
    self.shortName = shortName
    self.from = from
  }
}

package struct Programme: Hashable, Sendable {
  package var id: String
  package var name: String
  package var description: String?
  package var legalBasis: String?
  /// The spellings of the headings that begin each kind of finding, beside the usual ones.
  package var headings: [FindingKind: [String]] = [:]
  /// The timetables by the day of the start of fieldwork from which each holds, earliest first.
  package var timetables: [DatedTimetable] = []

  package init(id: String, name: String) {
    self.id = id
    self.name = name
  }
}

package struct DatedTimetable: Hashable, Sendable {
  package let from: Day
  package let timetable: Timetable

  package init(from: Day, timetable: Timetable) {
    self.from = from
    self.timetable = timetable
  }
}

package struct Theme: Hashable, Sendable {
  package var id: String
  package var name: String
  package var aliases: [String] = []
  package var description: String?

  package init(id: String, name: String) {
    self.id = id
    self.name = name
  }
}

package struct Area: Hashable, Sendable {
  package var id: String
  package var name: String
  package var region: String?
  package var onsCode: String?
  package var urn: String?
  package var aliases: [String] = []
  /// The towns and places in the area that people may type.
  package var covers: [String] = []
  package var successors: [String] = []
  package var policeForce: String?
  /// Whether it has a page even where no letter is public.
  package var isListed = false

  package init(id: String, name: String) {
    self.id = id
    self.name = name
  }
}

package struct Agency: Hashable, Sendable {
  package var id: String
  package var name: String
  package var aliases: [String] = []

  package init(id: String, name: String) {
    self.id = id
    self.name = name
  }
}

package struct GlossaryEntry: Hashable, Sendable {
  package var term: String
  package var expansion: String?
  package var definition: String?

  package init(term: String, expansion: String?, definition: String?) {
    self.term = term
    self.expansion = expansion
    self.definition = definition
  }
}
