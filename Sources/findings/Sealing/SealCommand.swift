import Archive
import ArgumentParser
import Embargo
import Escaping
import Model
import Publishing
import Sealing

/// `findings seal`: a document that lies open, encrypted.
struct SealCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "seal",
    abstract: "Encrypts a document that is not public, and says what git still remembers of it.",
    discussion: """
      The files of the document go into one file of a random name in the folder 'sealed' of the content, for \
      everybody in recipients.yml with 'sealed-content: true'; they are removed when it is on the disk. With \
      --identity it is opened and compared before that. Every command opens it in memory with --identity, and \
      'findings unseal' undoes it. Standard output gets the path of the sealed file.
      """)

  @OptionGroup var options: ArchiveOptions

  @Argument(help: "A document such as letters/leeds-2027.")
  var id: String

  func run() async throws {
    try await Console.run {
      let identity = try options.readIdentity()
      let archive = try await options.load(with: identity)
      let id = try options.document(id, in: archive).id
      if let seen = archive.firstSeenEdition(of: id, at: try options.instant(in: archive)) {
        Console.say("findings: \(seen.id) is \(seen.state.rawValue); what readers have seen is not sealed")
        throw ExitCode(1)
      }
      let receipts = PackOptions.path(in: options.content)
      let isNamed = try PackReceipts(at: receipts).editions.contains { $0.document == id }
      let sealed = try await archive.seal(id, in: options.content, identity: identity)
      Console.result(Bytes((sealed.file.escapedForTerminal + "\n").utf8))
      let words = SealedWords(id: id, outcome: sealed, keys: archive.sealingKeys.count)
      let memory = await GitMemory.of(words.patterns, in: options.content)
      for line in words.lines(memory) { Console.say(line.escapedForTerminal) }
      if isNamed {
        Console.say(
          "\(receipts) names it, in the receipts of packs; move the file out of the content and name it with --packs."
            .escapedForTerminal)
      }
    }
  }
}
