import Embargo
import Model

/// A criterion of other guidance that says the same, or bears the same name.
struct LikeCriterion {
  /// How near its words come.
  enum Likeness: Comparable {
    case same, similar
    /// Other words under the same name.
    case named
  }

  let guidance: PublishedDocument
  let criterion: Criterion
  let likeness: Likeness
}

extension CriteriaIndex {
  /// What other guidance says in its place, the nearest words first, then by guidance; translations and
  /// withdrawn guidance left out.
  func criteria(like criterion: Criterion, of document: PublishedDocument) -> [LikeCriterion] {
    let words = CriterionWords(criterion)
    let found = guidance.filter { !$0.document.isWithdrawn && !$0.document.isInOtherWords(document) }
      .flatMap { other in
        other.criteria.compactMap { candidate -> LikeCriterion? in
          guard let likeness = words.likeness(of: CriterionWords(candidate)) else { return nil }
          return LikeCriterion(guidance: other.document, criterion: candidate, likeness: likeness)
        }
      }
    return found.enumerated().sorted {
      ($0.element.likeness, $0.offset) < ($1.element.likeness, $1.offset)
    }.map(\.element)
  }
}

extension PublishedDocument {
  /// Whether it is that document, or one is the translation of the other, or both are of a third.
  fileprivate func isInOtherWords(_ other: PublishedDocument) -> Bool {
    (current.edition.translationOf ?? id) == (other.current.edition.translationOf ?? other.id)
  }
}

/// The words of a criterion, to compare it with others.
private struct CriterionWords {
  private let name: String
  private let words: [String]
  /// The longer words, each once: the short ones stand in every sentence.
  private let telling: Set<String>

  init(_ criterion: Criterion) {
    name = criterion.name
    words = criterion.text.lowercased().split { !($0.isLetter || $0.isNumber) }.map(String.init)
    telling = Set(words.filter { $0.count > 3 })
  }

  /// How near another comes, nil where it is about something else: similar are two that share at least half
  /// of their longer words.
  func likeness(of other: CriterionWords) -> LikeCriterion.Likeness? {
    if words == other.words { return .same }
    let shared = telling.intersection(other.telling).count
    if shared > 0, 4 * shared >= telling.count + other.telling.count { return .similar }
    return name == other.name ? .named : nil
  }
}
