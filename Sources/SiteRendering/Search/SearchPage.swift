import Embargo
import Escaping
import Model
import PublishingCalendar
import Templates

/// The search page as its template sees it; without script it leads to the ways to browse.
private struct SearchView: PageView {
  /// What results can be narrowed by: its name in the address, and what readers call it.
  struct Facet: TemplateView {
    let name: String
    let title: String

    func child(named name: String) -> (any TemplateValue)? {
      switch name {
      case "name": self.name
      case "title": title
      default: nil
      }
    }
  }

  /// What the script needs to begin with, all of it named by the page, so that nothing waits for anything.
  struct Engine: TemplateView {
    let assets: SearchAssets
    /// The manifest of the index as a file of gzip.
    let manifest: Bytes

    func child(named name: String) -> (any TemplateValue)? {
      switch name {
      case "script": assets.script.address.path
      case "engine": assets.engine.address.path
      case "index": SearchIndexFiles.address.path
      // Within the page it costs no request, and can never be that of another build than the page.
      case "manifest": manifest.base64
      default: nil
      }
    }
  }

  var frame: PageFrame
  let engine: Engine?
  let facets: [Facet]
  let ways: [Link]
  let years: [Link]

  func own(_ name: String) -> (any TemplateValue)? {
    switch name {
    case "runs": engine
    case "facets": facets
    case "ways": ways.ifAny
    case "years": years.ifAny
    case "letters": frame.language.words[.letters]
    default: nil
    }
  }
}

extension SiteRenderer {
  /// The facets in the order in which readers see them.
  private static let facets: [(name: String, title: Phrase)] = [
    ("theme", .theme), ("kind", .facetKind), ("area", .factArea), ("agency", .agency), ("type", .facetType),
    ("wording", .facetWording), ("inspectorate", .factInspectorate), ("programme", .factProgramme),
    ("criterion", .criterion),
  ]

  /// The search page.
  func searchPages(_ manifest: Bytes, _ findings: FindingCatalogue) -> [PageWork] {
    let page: PageWork = {
      let words = mainWords
      var frame = frame(
        title: words[.searchTitle], address: .search, breadcrumbs: breadcrumbs(), hasOwnSearch: true)
      frame.description = words[.searchDescription]
      let view = SearchView(
        frame: frame, engine: site.assets.search.map { SearchView.Engine(assets: $0, manifest: manifest) },
        facets: Self.facets.map { SearchView.Facet(name: $0.name, title: words[$0.title]) },
        ways: ways(findings), years: letterYears)
      return [try write(.search, view, to: .search)]
    }
    return [page]
  }

  /// The pages from which everything can be reached without a search.
  private func ways(_ findings: FindingCatalogue) -> [Link] {
    let words = mainWords
    var ways = [
      Link(words[.areas], EntryList.areas.address), Link(words[.themes], EntryList.themes.address),
      Link(words[.inspectorates], EntryList.inspectorates.address),
    ].filter { catalogue.archive.hasPage($0.href) }
    if !findings.all.isEmpty {
      ways.append(Link(words[.findingsPriorityAction], .priorityActions))
      ways.append(Link(words[.findingsPracticeEffective], .practice))
    }
    return ways
  }

  private var letterYears: [Link] {
    guard let listing = DocumentCollection.letters.address else { return [] }
    var years: [Int] = []
    for letter in catalogue.documents(in: .letters) {
      let year = catalogue.day(of: letter.document).year
      if years.last != year { years.append(year) }
    }
    return years.map { Link(String($0), listing.folder(String($0))) }
  }
}
