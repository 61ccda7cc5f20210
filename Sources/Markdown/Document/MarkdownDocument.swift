package import Diagnostics
package import Escaping

/// A document written in Markdown: CommonMark as libcmark reads it, and our additions.
///
/// It owns the syntax tree. Everything that is wrong with the text is in `diagnostics`; a document can be
/// written whatever they say.
package struct MarkdownDocument: ~Copyable, Sendable {
  let features: MarkdownFeatures
  let firstLine: Int
  private let content: Content
  private(set) var annotations: [Annotation] = []

  /// Everything found while reading, in the order of the lines of the file.
  package private(set) var diagnostics: [Diagnostic] = []
  /// The headings in the order of the text.
  package private(set) var headings: [Heading] = []
  /// Every id of the fragment, in the order of the text.
  package private(set) var anchors: [String] = []
  /// The links and images in the order of the text; an image within an image is only words.
  package private(set) var links: [Link] = []
  /// The ids of the numbered paragraphs, by number.
  private(set) var paragraphIDs: [Int: String] = [:]

  enum Content: ~Copyable {
    case parsed(Tree)
    /// The source of a document that is not parsed, since it is empty or beyond the limits.
    case unparsed(Bytes)
  }

  /// Reads a document.
  ///
  /// - Parameters:
  ///   - source: The text without front matter.
  ///   - file: The path that diagnostics name.
  ///   - firstLine: The line of the file at which the text starts.
  ///   - firstByte: The offset in the file at which the text starts.
  ///   - features: The additions that apply.
  package init(
    _ source: Bytes, file: String, firstLine: Int = 1, firstByte: Int = 0, features: MarkdownFeatures
  ) {
    self.features = features
    self.firstLine = firstLine
    let inspection = SourceInspection(source, file: file, firstLine: firstLine, firstByte: firstByte)
    diagnostics = inspection.diagnostics
    guard inspection.isParseable else {
      content = .unparsed(inspection.source)
      return
    }
    let tree = Tree(parsing: inspection.source)
    var analysis = Analysis(
      root: tree.root, inspection, features: features, file: file, firstLine: firstLine)
    analysis.run()
    content = .parsed(tree)
    annotations = analysis.annotations
    diagnostics += analysis.diagnostics
    diagnostics.sort()
    headings = analysis.headings
    links = analysis.links
    paragraphIDs = analysis.paragraphIDs
    collectAnchors()
  }

  /// The root of the tree, if the source was parsed.
  var root: Node? {
    switch content {
    case .parsed(let tree): tree.root
    case .unparsed: nil
    }
  }

  func annotation(of node: Node) -> Annotation? {
    node.annotation.map { annotations[$0] }
  }

  mutating func annotate(_ node: Node, _ change: (inout Annotation) -> Void) {
    annotations.annotate(node, change)
  }

  /// Lists the ids of the fragment, after they were given.
  mutating func collectAnchors() {
    guard let root else { return }
    var anchors: [String] = []
    for step in Walk.blocks(of: root) where step.isEntering {
      guard let annotation = annotation(of: step.node) else { continue }
      if let id = annotation.id { anchors.append(id) }
      if case .footnote(let number, _) = annotation.role { anchors.append("footnote-\(number)") }
    }
    self.anchors = anchors
  }

  /// Appends the document as an HTML fragment.
  ///
  /// - Parameters:
  ///   - html: The output so far.
  ///   - glossary: The abbreviations to explain at their first use.
  ///   - criteria: The addresses of the evaluation criteria that the text may name, by name: `EC3`.
  ///   - marksAddresses: Whether addresses from the root of a site are marked (`Bytes.addressMark`).
  ///   - resolve: Says what becomes of each link and image.
  package borrowing func writeHTML(
    to html: inout Bytes, glossary: Glossary = Glossary(), criteria: [String: String] = [:],
    marksAddresses: Bool = false, resolve: (Link) -> LinkTarget
  ) {
    switch content {
    case .parsed(let tree):
      var output = Bytes()
      swap(&output, &html)
      var writer = HTMLWriter(
        self, after: output, glossary: glossary, criteria: criteria, marksAddresses: marksAddresses)
      output = []
      writer.write(tree.root, resolve: resolve)
      html = writer.html
    case .unparsed(let source):
      guard !source.isEmpty else { return }
      html.append("<pre>")
      html.append(html: source[...])
      html.append("</pre>\n")
    }
  }

  /// Appends the text that a reader is told, in a form that changes exactly when that text does.
  ///
  /// Its shape is described at `PublicTextWriter`; it is part of the digests of editions and never changes.
  package borrowing func writePublicText(to text: inout Bytes) {
    switch content {
    case .parsed(let tree):
      var writer = PublicTextWriter(self, after: text)
      writer.write(tree.root)
      text = writer.output
    case .unparsed(let source):
      text.append("source ")
      text.append(decimal: source.count)
      text.append(":")
      text += source
      text.append("\n")
    }
  }
}
