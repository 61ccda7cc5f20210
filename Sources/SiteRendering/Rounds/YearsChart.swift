import Embargo
import Model
import PublishingCalendar

extension SiteRenderer {
  /// The letters among documents by the year in which they were published, as a chart with its table, written
  /// beside a page; nil where one year has them all, which is no course of time.
  func yearsFigure(of documents: some Sequence<ListedDocument>, besides page: Address) throws -> ChartFigure?
  {
    let letters = documents.filter {
      $0.document.id.collection == .letters && !catalogue.isTranslation($0.document)
    }
    let years = letters.map { catalogue.day(of: $0.document).year }
    guard let first = years.min(), let last = years.max(), first < last else { return nil }
    var counts: [Int: Int] = [:]
    for year in years { counts[year, default: 0] += 1 }
    // Years without a letter are part of the course.
    let rows = (first...last).map { year in
      BarChart.Row(label: String(year), bars: [BarChart.Bar(value: counts[year] ?? 0)])
    }
    let title = mainWords[.chartByYear]
    return try figure(
      BarChart(title: title, labels: .beside, rows: rows), caption: title, at: page.file("years.svg"),
      alternative: mainWords.alternative(title, for: rows),
      table: ChartFigure.Table(
        caption: title, columns: [mainWords[.year], mainWords[.letters]],
        rows: rows.map { ChartFigure.Row(name: $0.label, numbers: $0.bars.map(\.value)) }))
  }
}
