/// Which of our additions to CommonMark apply to a document.
package struct MarkdownFeatures: Hashable, Sendable {
  /// Whether the items of top-level ordered lists are numbered paragraphs, as in guidance.
  package var numberedParagraphs: Bool
  /// The level at which headings start; a heading above it is reported and shown at this level.
  package var topHeadingLevel: Int

  /// Whether braces at the end of a block that cannot be read as attributes are an error, and not a warning: in
  /// letters, where attributes say what a finding is.
  package var attributesMustBeReadable: Bool

  /// Features for a document below a title: headings from level 2, unless told otherwise.
  package init(
    numberedParagraphs: Bool = false, topHeadingLevel: Int = 2, attributesMustBeReadable: Bool = false
  ) {
    precondition((1...6).contains(topHeadingLevel), "HTML has headings of the levels 1 to 6")
    self.numberedParagraphs = numberedParagraphs
    self.topHeadingLevel = topHeadingLevel
    self.attributesMustBeReadable = attributesMustBeReadable
  }
}
