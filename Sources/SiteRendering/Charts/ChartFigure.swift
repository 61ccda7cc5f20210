import Model
import Templates

/// A chart in a page: the picture, its words, and the table behind it.
struct ChartFigure: TemplateView {
  /// A row of the table: what it is about, and its numbers.
  struct Row: TemplateView {
    let name: String
    let numbers: [Int]

    func child(named name: String) -> (any TemplateValue)? {
      switch name {
      case "name": self.name
      case "numbers": numbers
      default: nil
      }
    }
  }

  /// The table behind a chart.
  struct Table: TemplateView {
    let caption: String
    /// What the rows are, then what is counted.
    let columns: [String]
    let rows: [Row]

    func child(named name: String) -> (any TemplateValue)? {
      switch name {
      case "caption": caption
      case "columns": columns
      case "rows": rows
      default: nil
      }
    }
  }

  /// The address of the picture.
  let address: Address
  let caption: String
  /// What the picture shows, in words.
  let alternative: String
  let height: Int
  /// The table, nil where it stands in the page anyway.
  var table: Table?

  func child(named name: String) -> (any TemplateValue)? {
    switch name {
    case "src": address.path
    case "caption": caption
    case "alternative": alternative
    case "width": ChartDrawing.width
    case "height": height
    case "table": table
    default: nil
    }
  }
}

extension SiteRenderer {
  /// Writes a chart as a file, and gives it as a page shows it.
  func figure(
    _ chart: BarChart, caption: String, at address: Address, alternative: String,
    table: ChartFigure.Table? = nil
  ) throws -> ChartFigure {
    let (svg, height) = ChartDrawing.svg(chart)
    try write(svg, to: address)
    return ChartFigure(
      address: address, caption: caption, alternative: alternative, height: height, table: table)
  }
}

extension Words {
  /// A chart of one bar a row in words: what it shows, then each row with its number.
  func alternative(_ title: String, for rows: [BarChart.Row]) -> String {
    let values = rows.map { row in
      self(.chartValue, row.label, row.bars.map { String($0.value) }.joined(separator: self[.listSeparator]))
    }
    return self(.chartAlternative, title, values.joined(separator: self[.listSeparator]))
  }
}
