import Embargo
package import Model
package import Templates
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
  let header: HTMLText

  func child(named name: String) -> (any TemplateValue)? {
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
protocol PageView: TemplateView {
  var frame: PageFrame { get }
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

/// Another form of the page.
struct Alternate: TemplateView {
  let type: String
  let href: String
  var language: String?

  func child(named name: String) -> (any TemplateValue)? {
    switch name {
    case "type": type
    case "href": href
    case "language": language
    default: nil
    }
  }
}

/// The parts of the frame that are the same on many pages, rendered once.
struct SiteFrame: TemplateView {
  let title: String
  let stylesheet: String
  let icon: String?
  let navigation: [Link]
  let footerLinks: [Link]
  let licence: Licence?
  let publishers: [String]
  private(set) var head = HTMLText(rendered: [])
  private(set) var footer = HTMLText(rendered: [])
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
    head = HTMLText(rendered: templates.render(.siteHead, self))
    footer = HTMLText(rendered: templates.render(.siteFooter, self))
  }

  /// The header with the entry of the section that the page belongs to marked, and the way to the page.
  func header(section: Address?, breadcrumbs: [Link]) -> HTMLText {
    let marked = navigation.map { Link($0.title, $0.href, isCurrent: $0.href == section?.path) }
    let view = Header(title: title, navigation: marked, breadcrumbs: breadcrumbs)
    return HTMLText(rendered: templates.render(.siteHeader, view))
  }

  func child(named name: String) -> (any TemplateValue)? {
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

  private struct Header: TemplateView {
    let title: String
    let navigation: [Link]
    let breadcrumbs: [Link]

    func child(named name: String) -> (any TemplateValue)? {
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

extension Licence: TemplateView {
  package func child(named name: String) -> (any TemplateValue)? {
    switch name {
    case "name": self.name
    case "url": url
    default: nil
    }
  }
}
