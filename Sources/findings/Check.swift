import Archive
import ArgumentParser
import Diagnostics
import Embargo
import PublishingCalendar

/// `findings check`: everything that is wrong with the content.
struct Check: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Reports everything that is wrong with the content, public or not.",
    discussion: "Diagnostics go to standard output. What is not public is never quoted.")

  @OptionGroup var options: ArchiveOptions
  @OptionGroup var packOptions: PackOptions

  @Option(help: "The form of the report: text, json or github.")
  var format = DiagnosticFormat.text

  func run() async throws {
    try await Console.run {
      let archive = try await options.load()
      let instant = try options.instant(in: archive)
      let published = archive.published(at: instant)
      let checked = try await archive.checkingTexts(
        with: published, includesPublic: true, jobs: options.jobs)
      let diagnostics =
        checked.allDiagnostics(with: published, at: instant)
        + (try packOptions.outdatedPacks(of: checked, content: options.content))
      Console.result(format.report(diagnostics))
      if format == .text { Console.say(Console.summary(of: diagnostics)) }
      if diagnostics.contains(where: { $0.severity == .error }) { throw ExitCode(1) }
    }
  }
}

extension DiagnosticFormat: ExpressibleByArgument {}
