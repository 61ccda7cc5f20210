import Escaping
import Markdown
import PublishingCalendar

extension EditionText {
  /// The digest of what readers are told: title, summary, facts, every block with its kind, and the
  /// attachments by their digests.
  ///
  /// Link targets and status keys are no part of it: they may change without a new edition.
  package func publicTextDigest(attachments: [(name: String, digest: Digest)]) -> Digest {
    var text = Bytes()
    edition.writeFacts(to: &text)
    text.append("\u{1D}")
    markdown.writePublicText(to: &text)
    for (name, digest) in attachments.sorted(by: { $0.name < $1.name }) {
      text.append(member: "attachment", name)
      text.append(member: "digest", digest.description)
    }
    return Digest(of: text)
  }
}

extension Edition {
  /// The front matter that readers see, one unambiguous member after the other.
  fileprivate func writeFacts(to text: inout Bytes) {
    text.append(member: "title", title)
    text.append(member: "summary", summary)
    text.append(member: "wording", wording.rawValue)
    text.append(member: "dated", dated?.description)
    for id in inspectorates { text.append(member: "inspectorate", id) }
    for id in themes { text.append(member: "theme", id) }
    text.append(member: "change", change)
    text.append(member: "reference", reference)
    for nation in appliesTo { text.append(member: "applies-to", nation) }
    text.append(member: "source", source?.name)
    text.append(member: "language", language)
    facts.write(to: &text)
  }
}

extension Facts {
  fileprivate func write(to text: inout Bytes) {
    switch self {
    case .letter(let facts): facts.write(to: &text)
    case .guidance(let facts): facts.write(to: &text)
    case .overview(let round):
      for id in round.themes { text.append(member: "round-theme", id) }
      text.append(member: "from", round.from?.description)
      text.append(member: "to", round.to?.description)
    case .consultation(let facts):
      text.append(member: "opens", facts.opens?.description)
      text.append(member: "closes", facts.closes?.description)
    case .followUp(let facts): text.append(member: "kind", facts.kind?.rawValue)
    case .none: break
    }
  }
}

extension LetterFacts {
  fileprivate func write(to text: inout Bytes) {
    for id in areas { text.append(member: "area", id) }
    text.append(member: "programme", programme)
    text.append(member: "fieldwork-start", fieldwork?.start.description)
    text.append(member: "fieldwork-end", fieldwork?.end.description)
    for addressee in addressees { text.append(member: "addressee", addressee) }
    for signatory in signatories { text.append(member: "signatory", signatory) }
    text.append(member: "principal-authority", principalAuthority)
    guard let statement else { return }
    text.append(member: "statement-required", statement.isRequired?.description)
    text.append(member: "statement-due", statement.due?.description)
    text.append(member: "statement-basis", statement.basis)
    text.append(member: "statement-lead", statement.lead)
    text.append(member: "statement-received", statement.received?.description)
    for authority in statement.cooperating { text.append(member: "cooperating", authority) }
  }
}

extension GuidanceFacts {
  fileprivate func write(to text: inout Bytes) {
    text.append(member: "programme", programme)
    text.append(member: "in-force", inForce?.description)
    for milestone in timetable?.milestones ?? [] where milestone.isPublic {
      text.append(member: "milestone", milestone.name)
      text.append(member: milestone.direction.rawValue, milestone.event)
      text.append(member: "working-days", milestone.workingDays.description)
    }
  }
}

extension Bytes {
  /// Appends a named value; the separators are control characters, which no text of an edition holds.
  fileprivate mutating func append(member name: StaticString, _ value: String?) {
    guard let value else { return }
    append(name)
    append("\u{1F}")
    append(verbatim: value)
    append("\u{1E}")
  }

  fileprivate mutating func append(member name: String, _ value: String) {
    append(verbatim: name)
    append("\u{1F}")
    append(verbatim: value)
    append("\u{1E}")
  }
}
