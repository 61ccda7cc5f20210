import Archive
import ArgumentParser
import Escaping
import Model

/// `findings unseal`: a sealed document, put back where it was.
struct UnsealCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "unseal",
    abstract: "Puts a sealed document back where it was, as files that lie open.",
    discussion: """
      It takes --identity. The sealed file is removed when the others are on the disk. Standard output gets their \
      paths.
      """)

  @OptionGroup var options: ArchiveOptions

  @Argument(help: "A document such as letters/leeds-2027.")
  var id: String

  func validate() throws {
    guard options.identity != nil else { throw ValidationError("unseal takes --identity FILE.") }
  }

  func run() async throws {
    try await Console.run {
      let identity = try options.readIdentity()
      let archive = try await options.load(with: identity)
      let id = try options.document(id, in: archive).id
      let files = try await archive.unseal(id, in: options.content, identity: identity)
      let paths = files.map { "\(options.content)/\($0)".escapedForTerminal + "\n" }
      Console.result(Bytes(paths.joined().utf8))
    }
  }
}
