import Escaping

/// Draws a chart as a file of its own: SVG without scripts and without anything from elsewhere.
///
/// A picture in a page does not see the styles of the page, so the file has its own colours, for light and
/// for dark screens, on a ground of its own: it can be read whatever stands around it. The units are those of
/// the page's text at the width that the styles give it.
struct ChartDrawing {
  private let chart: BarChart
  private var svg = Bytes()
  private var height = 0

  /// How wide every drawing is, in its own units.
  static let width = 360

  private enum Measure {
    static let edge = 2
    static let text = 15
    /// From one line of words to the next.
    static let line = 22
    static let bar = 16
    static let barGap = 4
    static let rowGap = 10
    /// The column of short words before the bars.
    static let labelColumn = 48
    /// The room for a shape before a bar.
    static let shape = 20
    /// The room for the number after the longest bar.
    static let number = 52
    /// How many characters of words surely fit into the width.
    static let characters = 42
  }

  private init(_ chart: BarChart) {
    self.chart = chart
  }

  /// The file, and how high it is in the units of its width.
  static func svg(_ chart: BarChart) -> (bytes: Bytes, height: Int) {
    var drawing = ChartDrawing(chart)
    let body = drawing.body()
    drawing.begin()
    drawing.svg += body
    drawing.svg.append("</svg>\n")
    return (drawing.svg, drawing.height)
  }

  private mutating func begin() {
    svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 ")
    svg.append(decimal: Self.width)
    svg.append(" ")
    svg.append(decimal: height)
    svg.append("\" width=\"")
    svg.append(decimal: Self.width)
    svg.append("\" height=\"")
    svg.append(decimal: height)
    svg.append(
      "\" role=\"img\" font-family=\"system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif\" "
    )
    svg.append("font-size=\"")
    svg.append(decimal: Measure.text)
    svg.append("\">\n<title>")
    svg.append(xml: chart.title)
    svg.append("</title>\n<style>")
    svg.append("@media (prefers-color-scheme: dark) {")
    for (name, colours) in ChartColours.all { svg.append(verbatim: " .\(name) { fill: \(colours.dark) }") }
    svg.append(" }</style>\n<rect class=\"paper\" fill=\"")
    svg.append(ChartColours.paper.light)
    svg.append("\" width=\"100%\" height=\"100%\"/>\n")
  }

  // MARK: Rows

  private mutating func body() -> Bytes {
    var outer = Bytes()
    swap(&outer, &svg)
    var y = Measure.edge
    for entry in chart.key {
      shape(entry.style, y: y, height: Measure.line)
      text(entry.name, x: Measure.edge + Measure.shape, y: y, height: Measure.line)
      y += Measure.line
    }
    if !chart.key.isEmpty { y += Measure.rowGap }
    for (index, row) in chart.rows.enumerated() {
      if index > 0 { y += chart.labels == .above ? Measure.rowGap : Measure.barGap }
      y = draw(row, y: y)
    }
    height = y + Measure.edge
    swap(&outer, &svg)
    return outer
  }

  /// Draws a row and gives the place below it.
  private mutating func draw(_ row: BarChart.Row, y: Int) -> Int {
    var y = y
    switch chart.labels {
    case .beside: text(row.label, x: Measure.edge, y: y, height: Measure.bar)
    case .above:
      text(row.label, x: Measure.edge, y: y, height: Measure.line)
      y += Measure.line
    }
    for (index, bar) in row.bars.enumerated() {
      if index > 0 { y += Measure.barGap }
      draw(bar, y: y)
      y += Measure.bar
    }
    return y
  }

  private mutating func draw(_ bar: BarChart.Bar, y: Int) {
    if !chart.key.isEmpty { shape(bar.style, y: y, height: Measure.bar) }
    let start =
      Measure.edge
      + (chart.labels == .beside ? Measure.labelColumn : 0) + (chart.key.isEmpty ? 0 : Measure.shape)
    let room = Self.width - start - Measure.number
    // A number above zero shows, however small it is beside the greatest.
    let length = bar.value == 0 ? 0 : max(1, bar.value * room / chart.greatest)
    if length > 0 {
      svg.append("<rect class=\"")
      svg.append(verbatim: bar.style.rawValue)
      svg.append("\" fill=\"")
      svg.append(bar.style.colours.light)
      svg.append("\" x=\"")
      svg.append(decimal: start)
      svg.append("\" y=\"")
      svg.append(decimal: y)
      svg.append("\" width=\"")
      svg.append(decimal: length)
      svg.append("\" height=\"")
      svg.append(decimal: Measure.bar)
      svg.append("\"/>\n")
    }
    text(String(bar.value), x: start + length + (length > 0 ? 6 : 0), y: y, height: Measure.bar)
  }

  /// Writes words in a line of that height, shortened where they would not fit.
  private mutating func text(_ words: String, x: Int, y: Int, height: Int) {
    svg.append("<text class=\"ink\" fill=\"")
    svg.append(ChartColours.ink.light)
    svg.append("\" x=\"")
    svg.append(decimal: x)
    svg.append("\" y=\"")
    // The letters stand a third of their size below the middle of the line.
    svg.append(decimal: y + height / 2 + Measure.text / 3)
    svg.append("\">")
    svg.append(xml: words.count > Measure.characters ? words.prefix(Measure.characters - 1) + "…" : words)
    svg.append("</text>\n")
  }

  /// Draws the shape that goes with a colour, for those who do not tell the colours apart.
  private mutating func shape(_ style: BarChart.Style, y: Int, height: Int) {
    let (x, middle) = (Measure.edge, y + height / 2)
    let points: [(Int, Int)] =
      switch style {
      case .priority: [(x, middle + 6), (x + 7, middle - 7), (x + 14, middle + 6)]
      case .improvement: [(x, middle), (x + 7, middle - 7), (x + 14, middle), (x + 7, middle + 7)]
      case .plain, .other:
        [(x + 1, middle - 6), (x + 13, middle - 6), (x + 13, middle + 6), (x + 1, middle + 6)]
      case .strength: []
      }
    svg.append(points.isEmpty ? "<circle class=\"" : "<polygon class=\"")
    svg.append(verbatim: style.rawValue)
    svg.append("\" fill=\"")
    svg.append(style.colours.light)
    if points.isEmpty {
      svg.append(verbatim: "\" cx=\"\(x + 7)\" cy=\"\(middle)\" r=\"6\"/>\n")
    } else {
      let list = points.map { "\($0),\($1)" }.joined(separator: " ")
      svg.append(verbatim: "\" points=\"\(list)\"/>\n")
    }
  }
}
