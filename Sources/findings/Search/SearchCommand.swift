import ArgumentParser
import Escaping
import Foundation

/// `findings search`: the search of the site, in the terminal.
struct SearchCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search",
    abstract: "Searches a built site with the engine and the index that the browser uses.",
    discussion: """
      A query has words, all of which a document must have; "a phrase"; OR; -word; word*; =exact; and \
      conditions such as theme:neglect, area:leeds, inspectorate:ofsted, agency:police, type:letters, \
      kind:improvement, criterion:EC3 and date:2019..2021. With --format json: {"query", "total", "page", \
      "partial", "expanded": [{"from", "to"}], "unexpanded": [{"from", "to"}], "hits": [{"url", "title", \
      "summary", "type", "area", "date", "day", "wording", "wording-name", "score", "matches", "passages": \
      [{"url", "kind", "kind-name", "text", "marks"}]}], "facets": {"theme": [{"id", "name", "count", \
      "chosen"}]}, "places": [{"name", "area", "area-name", "url"}], "suggestions": [{"from", "to", "query"}], \
      "notes": [{"note", "field", "value"}]}. Marks are places in the bytes of the text; "partial" says that \
      no document has all the words.
      """)

  @Argument(
    parsing: .allUnrecognized,
    help: ArgumentHelp(
      "What to search for: words, conditions or both. It may begin with a minus sign.", valueName: "query"))
  var words: [String]

  @Option(help: ArgumentHelp("The folder of the built site.", valueName: "folder"))
  var index = "public"

  @Option(help: "How many documents to show, 1 to 1000.")
  var limit = 10

  @Flag(name: .customLong("no-expand"), help: "Leaves abbreviations of the glossary alone.")
  var leavesAbbreviations = false

  @Option(
    help: "The form of the result: \(ResultFormat.allCases.map(\.rawValue).joined(separator: " or ")).")
  var format = ResultFormat.text

  func validate() throws {
    guard (1...1000).contains(limit) else { throw ValidationError("--limit takes a number from 1 to 1000.") }
    // A word may begin with a minus sign; what begins with two is a slip unless it stands behind them alone.
    if let slip = words.prefix(while: { $0 != "--" }).first(where: { $0.hasPrefix("--") }) {
      throw ValidationError("Unknown option '\(slip)'")
    }
  }

  /// What the reader typed, of one argument or several; `--` ends the options.
  private var query: String {
    let end = words.firstIndex(of: "--")
    return words.indices.filter { $0 != end }.map { words[$0] }.joined(separator: " ")
  }

  func run() async throws {
    try await Console.run {
      let index = try SearchIndexFolder(site: index)
      let answer = try index.answer(to: request)
      switch format {
      case .json: Console.result(answer + [UInt8(ascii: "\n")])
      case .text: Console.result(Bytes(try SearchText(answer).description.utf8))
      }
    }
  }

  /// The request as the address of the search page would have it.
  private var request: String {
    let allowed = CharacterSet.alphanumerics
    let text = query.addingPercentEncoding(withAllowedCharacters: allowed) ?? ""
    let shape = format == .json ? "" : "&facets=none&passages=3&snippet=240"
    return "q=\(text)&limit=\(limit)&expand=\(leavesAbbreviations ? "no" : "yes")\(shape)"
  }
}
