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
      "public", "release", "changes"}]}; instants are in UTC, absent ones left out.
      """)

  @OptionGroup var options: ArchiveOptions

  @Argument(help: "A document such as letters/leeds-2024; all of them, unless given.")
  var id: String?

  @Option(help: "The form of the result: text or json.")
  var format = ResultFormat.text

  func run() async throws {
    try await Console.run {
      let loaded = try await options.load()
      let instant = try options.instant(in: loaded)
      let archive = try await loaded.checkingTexts(
        with: loaded.published(at: instant), includesPublic: true, jobs: options.jobs)
      let reports = archive.states(at: instant).filter { id == nil || $0.id.document.description == id }
      guard id == nil || !reports.isEmpty else {
        Console.say("findings: there is no document '\(id ?? "")' in \(options.content)".escapedForTerminal)
        throw ExitCode(1)
      }
      switch format {
      case .text: Console.result(Bytes(reports.map { line($0, archive) }.joined().utf8))
      case .json: Console.result(json(reports, at: instant).document())
      }
    }
  }

  private func line(_ report: StateReport, _ archive: Archive) -> String {
    var line = "\(report.id): \(report.state.rawValue): \(report.reason)"
    if let changes = report.changes, changes != report.release {
      line += "; changes on \(archive.settings.zone.rfc3339(changes))"
    }
    return line.escapedForTerminal + "\n"
  }

  private func json(_ reports: [StateReport], at instant: Instant) -> JSON {
    let editions = reports.map { report in
      JSON.members([
        ("document", .string(report.id.document.description)),
        ("edition", .number(report.id.number)),
        ("file", .string(report.file)),
        ("state", .string(report.state.rawValue)),
        ("reason", .string(report.reason)),
        ("public", .bool(report.state.isPublic)),
        ("release", .text(report.release?.rfc3339)),
        ("changes", .text(report.changes?.rfc3339)),
      ])
    }
    return .object([("instant", .string(instant.rfc3339)), ("editions", .array(editions))])
  }
}
