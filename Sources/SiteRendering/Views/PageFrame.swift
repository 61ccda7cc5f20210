import Embargo
import Model
import Mustache
import PublishingCalendar

/// What every page has around its own content.
struct PageFrame: Sendable {
  let language: SiteLanguage
  /// The language tag of the page's text.
  var languageTag: String
  var pageTitle: String
  var title: String
  var description: String?
  var canonical: String?
  var feeds: [Link] = []
  var alternates: [Alternate] = []
  var structuredData: String?
  var openGraphType = "website"
  var isHiddenFromRobots = false
  var editionLabel: String?
  let site: SiteFrame
  let header: String

  func child(named name: String) -> Any? {
    switch name {
    case "title": title
    case "language": languageTag
    case "pageTitle": pageTitle
    case "description": description
    case "canonical": canonical
    case "siteHead": site.head
    case "siteHeader": header
    case "siteFooter": site.footer
    case "structuredData": structuredData
    case "openGraphType": openGraphType
    case "feeds": feeds.ifAny
    case "alternates": alternates.ifAny
    case "noIndex": isHiddenFromRobots
    case "editionLabel": editionLabel
    case "site": site
    default: nil
    }
  }
}

/// A page as its template sees it: its own names first, then those of the frame.
protocol PageView: MustacheParent {
  var frame: PageFrame { get }
  func own(_ name: String) -> Any?
}

extension PageView {
  func child(named name: String) -> Any? {
    own(name) ?? frame.child(named: name)
  }
}

extension Array {
  /// The array, or nil where it is empty: an absent name and an empty list are one to a template.
  var ifAny: [Element]? { isEmpty ? nil : self }
}

/// A named place.
struct Link: MustacheParent, Sendable {
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

  func child(named name: String) -> Any? {
    switch name {
    case "title", "name", "year": title
    case "href": href
    case "isCurrent": isCurrent
    default: nil
    }
  }
}

/// Another form of the page.
struct Alternate: MustacheParent, Sendable {
  let type: String
  let href: String
  var language: String?

  func child(named name: String) -> Any? {
    switch name {
    case "type": type
    case "href": href
    case "language": language
    default: nil
    }
  }
}

/// The parts of the frame that are the same on many pages, rendered once.
struct SiteFrame: MustacheParent, Sendable {
  let title: String
  let stylesheet: String
  let icon: String?
  let navigation: [Link]
  let footerLinks: [Link]
  let licence: Licence?
  let publishers: [String]
  private(set) var head = ""
  private(set) var footer = ""
  private let templates: TemplateLibrary

  init(_ catalogue: Catalogue, _ site: SiteFolder, _ language: SiteLanguage) {
    let settings = catalogue.archive.settings
    title = settings.title
    stylesheet = site.assets.first { $0.kind == .styles }?.address.path ?? ""
    icon = site.assets.first { $0.kind == .icon }?.address.path
    let links = { (entries: [SiteConfiguration.Entry]) in
      entries.filter { catalogue.hasPage($0.href) }.map { entry in
        Link(language.words.menuTitle(of: entry, in: settings.language), entry.href)
      }
    }
    navigation = links(site.configuration.navigation)
    footerLinks = links(site.configuration.footer)
    licence = settings.licence
    publishers = catalogue.archive.lists.inspectorates.map(\.name)
    templates = language.templates
    head = templates.render(.siteHead, self)
    footer = templates.render(.siteFooter, self)
  }

  /// The header with the entry of the section that the page belongs to marked, and the way to the page.
  func header(section: Address?, breadcrumbs: [Link]) -> String {
    let marked = navigation.map { Link($0.title, $0.href, isCurrent: $0.href == section?.path) }
    return templates.render(
      .siteHeader, Header(title: title, navigation: marked, breadcrumbs: breadcrumbs))
  }

  func child(named name: String) -> Any? {
    switch name {
    case "title": title
    case "stylesheet": stylesheet
    case "icon": icon
    case "home": Address.home.path
    case "navigation": navigation
    case "footer": footerLinks
    case "licence": licence
    case "publishers": publishers.ifAny
    default: nil
    }
  }

  private struct Header: MustacheParent {
    let title: String
    let navigation: [Link]
    let breadcrumbs: [Link]

    func child(named name: String) -> Any? {
      switch name {
      case "breadcrumbs": breadcrumbs.ifAny
      case "title": title
      case "home": Address.home.path
      case "navigation": navigation
      default: nil
      }
    }
  }
}

extension Licence: MustacheParent {
  package func child(named name: String) -> Any? {
    switch name {
    case "name": self.name
    case "url": url
    default: nil
    }
  }
}
