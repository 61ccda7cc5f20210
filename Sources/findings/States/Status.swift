import Archive
import ArgumentParser
import Embargo
import Escaping
import Model
import PublishingCalendar

/// `findings status`: the state of every edition, and why.
struct Status: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Says which editions are public, which are not, why, and when that changes.",
    discussion: """
      With --format json: {"instant", "editions": [{"document", "edition", "file", "state", "reason", \
      "public", "release", "changes", \(StateJSON.waitMembers)}], "unopened"}. "unopened" is how many sealed documents \
      were not opened. "earliest" is the first working day that a new \
      release can name, outside moratoria; it is left out while the release may still be kept. Instants are in \
      UTC, what is absent is left out, and so is the waiting of what is public or removed.
      """)

  @OptionGroup var options: ArchiveOptions
  @OptionGroup var packOptions: PackOptions

  @Argument(help: "A document such as letters/leeds-2024; all of them, unless given.")
  var id: String?

  @Option(help: "The form of the result: text or json.")
  var format = ResultFormat.text

  func run() async throws {
    try await Console.run {
      let (archive, instant) = try await options.loadChecked()
      let reports = archive.states(at: instant).filter { id == nil || $0.id.document.description == id }
      if let id, reports.isEmpty { _ = try options.document(id, in: archive) }
      Console.report(try packOptions.outdatedPacks(of: archive, content: options.content))
      Console.tellOfUnopened(in: archive)
      switch format {
      case .text:
        let text = StateText(zone: archive.settings.zone)
        Console.result(Bytes(reports.map(text.line).joined().utf8))
      case .json:
        let result = JSON.members([
          ("instant", .string(instant.rfc3339)), ("editions", .array(reports.map { StateJSON.value($0) })),
          ("unopened", archive.unopened.json),
        ])
        Console.result(result.document())
      }
    }
  }
}
