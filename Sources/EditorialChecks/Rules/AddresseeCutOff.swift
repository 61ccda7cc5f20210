import Diagnostics
import Model

extension EditorialRule {
  /// An addressee whose office looks cut off.
  ///
  /// That is a text which ends with a word or mark that wants another: `Chair of the`, `Director,`, or an
  /// adjective of an organisation, as in two published letters (`Executive Director, Quality and Nursing,
  /// Frimley Clinical`, whose next line read `Commissioning Group`); and a bracket that does not close.
  static let addresseeCutOff = EditorialRule(
    "addressee-cut-off", "an addressee looks cut off"
  ) { manuscript in
    manuscript.passages.compactMap { passage in
      guard case .frontMatter(let key) = passage.place, key.key == "addressees", isCutOff(passage) else {
        return nil
      }
      let ending = passage.text(passage.tokens.indices.suffix(2))
      return Slip(
        at: .frontMatter(key), "this addressee ends with \(quoting: ending), which looks cut off",
        expected: "the whole name and office")
    }
  }

  private static let openWords: Set<Word> = [
    // They join what stands on both sides of them.
    "of", "and", "for", "the", "to", "in", "at", "with", "by", "from", "on", "a", "an", "or",
    // They say more of a noun that is not there.
    "acting", "assistant", "chief", "children's", "clinical", "deputy", "designated", "her", "his",
    "independent", "integrated", "interim", "local", "majesty's", "metropolitan", "national", "people's",
    "royal",
  ]

  /// Beginnings of names that are never the whole of one.
  private static let openNames: [[Word]] = [
    ["clinical", "commissioning"], ["community", "rehabilitation"], ["integrated", "care"],
    ["local", "safeguarding"], ["national", "probation"], ["youth", "justice"], ["youth", "offending"],
  ]

  private static let openMarks: Set<Word> = [",", ";", ":", "-", "&", "/", "(", "[", "|"]

  private static func isCutOff(_ passage: Passage) -> Bool {
    guard let last = passage.tokens.last else { return true }
    if last.kind == .mark ? openMarks.contains(last.word) : openWords.contains(last.word) { return true }
    let ending = passage.tokens.suffix(2).map(\.word)
    let opened = passage.tokens.count { $0.word == "(" }
    return openNames.contains(ending) || opened > passage.tokens.count { $0.word == ")" }
  }
}
