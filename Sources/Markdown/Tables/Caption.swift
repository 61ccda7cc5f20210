extension Node {
  /// Whether a paragraph of a table is its caption; the others are in rows.
  var isCaption: Bool {
    previous == nil && next?.kind == .customBlock
  }
}
