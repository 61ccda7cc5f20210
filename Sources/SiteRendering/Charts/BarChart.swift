/// A chart of horizontal bars: rows with words and numbers, as an SVG file draws them.
///
/// The numbers stand in a table beside it, always: a picture is nobody's only way to them.
struct BarChart: Sendable {
  /// How a bar looks: a colour, and a shape at its beginning where bars of several kinds stand together.
  enum Style: String, CaseIterable, Sendable {
    case plain, priority, improvement, strength, other
  }

  /// A bar with its number at the end.
  struct Bar: Sendable {
    let value: Int
    var style = Style.plain
  }

  /// What one or several bars are about.
  struct Row: Sendable {
    let label: String
    let bars: [Bar]
  }

  /// Where the words of the rows stand.
  enum Labels: Sendable {
    /// In a column before the bars, which suits words as short as a year.
    case beside
    /// Each on a line above its bars.
    case above
  }

  /// What the chart shows, for those who open the file by itself.
  let title: String
  let labels: Labels
  let rows: [Row]
  /// The words for the looks of bars, in the order of the bars; none where rows say it all.
  var key: [(style: Style, name: String)] = []

  /// The greatest number, at least 1.
  var greatest: Int { max(1, rows.lazy.flatMap(\.bars).map(\.value).max() ?? 1) }
}
