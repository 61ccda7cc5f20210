/// The colours of charts, the same as those of the styles: on light and on dark screens.
struct ChartColours {
  let light: StaticString
  let dark: StaticString

  static let ink = ChartColours(light: "#14212b", dark: "#e4eaee")
  static let paper = ChartColours(light: "#ffffff", dark: "#11181d")

  /// All of them by the names of their classes in a drawing.
  static let all: [(name: String, colours: ChartColours)] =
    [("ink", ink), ("paper", paper)] + BarChart.Style.allCases.map { ($0.rawValue, $0.colours) }
}

extension BarChart.Style {
  /// The colour of the bars.
  var colours: ChartColours {
    switch self {
    case .plain: ChartColours(light: "#0b4f6c", dark: "#8ecbe8")
    case .priority: ChartColours(light: "#a4262c", dark: "#ff9c96")
    case .improvement: ChartColours(light: "#8a5a00", dark: "#eeb951")
    case .strength: ChartColours(light: "#1e6b4f", dark: "#7fd0ad")
    case .other: ChartColours(light: "#47555f", dark: "#a9b6be")
    }
  }
}
