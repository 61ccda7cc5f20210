import Diagnostics
import Model
import PublishingCalendar

extension EditorialRule {
  /// A day for the statement of action, in the front matter or in the text, that is none on which it can be due
  /// by the timetable; and a day in the text that is not the one of the front matter.
  ///
  /// `CountedDueDate` says how the day is counted. In the text it is the date after `by` or `than`, with or without
  /// weekday and time, in a sentence that speaks of a statement. `findings timetable` explains the count.
  package static let dueDate = EditorialRule(
    "due-date", "the stated day of a statement of action differs from the computed one",
    words: ["by", "than"]
  ) { manuscript in
    guard let letter = manuscript.letter else { return [] }
    var slips: [Slip] = []
    let stated = letter.statement?.due
    if let stated, let slip = slip(stated, at: .frontMatter(FrontMatterKey("statement", "due")), manuscript) {
      slips.append(slip)
    }
    for (spot, day) in daysInText(manuscript) where day != stated {
      if let stated {
        slips.append(
          Slip(
            at: .spot(spot),
            "'statement.due' is \(quoting: stated.inWords), the text says \(quoting: day.inWords)",
            expected: "the same day in both"))
      } else if let slip = slip(day, at: .spot(spot), manuscript) {
        slips.append(slip)
      }
    }
    return slips
  }

  private static func slip(_ day: Day, at place: Slip.Place, _ manuscript: Manuscript) -> Slip? {
    guard let days = manuscript.dueDate?.days, !days.contains(day) else { return nil }
    let (first, last) = (days.lowerBound.inWords, days.upperBound.inWords)
    return Slip(
      at: place, "the statement of action cannot be due on \(quoting: day.inWords) by the timetable",
      expected: first == last ? "\(quoting: first)" : "a day from \(quoting: first) to \(quoting: last)")
  }

  /// How far back a sentence is looked through for the word `statement`.
  private static let longestSentence = 60

  private static func daysInText(_ manuscript: Manuscript) -> [(spot: Spot, day: Day)] {
    manuscript.spots(of: ["by", "than"]).compactMap { spot in
      guard let date = WrittenDeadline.date(after: spot), let day = date.day,
        spot.sentence(upTo: longestSentence).contains(where: { $0.word == "statement" })
      else { return nil }
      return (Spot(passage: spot.passage, index: date.tokens.lowerBound), day)
    }
  }
}
