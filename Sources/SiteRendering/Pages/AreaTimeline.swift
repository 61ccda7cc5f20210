import Embargo
import Model
import PublishingCalendar
import Templates

/// What happened in an area in one year, newest first.
struct TimelineYear: TemplateView {
  let heading: String
  let entries: [TimelineEntry]

  func child(named name: String) -> (any TemplateValue)? {
    switch name {
    case "heading": heading
    case "entries": entries
    default: nil
    }
  }
}

/// A document on the time line of an area: what it is, whose words, and the days of the inspection that it
/// tells of.
struct TimelineEntry: TemplateView {
  private let item: Item
  private let kind: String
  private let themes: [String]
  private let milestones: [HTMLText]
  private let follows: Link?

  init(_ document: PublishedDocument, in catalogue: Catalogue, _ words: Words, pageLanguage: String) {
    let edition = document.current.edition
    item = Item(document, in: catalogue, words, pageLanguage: pageLanguage)
    kind = words[edition.singular]
    themes = catalogue.themes(of: edition).map(\.name)
    switch edition.facts {
    case .letter(let facts):
      let timeline = catalogue.archive.timeline(of: edition, in: document)
      milestones = facts.milestones(in: timeline, words)
      follows = nil
    case .followUp(let facts):
      milestones = []
      follows = facts.follows.flatMap { catalogue.archive.document($0) }
        .map { Link($0.current.edition.title, $0.id.address) }
    default:
      milestones = []
      follows = nil
    }
  }

  func child(named name: String) -> (any TemplateValue)? {
    switch name {
    case "kind": kind
    case "themes": themes.ifAny
    case "milestones": milestones.ifAny
    case "follows": follows
    default: item.child(named: name)
    }
  }
}

extension LetterFacts {
  /// The public days of the inspection in order of time: fieldwork, the statement of action, and what else its
  /// timeline holds; the publication is the day of the letter.
  fileprivate func milestones(in timeline: PublicTimeline?, _ words: Words) -> [HTMLText] {
    var days: [(day: Day, line: HTMLText)] = []
    func add(_ day: Day, _ label: String) {
      days.append((day, words.html(.timelineMilestone, HTMLText(label), HTMLText(day, words))))
    }
    if let fieldwork {
      let dates = words.dates(from: fieldwork.start, to: fieldwork.end)
      days.append((fieldwork.start, words.html(.timelineMilestone, HTMLText(words[.factFieldwork]), dates)))
    }
    if let due = statement?.due { add(due, words[.milestoneStatementDue]) }
    if let received = statement?.received { add(received, words[.milestoneStatementReceived]) }
    let told = [Timetable.publication] + (statement == nil ? [] : [Timetable.statementOfAction])
    for entry in timeline?.entries ?? [] where !told.contains(entry.milestone) {
      add(entry.day.day, ShownMilestone.label(of: entry, self, words))
    }
    return days.enumerated().sorted { ($0.element.day, $0.offset) < ($1.element.day, $1.offset) }
      .map(\.element.line)
  }
}

extension SiteRenderer {
  /// The documents as a time line, in their order, year by year.
  func timeline(of documents: some Sequence<ListedDocument>) -> [TimelineYear] {
    var years: [(year: Int, entries: [TimelineEntry])] = []
    for listed in documents {
      let year = catalogue.day(of: listed.document).year
      if years.last?.year != year { years.append((year, [])) }
      years[years.count - 1].entries.append(
        TimelineEntry(listed.document, in: catalogue, mainWords, pageLanguage: mainLanguage.tag))
    }
    return years.map { TimelineYear(heading: String($0.year), entries: $0.entries) }
  }
}
