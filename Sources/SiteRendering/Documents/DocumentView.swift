package import Model
package import Templates

/// The page of an edition as its template sees it.
struct DocumentView: PageView {
  /// What a reader has to know before the text: that it is withdrawn, or not the latest.
  struct Notice: TemplateView {
    let kind: String
    let heading: HTMLText
    let paragraphs: [HTMLText]
    var link: Link?

    func child(named name: String) -> (any TemplateValue)? {
      switch name {
      case "kind": kind
      case "heading": heading
      case "paragraphs": paragraphs
      case "link": link
      default: nil
      }
    }
  }

  /// Whose words these are, and the way to the official ones.
  struct WordingView: TemplateView {
    let id: String
    let short: String
    let long: String
    let source: Source?

    func child(named name: String) -> (any TemplateValue)? {
      switch name {
      case "id": id
      case "short": short
      case "long": long
      case "source": source
      default: nil
      }
    }
  }

  /// An attachment, with what it costs to fetch it.
  struct File: TemplateView {
    let link: Link
    let type: String
    let size: String

    func child(named name: String) -> (any TemplateValue)? {
      switch name {
      case "type": type
      case "size": size
      default: link.child(named: name)
      }
    }
  }

  /// An edition of the document, with what it changed.
  struct HistoryEntry: TemplateView {
    let number: Int
    let day: ShownDay
    let href: String
    let change: String
    let isCurrent: Bool
    let isMinor: Bool

    func child(named name: String) -> (any TemplateValue)? {
      switch name {
      case "number": number
      case "href": href
      case "change": change
      case "isCurrent": isCurrent
      case "isMinor": isMinor
      default: day.child(named: name)
      }
    }
  }

  /// The document in another language.
  struct Translation: TemplateView {
    let link: Link
    let language: String

    func child(named name: String) -> (any TemplateValue)? {
      name == "language" ? language : link.child(named: name)
    }
  }

  var frame: PageFrame
  let body: HTMLText
  let kindLabel: String?
  let summary: String?
  var eyebrow: HTMLText?
  var notices: [Notice] = []
  var facts: [Fact] = []
  var wording: WordingView?
  var glance: [FindingGlance] = []
  var consultation: ConsultationStatus?
  var questions: [Link] = []
  /// How many questions there are, in words.
  var questionCount: String?
  /// The letters and findings of the round that an overview looks back on.
  var evidence: RoundEvidenceView?
  var contents: HTMLText?
  var attachments: [File] = []
  var addressees: [String] = []
  var signatories: [String] = []
  var milestones: [ShownMilestone] = []
  var related: [Group] = []
  var history: [HistoryEntry] = []
  var translations: [Translation] = []
  var citation: HTMLText
  var permanentAddress: String
  /// The citation as files.
  var citationFormats: [Link] = []
  var appliesTo: String?
  var alternativeFormat: Link?

  init(
    frame: PageFrame, body: HTMLText, kindLabel: String?, summary: String?, citation: HTMLText,
    permanentAddress: String
  ) {
    self.frame = frame
    self.body = body
    self.kindLabel = kindLabel
    self.summary = summary
    self.citation = citation
    self.permanentAddress = permanentAddress
  }

  func own(_ name: String) -> (any TemplateValue)? {
    switch name {
    case "body": body
    case "kindLabel": kindLabel
    case "eyebrow": eyebrow
    case "summary": summary
    case "facts": facts.ifAny
    case "wording": wording
    case "glance": glance.ifAny
    case "consultation": consultation
    case "questions": questions.ifAny
    case "questionCount": questionCount
    case "evidence": evidence
    case "hasContents": contents != nil
    case "contents": contents
    case "notices": notices.ifAny
    case "attachments": attachments.ifAny
    case "addressees": addressees.ifAny
    case "signatories": signatories.ifAny
    case "milestones": milestones.ifAny
    case "related": related.ifAny
    case "history": history.ifAny
    case "translations": translations.ifAny
    case "citation": citation
    case "permanentAddress": permanentAddress
    case "citationFormats": citationFormats.ifAny
    case "appliesTo": appliesTo
    case "alternativeFormat": alternativeFormat
    default: nil
    }
  }
}

extension Source: TemplateView {
  /// The name or the address of the original, as templates ask for them.
  package func child(named name: String) -> (any TemplateValue)? {
    switch name {
    case "name": self.name
    case "url": url
    default: nil
    }
  }
}
