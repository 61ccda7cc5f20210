import Diagnostics
import Model
import PublishingCalendar
import Sealing
import StrictYAML

/// Reads the lists of the archive, a YAML sequence of mappings each.
struct ListReading {
  private var reports: [Report] = []
  /// The files of lists that could not be read at all.
  private(set) var unreadable: Set<String> = []
  private let content: ContentFolder

  init(_ content: ContentFolder) {
    self.content = content
  }

  /// What was found in the lists read so far.
  var diagnostics: [Diagnostic] { reports.flatMap(\.diagnostics) }

  private mutating func report(on file: String) -> Report {
    let report = Report(file: content.displayPath(file))
    reports.append(report)
    return report
  }

  /// The lists; what cannot be read is reported and left out.
  mutating func lists() -> Lists {
    var lists = Lists()
    lists.inspectorates = entries(of: "inspectorates.yml", Self.inspectorate)
    lists.programmes = entries(of: "programmes.yml", Self.programme)
    lists.themes = entries(of: "themes.yml", Self.theme)
    lists.areas = areas()
    lists.agencies = entries(of: "agencies.yml", Self.agency)
    lists.glossary = glossary()
    return lists
  }

  /// The bank holidays of England and Wales by day.
  mutating func workingDays() -> WorkingDays {
    let file = "bank-holidays.json"
    let report = report(on: file)
    do {
      guard let bytes = try content.bytes(of: file) else { return WorkingDays(holidays: [:]) }
      return WorkingDays(holidays: try BankHolidays.read(bytes))
    } catch {
      report.error(
        "bank-holidays", line: nil, "\(String(describing: error))",
        expected: "the format of https://www.gov.uk/bank-holidays.json")
      return WorkingDays(holidays: [:])
    }
  }

  // MARK: Entries

  /// The entries of a list with the ids checked; a list that is not there is empty.
  private mutating func entries<Entry>(
    of file: String, _ read: (inout Fields, _ id: String, _ name: String) -> Entry
  ) -> [Entry] {
    var seen: Set<String> = []
    return mappings(of: file).compactMap { fields in
      var fields = fields
      defer { fields.reportUnknownKeys() }
      let id = fields.requiredText("id")
      let name = fields.requiredText("name")
      // An entry that is refused is read all the same, so that its keys are known ones.
      let entry = read(&fields, id ?? "", name ?? "")
      guard let id, name != nil else { return nil }
      guard Slug.isID(id), !Slug.isReserved(id) else {
        fields.reportWrong("id", "\(quoting: id) is no id", expected: "\(Slug.form)")
        return nil
      }
      guard seen.insert(id).inserted else {
        fields.report.error(
          "duplicate-id", line: fields.line(of: "id"), "the id \(quoting: id) stands there twice")
        return nil
      }
      return entry
    }
  }

  private mutating func mappings(of file: String) -> [Fields] {
    let report = report(on: file)
    guard let value = content.yaml(file, report: report) else {
      if report.hasErrors { unreadable.insert(file) }
      return []
    }
    switch value {
    case .sequence(let values, _): return values.map { Fields($0, report: report) }
    case .mapping(let pairs, _) where pairs.isEmpty: return []
    case .nothing: return []
    default:
      unreadable.insert(file)
      report.error(
        "wrong-type", line: value.line, "this list is \(value.kind)",
        expected: "entries that begin with '- id:'")
      return []
    }
  }

  private static func inspectorate(_ fields: inout Fields, id: String, name: String) -> Inspectorate {
    let names = fields.list("names").compactMap { entry -> DatedName? in
      var entry = entry
      defer { entry.reportUnknownKeys() }
      entry.require("from")
      let name = entry.requiredText("name")
      let shortName = entry.text("short-name")
      guard let name, let from = entry.day("from") else { return nil }
      return DatedName(name: name, shortName: shortName, from: from)
    }
    return Inspectorate(
      id: id, name: name, shortName: fields.text("short-name"), website: fields.webAddress("website"),
      names: names.sorted { $0.from < $1.from })
  }

  private static func programme(_ fields: inout Fields, id: String, name: String) -> Programme {
    var programme = Programme(id: id, name: name)
    programme.description = fields.text("description")
    programme.legalBasis = fields.text("legal-basis")
    if var headings = fields.fields("headings") {
      for kind in FindingKind.allCases {
        let spellings = headings.texts(kind.rawValue).map(\.text)
        if !spellings.isEmpty { programme.headings[kind] = spellings }
      }
      headings.reportUnknownKeys()
    }
    programme.timetables = fields.list("timetables").compactMap { entry in
      var entry = entry
      defer { entry.reportUnknownKeys() }
      entry.require("from", "milestones")
      let from = entry.day("from")
      guard let timetable = entry.timetable("milestones"), let from else { return nil }
      return DatedTimetable(from: from, timetable: timetable)
    }.sorted { $0.from < $1.from }
    return programme
  }

  private static func theme(_ fields: inout Fields, id: String, name: String) -> Theme {
    var theme = Theme(id: id, name: name)
    theme.aliases = fields.texts("aliases").map(\.text)
    theme.description = fields.text("description")
    return theme
  }

  private static func agency(_ fields: inout Fields, id: String, name: String) -> Agency {
    if FindingKind(rawValue: id) != nil {
      // Lists of findings have both in the same place of their addresses.
      fields.reportWrong("id", "\(quoting: id) is a kind of finding", expected: "an id that is none")
    }
    var agency = Agency(id: id, name: name)
    agency.aliases = fields.texts("aliases").map(\.text)
    return agency
  }

  /// The areas; successors are checked when all ids are known.
  private mutating func areas() -> [Area] {
    var successors: [(text: String, line: Int)] = []
    let areas = entries(of: "areas.yml") { fields, id, name in
      var area = Area(id: id, name: name)
      area.region = fields.text("region")
      area.onsCode = fields.text("ons-code")
      area.urn = fields.text("urn")
      area.aliases = fields.texts("aliases").map(\.text)
      area.covers = fields.texts("covers").map(\.text)
      area.policeForce = fields.text("police-force")
      area.isListed = fields.flag("listed") ?? false
      let named = fields.texts("successors")
      area.successors = named.map(\.text)
      successors += named
      return area
    }
    let known = Set(areas.map(\.id))
    let report = report(on: "areas.yml")
    for (text, line) in successors where !known.contains(text) {
      report.error(
        "unknown-id", line: line, "\(quoting: text) is not in areas.yml",
        expected: "the id of an area", suggestion: nearMiss(for: text, among: known))
    }
    return areas
  }

  private mutating func glossary() -> [GlossaryEntry] {
    var seen: Set<String> = []
    return mappings(of: "glossary.yml").compactMap { fields in
      var fields = fields
      defer { fields.reportUnknownKeys() }
      let term = fields.requiredText("term")
      let entry = GlossaryEntry(
        term: term ?? "", expansion: fields.text("expansion"), definition: fields.text("definition"))
      guard let term else { return nil }
      guard seen.insert(term).inserted else {
        fields.report.error(
          "duplicate-id", line: fields.line(of: "term"), "the term \(quoting: term) stands there twice")
        return nil
      }
      return entry
    }
  }

  /// The people who may be given what is not public yet.
  mutating func recipients() -> [Recipient] {
    var seen: Set<PublicKey> = []
    return entries(of: "recipients.yml") { fields, id, name in
      Recipient(
        id: id, name: name, keys: fields.publicKeys("key", seen: &seen),
        opensSealedContent: fields.flag("sealed-content") ?? false)
    }
  }
}
