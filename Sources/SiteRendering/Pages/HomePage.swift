import Embargo
import Model
import Templates

private struct HomeView: PageView {
  /// A page or collection as a way in.
  struct Way: TemplateView {
    let link: Link
    let summary: String?

    func child(named name: String) -> (any TemplateValue)? {
      switch name {
      case "summary", "description": summary
      default: link.child(named: name)
      }
    }
  }

  var frame: PageFrame
  let introduction: String
  let latest: [Item]
  let regions: [RegionView]
  let themes: [ListEntry]
  let overviews: HTMLText?
  let collections: [Way]
  let pages: [Way]
  let updated: ShownDay?

  func own(_ name: String) -> (any TemplateValue)? {
    switch name {
    case "introduction": introduction
    case "latest": latest.ifAny
    case "regions": regions.ifAny
    case "themes": themes.ifAny
    case "overviews": overviews
    case "collections": collections.ifAny
    case "pages": pages.ifAny
    case "updated": updated
    default: nil
    }
  }
}

extension SiteRenderer {
  /// The pages that explain what the archive holds, as far as they are public.
  private static let explanations = [
    "what-an-inspection-is", "coverage", "worried-about-a-child", "how-to-cite",
  ]

  /// Writes the page that everybody comes in by.
  func homePage(_ findings: FindingCatalogue) throws -> Sitemap.Page {
    let settings = catalogue.archive.settings
    var frame = frame(title: settings.title, address: .home, hasOwnSearch: true)
    frame.pageTitle = settings.title
    frame.description = site.configuration.description
    frame.structuredData = StructuredData.site(ownSettings, description: site.configuration.description)
    let view = HomeView(
      frame: frame, introduction: site.configuration.description,
      latest: latest, regions: regions(), themes: themeEntries(),
      overviews: overviews,
      collections: collections + findingLists(findings), pages: explanations,
      updated: catalogue.updated.map { ShownDay(catalogue.day(of: $0), mainWords) })
    return try write(.home, view, to: .home)
  }

  private var overviews: HTMLText? {
    let lines = catalogue.documents(in: .overviews).prefix(site.configuration.latest).map {
      line(for: $0).full
    }
    return lines.isEmpty ? nil : HTMLText(joining: lines, separator: "\n")
  }

  private var latest: [Item] {
    catalogue.documents(in: .letters).prefix(site.configuration.latest).map {
      Item($0.document, in: catalogue, mainWords, pageLanguage: mainLanguage.tag)
    }
  }

  private var collections: [HomeView.Way] {
    let collections = DocumentCollection.allCases.compactMap { collection -> HomeView.Way? in
      guard let address = collection.address, !catalogue.documents(in: collection).isEmpty else { return nil }
      return HomeView.Way(
        link: Link(mainWords[collection.plural], address), summary: mainWords[collection.introduction])
    }
    guard role == .archive else { return collections }
    let data = HomeView.Way(
      link: Link(mainWords[.dataTitle], Address.data), summary: mainWords[.dataIntroduction])
    return collections + [data]
  }

  /// The lists of findings over the whole archive.
  private func findingLists(_ findings: FindingCatalogue) -> [HomeView.Way] {
    guard !findings.all.isEmpty else { return [] }
    return [
      HomeView.Way(
        link: Link(mainWords[.findingsPriorityAction], Address.priorityActions),
        summary: mainWords[.priorityActionsIntroduction]),
      HomeView.Way(
        link: Link(mainWords[.findingsPracticeEffective], Address.practice),
        summary: mainWords[.practiceIntroduction]),
    ]
      + (hasAgencyPages(findings)
        ? [
          HomeView.Way(
            link: Link(mainWords[.agencies], EntryList.agencies.address),
            summary: mainWords[.agenciesIntroduction])
        ] : [])
  }

  private var explanations: [HomeView.Way] {
    Self.explanations.compactMap { slug in
      catalogue.archive.document(DocumentID(.pages, slug)).map { document in
        HomeView.Way(
          link: Link(document.current.edition.title, document.id.address),
          summary: document.current.edition.summary)
      }
    }
  }
}
