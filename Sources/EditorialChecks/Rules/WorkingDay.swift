import Diagnostics
import Model
import PublishingCalendar

extension EditorialRule {
  /// A date on which somebody has to act, or a document goes out, that is a weekend or a bank holiday.
  ///
  /// In the front matter these are `release`, `dated`, the dates of the statement of action, actual milestones
  /// and the two days of a consultation. In the text it is a date with its year after `by` or `than` in a
  /// sentence that obliges somebody (`should send … by 18 August 2018`), and after `published` and `dated`; a weekday or a
  /// time may stand between.
  /// Other dates tell of what was, and may be any day. (The statement of action that one published letter asks
  /// for is due on a Saturday.)
  static let workingDay = EditorialRule(
    "working-day", "a stated date is not a working day",
    words: ["by", "than", "published", "dated"]
  ) { manuscript in
    let stated = statedDays(manuscript)
    let inFrontMatter = stated.compactMap { key, day in
      slip(day, manuscript) { reason in
        Slip(
          at: .frontMatter(key), "\(key.naming) is \(quoting: day.description), \(reason)",
          expected: "a working day")
      }
    }
    // A day that the front matter has too is reported there.
    let known = Set(stated.map(\.day))
    return inFrontMatter + deadlines(manuscript, except: known) + publications(manuscript, except: known)
  }

  /// The slip that a day is, nil where it is a working day.
  private static func slip(_ day: Day, _ manuscript: Manuscript, make: (Message) -> Slip) -> Slip? {
    if day.weekday.isWeekend { return make("a \(day.weekday.inWords)") }
    return manuscript.workingDays.holidays[day].map { make("a bank holiday, \(quoting: $0)") }
  }

  // MARK: Front matter

  private static func statedDays(_ manuscript: Manuscript) -> [(key: FrontMatterKey, day: Day)] {
    let edition = manuscript.edition
    var days: [(key: FrontMatterKey, day: Day?)] = [
      (FrontMatterKey("release"), manuscript.release), (FrontMatterKey("dated"), edition.dated),
    ]
    switch edition.facts {
    case .letter(let letter):
      days.append((FrontMatterKey("statement", "due"), letter.statement?.due))
      days.append((FrontMatterKey("statement", "received"), letter.statement?.received))
      days += letter.milestones.map { (FrontMatterKey("milestones", $0.name), $0.day) }
    case .consultation(let consultation):
      days.append((FrontMatterKey("opens"), consultation.opens?.day))
      days.append((FrontMatterKey("closes"), consultation.closes?.day))
    default: break
    }
    return days.compactMap { key, day in day.map { (key, $0) } }
  }

  // MARK: Text

  private static let obligations: Set<Word> = [
    "should", "must", "shall", "will", "send", "submit", "return", "respond", "provide", "produce", "asked",
    "required", "requires", "require", "expected", "due", "deadline", "needs", "need",
  ]

  /// How far back a sentence is looked through for the word that obliges.
  private static let longestSentence = 60

  private static func deadlines(_ manuscript: Manuscript, except known: Set<Day>) -> [Slip] {
    manuscript.spots(of: ["by", "than"]).compactMap { spot in
      guard let date = WrittenDeadline.date(after: spot), let day = date.day, !known.contains(day),
        spot.sentence(upTo: longestSentence).contains(where: { obligations.contains($0.word) })
      else { return nil }
      return slip(day, manuscript) { reason in
        Slip(
          at: .spot(Spot(passage: spot.passage, index: date.tokens.lowerBound)),
          "the deadline \(quoting: spot.passage.text(date.tokens)) is \(reason)", expected: "a working day")
      }
    }
  }

  private static func publications(_ manuscript: Manuscript, except known: Set<Day>) -> [Slip] {
    manuscript.spots(of: ["published", "dated"]).compactMap { spot in
      guard let date = WrittenDeadline.date(after: spot), let day = date.day, !known.contains(day) else {
        return nil
      }
      return slip(day, manuscript) { reason in
        Slip(
          at: .spot(Spot(passage: spot.passage, index: date.tokens.lowerBound)),
          "the day of a publication, \(quoting: spot.passage.text(date.tokens)), is \(reason)",
          expected: "a working day")
      }
    }
  }
}
