import Embargo
import Model
import PublishingCalendar
import Templates

/// A day as it is shown and as machines read it.
struct ShownDay: TemplateView {
  let date: String
  let datetime: String

  init(_ day: Day, _ words: Words) {
    date = words.date(day)
    datetime = day.description
  }

  func child(named name: String) -> (any TemplateValue)? {
    switch name {
    case "date": date
    case "datetime": datetime
    default: nil
    }
  }
}

/// A document as one line of a listing.
struct Item: TemplateView {
  let day: ShownDay
  let title: String
  /// The language of title and summary, where it is not that of the page.
  let language: String?
  let href: String
  /// The themes; in the list of one theme what the document is, where it is no letter.
  let detail: String?
  let wording: String?
  /// Whether a consultation takes answers, in a few words.
  let status: HTMLText?
  let summary: String?
  let eyebrow: [String]

  /// The document as a page in a language shows it.
  init(
    _ document: PublishedDocument, in catalogue: Catalogue, _ words: Words, pageLanguage: String,
    namesTheme: Bool = true
  ) {
    let edition = document.current.edition
    day = ShownDay(catalogue.day(of: document), words)
    title = edition.title
    language = edition.language(on: pageLanguage)
    href = document.id.address.path
    let themes = catalogue.themes(of: edition).map(\.name)
    if namesTheme {
      detail = themes.isEmpty ? nil : themes.joined(separator: words[.listSeparator])
    } else {
      detail = document.id.collection == .letters ? nil : words[edition.singular]
    }
    wording = edition.wording == .official ? nil : words[edition.wording.short]
    status = ConsultationStatus(document.current, words)?.short
    summary = edition.summary
    eyebrow = themes
  }

  func child(named name: String) -> (any TemplateValue)? {
    switch name {
    case "date": day.date
    case "datetime": day.datetime
    case "title": title
    case "lang": language
    case "href": href
    case "detail": detail
    case "wordingShort": wording
    case "status": status
    case "summary": summary
    case "eyebrow": eyebrow.ifAny
    default: nil
    }
  }
}

/// A document as a line, in the forms that lists want.
struct DocumentLine: Sendable {
  /// With its themes.
  let full: HTMLText
  /// For the lists of one theme.
  let onTheme: HTMLText

  /// The document as pages in a language show it, in the words of the site.
  init(
    _ document: PublishedDocument, in catalogue: Catalogue, _ language: SiteLanguage, pageLanguage: String
  ) {
    let line = { (namesTheme: Bool) in
      let item = Item(
        document, in: catalogue, language.words, pageLanguage: pageLanguage, namesTheme: namesTheme)
      return HTMLText(rendered: language.templates.render(.item, item))
    }
    full = line(true)
    onTheme = line(false)
  }
}

/// Items under a heading.
struct Group: TemplateView {
  let heading: String?
  /// The lines as `li` elements.
  let items: HTMLText
  var more: Link?

  func child(named name: String) -> (any TemplateValue)? {
    switch name {
    case "heading": heading
    case "items": items
    case "more": more
    default: nil
    }
  }
}

extension Edition {
  /// The language of the edition where it is not that of the page, which then has to say so.
  func language(on page: String) -> String? { language == page ? nil : language }
}

extension Wording {
  /// Whose words these are, in two or three words.
  var short: Phrase {
    switch self {
    case .official: .wordingOfficialShort
    case .summary: .wordingSummaryShort
    case .facts: .wordingFactsShort
    }
  }
}
