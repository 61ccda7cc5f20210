import Escaping

/// A table as it stands in the lines of a paragraph, its cells not parsed yet.
struct TableLines {
  /// The paragraph, or the heading that a line of hyphens after the rows made of it.
  let leaf: Node
  let table: Table
  /// The number of the fragment with the lines before the header, if there are any.
  var before: Int?
  /// The numbers of the fragments of the cells, nil for an empty cell; the header is the first row.
  var rows: [[Int?]] = []
  /// Whether a thematic break follows: the line of hyphens that cmark took for the line under a heading.
  var endsWithBreak = false
}
