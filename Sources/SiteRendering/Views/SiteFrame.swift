import Embargo
package import Model
package import Templates

/// What pages of one language have in common, rendered once.
struct SiteFrame: Sendable {
  /// The parts as templates see them.
  let parts: Parts
  let head: HTMLText
  let footer: HTMLText
  private let templates: TemplateLibrary

  init(_ catalogue: Catalogue, _ site: SiteFolder, _ language: SiteLanguage) {
    templates = language.templates
    parts = Parts(catalogue, site, language.words)
    head = HTMLText(rendered: templates.render(.siteHead, parts))
    footer = HTMLText(rendered: templates.render(.siteFooter, parts))
  }

  /// The header with the entry of the section that the page belongs to marked, and the way to the page.
  func header(section: Address?, breadcrumbs: [Link], hasSearch: Bool = true) -> HTMLText {
    let marked = parts.navigation.map { Link($0.title, $0.href, isCurrent: $0.href == section?.path) }
    let view = Header(
      title: parts.title, navigation: marked, breadcrumbs: breadcrumbs, archive: parts.archive,
      search: hasSearch ? parts.search : nil)
    return HTMLText(rendered: templates.render(.siteHeader, view))
  }

  /// The title, the menus and what else stands around every page.
  struct Parts: TemplateView {
    let title: String
    let navigation: [Link]
    private let stylesheet: String
    private let icon: String?
    private let footerLinks: [Link]
    private let licence: Licence?
    private let publishers: [String]
    /// The archive that the site is a part of, where it is the site of a channel.
    let archive: ArchiveReference?
    /// The way to the search of the archive, nil where it has none.
    let search: SearchBox?

    fileprivate init(_ catalogue: Catalogue, _ site: SiteFolder, _ words: Words) {
      let settings = catalogue.archive.settings
      title = settings.title
      stylesheet = site.assets.styles.address.path
      icon = site.assets.icon?.address.path
      let links = { (entries: [SiteConfiguration.Entry]) in
        entries.filter { catalogue.archive.hasPage($0.href) }.map { entry in
          Link(words.menuTitle(of: entry, in: settings.language), entry.href)
        }
      }
      navigation = links(site.configuration.navigation)
      footerLinks = links(site.configuration.footer)
      licence = settings.licence
      publishers = catalogue.archive.lists.inspectorates.map(\.name)
      archive = site.archive
      search = site.assets.search.map { _ in
        SearchBox(
          inspectorate: site.archive?.inspectorate,
          label: site.archive == nil ? words[.searchLabel] : words(.searchLabelOfChannel, settings.title))
      }
    }

    func child(named name: String) -> (any TemplateValue)? {
      switch name {
      case "title": title
      case "stylesheet": stylesheet
      case "icon": icon
      case "home": Address.home.path
      case "navigation": navigation.ifAny
      case "footer": footerLinks.ifAny
      case "licence": licence
      case "publishers": publishers.ifAny
      case "archive": archive
      default: nil
      }
    }
  }

  private struct Header: TemplateView {
    let title: String
    let navigation: [Link]
    let breadcrumbs: [Link]
    let archive: ArchiveReference?
    let search: SearchBox?

    func child(named name: String) -> (any TemplateValue)? {
      switch name {
      case "search": search
      case "breadcrumbs": breadcrumbs.ifAny
      case "title": title
      case "home": Address.home.path
      case "navigation": navigation.ifAny
      case "archive": archive
      default: nil
      }
    }
  }
}

extension Licence: TemplateView {
  /// The name or the address of the licence, as templates ask for them.
  package func child(named name: String) -> (any TemplateValue)? {
    switch name {
    case "name": self.name
    case "url": url
    default: nil
    }
  }
}
