import Diagnostics
import Model

/// What a rule found in an edition.
///
/// Everything quoted from the edition stands in it as a quotation; what tells of a person is not repeated at
/// all.
struct Slip {
  enum Place: Hashable {
    case frontMatter(FrontMatterKey)
    /// A line of the file, and the rules that are allowed there.
    case line(Int, allowed: Set<String>)
    /// A token of a passage.
    case spot(Spot)
  }

  let place: Place
  /// What is wrong, in one clause without a full stop.
  let message: Message
  let expected: Message?
  let suggestion: String?
  /// Whether the suggestion is taken or worked out from the edition.
  let isSuggestionQuoted: Bool

  init(
    at place: Place, _ message: Message, expected: Message? = nil, suggestion: String? = nil,
    isSuggestionQuoted: Bool = false
  ) {
    self.place = place
    self.message = message
    self.expected = expected
    self.suggestion = suggestion
    self.isSuggestionQuoted = isSuggestionQuoted
  }
}
