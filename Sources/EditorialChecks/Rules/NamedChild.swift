import Diagnostics
import Model

extension EditorialRule {
  /// A first name or initials with an age: a child that readers may recognise.
  ///
  /// Children’s stories stand in most letters and may, where the text says that the name is not the child’s
  /// (`ChangedNames`). Seen are `Mathew, aged 12`, `Two-year-old Briony`, `Thomas is 17 years old`, `‘Ella’, 15,
  /// said`, `Mohammed was 11 when`, `Ben’s age is 12`, `Mark, a vulnerable seven-year-old boy`, `Sarah (12) is`,
  /// `the boy, Kai (14),`, and initials such as `J.S., aged 12` and `P is a 15 year old girl`. Groups (`Children
  /// aged 10`), spans (`aged 0 to 7`, `16 and over`), places (`children in Lancashire aged 10`, `Oak House`),
  /// `Child A` and school years are no child. Neither name nor age is repeated.
  static let namedChild = EditorialRule(
    "named-child", "a first name or initials stand with an age, and nothing says that the name was changed",
    words: ["aged", "age", "old", "turned", .number] + ChangedNames.words
  ) { manuscript in
    let names = PersonalNames(manuscript.listWords)
    let ages = NamedAges(names)
    let children =
      manuscript.spots(of: ["aged", "age"]).compactMap { spot in ages.named(aged: spot).map { (spot, $0) } }
      + manuscript.spots(of: ["old"]).compactMap { spot in ages.named(old: spot).map { (spot, $0) } }
      + manuscript.spots(of: ["turned"]).compactMap { spot in ages.named(turned: spot).map { (spot, $0) } }
      + manuscript.spots(of: [.number]).compactMap { spot in ages.named(figure: spot).map { (spot, $0) } }
    guard !children.isEmpty else { return [] }
    let changes = ChangedNames(manuscript.spots(of: ChangedNames.words), names)
    let uncovered = changes.uncovered(children.map { (passage: $0.0.passage, names: $0.1) })
    return uncovered.map { index in
      Slip(
        at: .spot(children[index].0), "this looks like a child with a name or initials and an age",
        expected: "words which say that the name was changed, or no name")
    }
  }
}
