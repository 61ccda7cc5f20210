import Diagnostics
import Escaping

/// The reading of a parsed document: it finds our additions, changes the tree where they call for it, and
/// collects everything that there is to report.
///
/// The order matters: tables and notes come first, since they change the tree; then ids, since headings lose
/// their attributes and footnotes before their words are read; links come last, in the order in which they
/// are written.
struct Analysis {
  let root: Node
  let source: MarkdownSource
  let survey: SourceSurvey
  let invisible: [(offset: Int, scalar: Unicode.Scalar)]
  let invisibleScalars: Set<Unicode.Scalar>
  let features: MarkdownFeatures
  let file: String
  /// The line of the file at which the source starts.
  let firstLine: Int

  private(set) var diagnostics: [Diagnostic] = []
  private var reportCounts: [String: Int] = [:]
  private var rulesOfErrors: Set<String> = []
  var annotations: [Annotation] = []
  var definitions: [ReferenceDefinition] = []
  /// The line of the first words of a block that begins with definitions, by the line where it begins.
  var firstLinesOfWords: [Int: Int] = [:]
  var notes = Notes()
  var headings: [Heading] = []
  var links: [Link] = []
  var paragraphIDs: [Int: String] = [:]

  /// How many empty cells may be added to the rows of all tables, so that a header of a million columns
  /// does not cost a million cells in every row.
  var cellsToPad = 100_000

  init(
    root: Node, _ inspection: SourceInspection, features: MarkdownFeatures, file: String, firstLine: Int
  ) {
    self.root = root
    source = MarkdownSource(inspection.source)
    survey = inspection.survey
    invisible = inspection.invisible
    invisibleScalars = Set(invisible.map(\.scalar))
    self.features = features
    self.file = file
    self.firstLine = firstLine
  }

  mutating func run() {
    reportInvisibleCharacters()
    if mayHoldEscapedMarks { separateEscapes(in: root, of: source) }
    if survey.contains(.definition) { findDefinitions() }
    let fragments = takeFragments()
    if survey.contains(.footnote) { collectNotes(from: fragments) }
    if survey.contains(.brace) { readAttributes() }
    if survey.contains(.quote) { findCallouts() }
    if survey.contains(.footnote) { placeFootnotes() }
    assignIDs()
    if survey.contains(.bracket) || survey.contains(.angle) || survey.contains(.ampersand) { checkInlines() }
    if survey.contains(.definition) { reportUnusedDefinitions() }
    reportOmissions()
  }

  /// Whether a footnote or attributes may be escaped, in the source or in a fragment of it.
  var mayHoldEscapedMarks: Bool {
    let hasMarks = survey.contains(.footnote) || survey.contains(.brace)
    return hasMarks && (survey.contains(.backslash) || survey.contains(.ampersand))
  }

  // MARK: Reports

  /// Reports something at a line of the source.
  mutating func report(
    _ severity: Diagnostic.Severity, _ rule: String, line: Int, _ message: Message,
    expected: Message? = nil, suggestion: String? = nil, isSuggestionQuoted: Bool = false
  ) {
    reportCounts[rule, default: 0] += 1
    if severity == .error { rulesOfErrors.insert(rule) }
    guard reportCounts[rule, default: 0] <= Self.mostReports else { return }
    let place = Place(file: file, line: fileLine(line))
    diagnostics.append(
      Diagnostic(
        severity, rule, at: place, message, expected: expected, suggestion: suggestion,
        isSuggestionQuoted: isSuggestionQuoted))
  }

  /// How many times one rule is reported for one document.
  private static let mostReports = 1000

  /// Says of the rules that were broken more often than they are reported how often that was.
  private mutating func reportOmissions() {
    for (rule, count) in reportCounts.sorted(by: { $0.key < $1.key }) where count > Self.mostReports {
      diagnostics.append(
        Diagnostic(
          rulesOfErrors.contains(rule) ? .error : .warning, rule, at: Place(file: file),
          "the rule is broken \(count) times, of which \(Self.mostReports) are reported"))
    }
  }

  /// The line of the file for a line of the source.
  func fileLine(_ line: Int) -> Int {
    max(line, 1) + firstLine - 1
  }

  // MARK: Annotations

  func annotation(of node: Node) -> Annotation? {
    node.annotation.map { annotations[$0] }
  }

  mutating func annotate(_ node: Node, _ change: (inout Annotation) -> Void) {
    annotations.annotate(node, change)
  }

  /// The line of a block in the source, where cmark or we know it.
  func line(of block: Node) -> Int {
    if let line = annotation(of: block)?.line { return line }
    return block.startLine
  }
}
