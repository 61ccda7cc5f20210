import ArgumentParser
import Diagnostics
import Escaping
import FileSystem
import Markdown

/// `findings render`: Markdown to a piece of HTML.
struct Render: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Turns Markdown into a fragment of HTML.",
    discussion: """
      It reads standard input, or a file, without front matter; it knows no archive, so links stay as \
      written. What is wrong is reported; on errors the safe HTML is printed all the same and the exit \
      code is 1.
      """)

  @Argument(help: "A file of Markdown; standard input, unless given.")
  var file: String?

  /// The largest input, in bytes; the parser has a lower limit of its own, and says so.
  private static let limit = 64 << 20

  func run() async throws {
    try await Console.run {
      let bytes =
        try file.map { try FileSystem.read($0, limit: Self.limit) }
        ?? FileSystem.readStandardInput(limit: Self.limit)
      guard let bytes else {
        Console.say("findings: the input is larger than 64 MiB")
        throw ExitCode(1)
      }
      let document = MarkdownDocument(
        bytes, file: file ?? "standard input",
        features: MarkdownFeatures(numberedParagraphs: true, topHeadingLevel: 1))
      var html = Bytes()
      document.writeHTML(to: &html) { _ in .asWritten }
      Console.result(html)
      Console.report(document.diagnostics)
      if bytes.starts(with: "---\n".utf8), bytes.dropFirst(4).firstRange(of: Array("\n---\n".utf8)) != nil {
        Console.say("findings: this looks like front matter, which render takes for text")
      }
      if document.diagnostics.contains(where: { $0.severity == .error }) { throw ExitCode(1) }
    }
  }
}
