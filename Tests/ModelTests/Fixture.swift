import Diagnostics
import Escaping
import Model
import PublishingCalendar

/// What an edition of a test says; its text begins on line 5 of `a.md`.
struct Draft {
  var document = "letters/a"
  var number = 1
  var title = "A title"
  var summary: String?
  var wording = Wording.official
  var dated: Day?
  var inspectorates = ["ofsted"]
  var themes = ["neglect"]
  var change: String?
  var isMinor = false
  var reference: String?
  var appliesTo: [String] = []
  var source: Source?
  var language = "en-GB"
  var translationOf: DocumentID?
  var facts = Facts.letter(LetterFacts())
  var body: Body

  /// Changes the facts of a letter.
  mutating func letter(_ change: (inout LetterFacts) -> Void) {
    guard case .letter(var letter) = facts else { return }
    change(&letter)
    facts = .letter(letter)
  }
}

/// An edition of that text, with what the test says of it.
func edition(_ text: String, _ change: (inout Draft) -> Void = { _ in }) -> Edition {
  var draft = Draft(
    body: Body(
      .memory(Bytes(text.utf8)), digest: Digest(of: Bytes(text.utf8)), start: 0, file: "a.md", firstLine: 5))
  change(&draft)
  let document = DocumentID(draft.document) ?? DocumentID(.letters, "a")
  return Edition(
    id: EditionID(document, draft.number), title: draft.title, summary: draft.summary,
    wording: draft.wording, dated: draft.dated, inspectorates: draft.inspectorates, themes: draft.themes,
    change: draft.change, isMinor: draft.isMinor, reference: draft.reference, appliesTo: draft.appliesTo,
    source: draft.source, language: draft.language, translationOf: draft.translationOf,
    facts: draft.facts, body: draft.body)
}

let settings = ArchiveSettings(
  title: "Findings", address: "https://findings.example.org", zone: .utc, releaseTime: .midnight,
  language: "en-GB", licence: nil, hasSQLite: false)
