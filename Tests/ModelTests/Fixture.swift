import Diagnostics
import Escaping
import Model
import PublishingCalendar

/// An edition of `letters/a`, its text beginning on line 5 of `a.md`.
func edition(
  _ text: String, of id: String = "letters/a", number: Int = 1, facts: Facts = .none,
  title: String = "A title",
  summary: String? = nil, change: (inout Edition) -> Void = { _ in }
) -> Edition {
  let document = DocumentID(id) ?? DocumentID(.letters, "a")
  var edition = Edition(
    id: EditionID(document, number), title: title, summary: summary, wording: .official, dated: nil,
    inspectorates: ["ofsted"], themes: ["neglect"], change: nil, isMinor: false, reference: nil,
    appliesTo: [], source: nil, language: "en-GB", translationOf: nil, redirects: [], facts: facts,
    body: Body(.memory(Bytes(text.utf8)), start: 0, file: "a.md", firstLine: 5))
  change(&edition)
  return edition
}

let settings = ArchiveSettings(
  title: "Findings", address: "https://findings.example.org", zone: .utc, releaseTime: .midnight,
  language: "en-GB", licence: nil, hasSQLite: false)
