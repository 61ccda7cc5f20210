import Embargo
import Escaping
import Model
import Templates

/// What the archive holds of a round of inspections, below the overview that looks back on it.
struct RoundEvidenceView: TemplateView {
  /// The findings in one wording: the charts, and the table behind them.
  struct Findings: TemplateView {
    let heading: String
    /// What is to be known of counts in this wording, nil where they are whole.
    let hint: String?
    let figures: [ChartFigure]
    let matrix: FindingMatrix

    func child(named name: String) -> (any TemplateValue)? {
      switch name {
      case "heading": heading
      case "hint": hint
      case "figures": figures
      case "matrices": [matrix]
      default: nil
      }
    }
  }

  /// The id of the part of the page.
  static let anchor = "_evidence"

  let documents: Set<DocumentID>
  /// How many letters there are, in words.
  let letterCount: String
  /// How many findings there are, in words; nil where there are none.
  let findingCount: String?
  /// The letters as lines of a list.
  let letters: HTMLText
  let findings: [Findings]

  func child(named name: String) -> (any TemplateValue)? {
    switch name {
    case "letterCount": letterCount
    case "letters": letters
    case "findings": findings.ifAny
    default: nil
    }
  }
}

/// Gathers the letters and findings of the round that an overview looks back on, and draws its charts.
struct RoundEvidence {
  private let overview: PublishedDocument
  private let renderer: SiteRenderer
  private let language: PageLanguage
  private let letters: [ListedDocument]
  private let findings: FindingCatalogue.Selection
  /// The theme whose lists hold the findings of the round and no others, so that numbers may lead to them.
  private let theme: String?

  /// The evidence for an overview, nil where no letter of its round is listed.
  init?(for overview: PublishedDocument, _ findings: FindingCatalogue, _ renderer: SiteRenderer) {
    let shown = overview.current
    guard case .overview(let round) = shown.edition.facts, !overview.isWithdrawn else { return nil }
    let letters = renderer.catalogue.letters(of: round, upTo: overview.firstRelease)
    guard !letters.isEmpty else { return nil }
    self.overview = overview
    self.renderer = renderer
    self.letters = letters
    language = renderer.language(for: shown.edition.language)
    let own = findings.findings(of: letters).judgements
    self.findings = own
    let catalogue = renderer.catalogue
    theme = catalogue.themes(of: shown.edition).map(\.id).first { theme in
      findings.findings(of: catalogue.documents(onTheme: theme)).judgements == own
    }
  }

  private var words: Words { language.words }

  /// Writes the charts beside the overview, and gives what its page shows.
  func write() throws -> RoundEvidenceView {
    let tag = overview.current.edition.language
    let lines = letters.map { renderer.line(for: $0, in: language, onPage: tag).full }
    return RoundEvidenceView(
      documents: Set(letters.map(\.document.id)), letterCount: words.count(letters.count, .letters),
      findingCount: findings.isEmpty ? nil : words.count(findings.count, .findings),
      letters: HTMLText(joining: lines, separator: "\n"),
      findings: try [Wording.official, .summary].compactMap(write))
  }

  /// The findings in one wording, nil where there are none: they are never counted together.
  private func write(_ wording: Wording) throws -> RoundEvidenceView.Findings? {
    let counts = FindingCounts(findings, wording: wording)
    guard counts.total > 0 else { return nil }
    let isOfficial = wording == .official
    let place = words[isOfficial ? .inOfficial : .inSummary]
    let kinds = FindingKind.judgements.filter { counts.count($0) > 0 }
    let agencies = renderer.catalogue.archive.lists.agencies.filter { agency in
      kinds.contains { counts.count($0, about: agency.id) > 0 }
    }
    let charts = [kindChart(counts, kinds, place), agencyChart(counts, kinds, agencies, place)]
    let figures = try charts.compactMap(\.self).map { drawn in
      let suffix = isOfficial ? "" : "-" + wording.rawValue
      return try renderer.figure(
        drawn.chart, caption: words[drawn.caption],
        at: overview.id.address.file("\(drawn.name)\(suffix).svg"), alternative: drawn.alternative)
    }
    return RoundEvidenceView.Findings(
      heading: words[isOfficial ? .findingsInOfficial : .findingsInSummary],
      hint: isOfficial ? nil : words[.evidenceSummaryHint], figures: figures,
      matrix: matrix(counts, kinds, agencies, place))
  }

  // MARK: Charts and the table behind them

  private typealias NamedChart = (name: String, caption: Phrase, chart: BarChart, alternative: String)

  private func kindChart(_ counts: FindingCounts, _ kinds: [FindingKind], _ place: String) -> NamedChart {
    let rows = kinds.map { kind in
      BarChart.Row(
        label: words[kind.plural], bars: [BarChart.Bar(value: counts.count(kind), style: kind.style)])
    }
    let title = words(.chartIn, words[.chartByKind], place)
    let chart = BarChart(title: title, labels: .above, rows: rows)
    return ("findings", .chartByKind, chart, words.alternative(title, for: rows))
  }

  /// The findings about each agency by the kinds that every letter can hold; nil where one agency or none is
  /// named, which is no comparison.
  private func agencyChart(
    _ counts: FindingCounts, _ kinds: [FindingKind], _ agencies: [Agency], _ place: String
  ) -> NamedChart? {
    let kinds = kinds.filter { !$0.isStudy }
    guard agencies.count > 1, !kinds.isEmpty else { return nil }
    let rows = agencies.map { agency in
      BarChart.Row(
        label: agency.name,
        bars: kinds.map { BarChart.Bar(value: counts.count($0, about: agency.id), style: $0.style) })
    }
    let title = words(.chartIn, words[.chartByAgency], place)
    let key = kinds.map { (style: $0.style, name: words[$0.plural]) }
    let chart = BarChart(title: title, labels: .above, rows: rows, key: key)
    return ("agencies", .chartByAgency, chart, words(.chartTableBelow, title))
  }

  private func matrix(
    _ counts: FindingCounts, _ kinds: [FindingKind], _ agencies: [Agency], _ place: String
  ) -> FindingMatrix {
    func cell(_ count: Int, _ kind: FindingKind, _ agency: Agency?) -> FindingMatrix.Row.Cell {
      let list = theme.map { theme in
        let list = Address.findings(of: .theme(theme), kind)
        return agency.map { list.folder($0.id) } ?? list
      }
      return FindingMatrix.Row.Cell(count: count, href: count == 0 ? nil : list?.path)
    }
    let all = FindingMatrix.Row(
      name: words[.allAgencies], href: nil, cells: kinds.map { cell(counts.count($0), $0, nil) },
      isTotal: true)
    return FindingMatrix(
      caption: words(.chartIn, words[.chartByAgency], place), rowsLabel: words[.agency],
      columns: kinds.map { words[$0.plural] },
      rows: [all]
        + agencies.map { agency in
          FindingMatrix.Row(
            name: agency.name, href: Address.agency(agency.id).path,
            cells: kinds.map { cell(counts.count($0, about: agency.id), $0, agency) })
        })
  }
}

extension FindingKind {
  /// The look of its bars: the colour and the shape that the kind has everywhere.
  fileprivate var style: BarChart.Style {
    switch self {
    case .priorityAction: .priority
    case .improvement, .practiceImprovement: .improvement
    case .strength, .practiceEffective: .strength
    default: .other
    }
  }
}
