import Diagnostics
import Model
import PublishingCalendar

extension EditorialRule {
  /// A year of which `bank-holidays.json` has no holidays, though working days are counted in it.
  ///
  /// They are counted from the fieldwork of a letter to its release and to the day on which its statement of
  /// action is due. Every year has bank holidays, so one without any was left out.
  static let missingHolidays = EditorialRule(
    name: "missing-holidays", summary: "holidays are missing for a year that a letter needs",
    check: .lists { used in
      let known = Set(used.workingDays.holidays.keys.map(\.year))
      let needed = used.editions.reduce(into: Set<Int>()) { $0.formUnion(years(neededBy: $1)) }
      return needed.subtracting(known).sorted().map { year in
        ListSlip(
          key: ListKey("bank-holidays.json"),
          message: "there are no bank holidays of \(year), in which working days are counted",
          expected: "the holidays of England and Wales in \(year)")
      }
    })

  private static func years(neededBy edition: Edition) -> Set<Int> {
    guard case .letter(let letter) = edition.facts, let fieldwork = letter.fieldwork else { return [] }
    let days = [edition.dated, letter.statement?.due].compactMap(\.self) + letter.milestones.map(\.day)
    let last = days.reduce(fieldwork.end, max)
    return Set(fieldwork.start.year...max(fieldwork.start.year, last.year))
  }
}
