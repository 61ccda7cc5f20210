import Embargo
import Escaping
import Model
import PublishingCalendar

/// A timetable for people: a paragraph a milestone, with what its date was counted from and stepped over.
struct TimetableText: CustomStringConvertible {
  let timetable: LetterTimetable

  init(_ timetable: LetterTimetable) {
    self.timetable = timetable
  }

  var description: String {
    let paragraphs = [heading] + timetable.timetable.milestones.map(lines) + [notes]
    return paragraphs.filter { !$0.isEmpty }
      .map { $0.map { $0.escapedForTerminal + "\n" }.joined() }.joined(separator: "\n")
  }

  private var heading: [String] {
    let fieldwork = timetable.dates.fieldwork
    let origin =
      switch timetable.origin {
      case .guidance(let edition, let inForce): "\(edition), in force from \(inForce.long)"
      case .programme(let id, let from): "programme \(id), from \(from.long)"
      }
    let instead = timetable.missedGuidance.map { ", and not \($0), which the letter names" } ?? ""
    return [
      "\(timetable.document)", "  fieldwork: \(fieldwork.start.long) to \(fieldwork.end.long)",
      "  timetable: \(origin)\(instead)",
    ]
  }

  private func lines(_ milestone: InspectionMilestone) -> [String] {
    let rule = milestone.rule
    let details: [String?] = [
      milestone.actual.map { "in fact \($0.long)" },
      milestone.scheduled.map { "its release is set for \($0.long)" },
      milestone.stated.map(stated),
      isUnwanted(milestone) ? "the letter asks for no statement of action" : nil,
      explanation(of: milestone),
      skipped("weekends", milestone.skipped.days { $0 == .weekend }),
      skipped("bank holidays", milestone.skipped.holidays),
      skipped("moratoria", milestone.skipped.moratoria),
    ]
    let heading = "\(rule.name)\(rule.isPublic ? " (public)" : ""): \(milestone.date.long)"
    return [heading] + details.compactMap(\.self).map { "  " + $0 }
  }

  private func isUnwanted(_ milestone: InspectionMilestone) -> Bool {
    milestone.rule.name == Timetable.statementOfAction && timetable.dates.statement?.isRequired == false
  }

  private func stated(_ due: Day) -> String {
    let basis = timetable.dates.statement?.basis.map { " (\($0))" } ?? ""
    return "the letter states \(due.long)\(basis), which is what counts"
  }

  /// What the date was counted from: `34 working days after fieldwork-end on Fri 8 March 2024`.
  private func explanation(of milestone: InspectionMilestone) -> String {
    let rule = milestone.rule
    let distance =
      switch rule.workingDays {
      case 0: "the day of"
      case 1: "1 working day \(rule.direction)"
      default: "\(rule.workingDays) working days \(rule.direction)"
      }
    let basis =
      switch milestone.event.basis {
      case .actual: " on"
      case .scheduled: ", set for release on"
      case .stated: ", which the letter sets for"
      case .computed: ", planned for"
      }
    let count = "\(distance) \(rule.event)\(basis) \(milestone.event.day.long)"
    guard milestone.counted != milestone.date else { return count }
    return count + "; the count ends on \(milestone.counted.long), in a moratorium, so this is the first "
      + "working day after it"
  }

  private func skipped(_ label: String, _ days: String) -> String? {
    days.isEmpty ? nil : "\(label) stepped over: \(days)"
  }

  private var notes: [String] { timetable.notes.map { "note: \($0.text) [\($0.name)]" } }
}
