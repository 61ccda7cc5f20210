import Embargo
import Model
import PublishingCalendar
import Templates

/// A milestone of an inspection as readers see it: a day, and what it is the day of.
struct ShownMilestone: TemplateView {
  private let day: ShownDay
  private let label: String

  private init(_ day: Day, _ label: String, _ words: Words) {
    self.day = ShownDay(day, words)
    self.label = label
  }

  func child(named name: String) -> (any TemplateValue)? {
    name == "label" ? label : day.child(named: name)
  }

  /// The fieldwork and the public milestones of a letter's inspection, in order of time.
  static func all(
    of edition: Edition, in document: PublishedDocument, _ archive: PublishedArchive, _ words: Words
  ) -> [ShownMilestone] {
    guard case .letter(let facts) = edition.facts, let fieldwork = facts.fieldwork else { return [] }
    var days: [(day: Day, label: String)] = [
      (fieldwork.start, words[.milestoneFieldworkStart]), (fieldwork.end, words[.milestoneFieldworkEnd]),
    ]
    for entry in archive.timeline(of: edition, in: document)?.entries ?? [] {
      days.append((entry.day.day, label(of: entry, facts, words)))
    }
    return days.enumerated().sorted { ($0.element.day, $0.offset) < ($1.element.day, $1.offset) }
      .map { ShownMilestone($0.element.day, $0.element.label, words) }
  }

  /// What a milestone is called.
  static func label(of entry: PublicTimeline.Entry, _ facts: LetterFacts, _ words: Words) -> String {
    switch entry.milestone {
    case Timetable.publication: words[.milestonePublication]
    case Timetable.statementOfAction:
      words[entry.day.basis == .actual ? .milestoneStatementReceived : .milestoneStatementDue]
    case "complaints-close": words[.milestoneComplaintsClose]
    default: words.milestone(entry.milestone)
    }
  }
}
