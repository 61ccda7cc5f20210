import Model
import Templates

/// What every page has around its own content.
struct PageFrame: Sendable {
  /// The words and templates of the page.
  var language: PageLanguage
  /// The language tag of the page's text.
  var languageTag: String
  var pageTitle: String
  var title: String
  var description: String?
  var canonical: String?
  var feeds: [Link] = []
  var alternates: [Alternate] = []
  /// The address by which the page is to be cited.
  var permanentAddress: String?
  /// What library programs read of the page, as elements of its head.
  var citationTags: HTMLText?
  var structuredData: String?
  var openGraphType = "website"
  var isHiddenFromRobots = false
  var editionLabel: String?
  var header: HTMLText

  /// The value that a template names, nil where the page has none.
  func child(named name: String) -> (any TemplateValue)? {
    switch name {
    case "title": title
    case "language": languageTag
    case "pageTitle": pageTitle
    case "description": description
    case "canonical": canonical
    case "siteHead": language.frame.head
    case "siteHeader": header
    case "siteFooter": language.frame.footer
    case "structuredData": structuredData
    case "openGraphType": openGraphType
    case "feeds": feeds.ifAny
    case "alternates": alternates.ifAny
    case "citeAs": permanentAddress
    case "citationTags": citationTags
    case "noIndex": isHiddenFromRobots
    case "editionLabel": editionLabel
    case "search": language.frame.parts.search
    case "formTarget": language.frame.parts.search.flatMap { _ in language.frame.parts.archive?.address }
    case "site": language.frame.parts
    case "isChannel": language.frame.parts.archive != nil
    default: nil
    }
  }
}

/// A page as its template sees it: its own names first, then those of the frame.
protocol PageView: TemplateView {
  var frame: PageFrame { get }
  /// The value of a name of its own, nil where it has none.
  func own(_ name: String) -> (any TemplateValue)?
}

extension PageView {
  func child(named name: String) -> (any TemplateValue)? {
    own(name) ?? frame.child(named: name)
  }
}

extension Array {
  /// The array, or nil where it is empty: an absent name and an empty list are one to a template.
  var ifAny: [Element]? { isEmpty ? nil : self }
}

/// A named place.
struct Link: TemplateView {
  let title: String
  let href: String
  var isCurrent = false

  init(_ title: String, _ href: String, isCurrent: Bool = false) {
    self.title = title
    self.href = href
    self.isCurrent = isCurrent
  }

  init(_ title: String, _ address: Address) {
    self.init(title, address.path)
  }

  func child(named name: String) -> (any TemplateValue)? {
    switch name {
    case "title", "name", "year": title
    case "href": href
    case "isCurrent": isCurrent
    default: nil
    }
  }
}

/// Another form of the page: of another type, or in another language.
struct Alternate: TemplateView {
  var type: String?
  var language: String?
  let href: String

  func child(named name: String) -> (any TemplateValue)? {
    switch name {
    case "type": type
    case "href": href
    case "language": language
    default: nil
    }
  }
}
