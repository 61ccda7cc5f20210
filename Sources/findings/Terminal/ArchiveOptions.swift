import Archive
import ArgumentParser
import FileSystem
import Foundation
import Model
import Publishing
import PublishingCalendar
import SiteRendering

/// The options of every command that reads an archive.
struct ArchiveOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The folder of the content.", valueName: "folder"))
  var content = "Content"

  @Option(help: ArgumentHelp("The folder of templates, styles and words.", valueName: "folder"))
  var site = "Site"

  @Option(
    help: ArgumentHelp(
      "The moment to look at: RFC 3339, or a local time in the archive's zone. Now, unless given.",
      valueName: "instant"))
  var at: String?

  @Option(help: ArgumentHelp("How many documents to work on at a time.", valueName: "number"))
  var jobs = ProcessInfo.processInfo.activeProcessorCount

  func validate() throws {
    guard (1...1024).contains(jobs) else { throw ValidationError("--jobs is a number from 1 to 1024.") }
    if let at, WrittenTime(at) == nil {
      throw ValidationError("--at '\(at)' is no moment; write \(WrittenTime.forms).")
    }
  }

  /// Reads the archive.
  func load() async throws -> Archive {
    try await Archive.load(from: content, jobs: jobs)
  }

  /// Reads the templates, styles and words; what is wrong with them is reported.
  func loadSite(for archive: Archive) throws -> SiteFolder {
    do {
      return try SiteFolder.load(
        from: site, settings: archive.settings, inspectorates: archive.lists.inspectorates.map(\.id))
    } catch let problems as SiteProblems {
      Console.report(problems.diagnostics)
      throw ExitCode(1)
    }
  }

  /// The moment asked for, or now; nil where the time zone of the archive has to be known for it.
  var knownInstant: Instant? {
    switch at.flatMap({ WrittenTime($0) }) {
    case nil: .now
    case .instant(let instant): instant
    default: nil
    }
  }

  /// The moment asked for, or now.
  func instant(in archive: Archive) throws -> Instant {
    guard let at, let written = WrittenTime(at) else { return .now }
    let settings = archive.settings
    do {
      return try written.resolved(in: settings.zone, dateMeans: settings.releaseTime)
    } catch {
      throw ValidationError(
        "--at '\(at)' names no single moment in \(settings.zone.identifier), where the clocks change; "
          + "add an offset, such as +01:00.")
    }
  }
}

extension Instant {
  /// Now, by the clock of the system.
  static var now: Instant { SystemClock().now }
}
