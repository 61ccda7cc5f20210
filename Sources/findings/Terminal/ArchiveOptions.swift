import Archive
import ArgumentParser
import Diagnostics
import Embargo
import Escaping
import FileSystem
import Foundation
import Model
import Publishing
import PublishingCalendar
import Sealing
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

  @Option(
    help: ArgumentHelp(
      "The secret keys of age that open sealed documents; a pipe such as /dev/fd/3 is read once.",
      valueName: "file"))
  var identity: String?

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
    try await load(with: readIdentity())
  }

  /// Reads the archive with its texts, and the moment to look at: an edition with errors in its text is not public,
  /// whatever its release.
  func loadChecked() async throws -> (archive: Archive, instant: Instant) {
    let archive = try await load()
    let instant = try instant(in: archive)
    return (
      try await archive.checkingTexts(
        with: archive.published(at: instant), includesPublic: true, jobs: jobs), instant
    )
  }

  /// Reads the archive with an identity that was read before.
  func load(with identity: Identity?) async throws -> Archive {
    try await Archive.load(from: content, jobs: jobs, identity: identity)
  }

  /// Reads the secret keys, from then on nothing shows what is in memory; nil where none are given.
  func readIdentity() throws -> Identity? {
    guard let identity else { return nil }
    ProcessSecrecy.begin()
    return try Identity(readingFrom: identity)
  }

  /// The document of that id; one that is not there is told, with the nearest there is.
  func document(_ id: String, in archive: Archive) throws -> ArchivedDocument {
    if let document = archive.documents.first(where: { $0.id.description == id }) { return document }
    let near =
      nearMiss(for: id, among: archive.documents.map(\.id.description)).map { "; did you mean '\($0)'?" }
      ?? ""
    Console.say("findings: there is no document '\(id)' in \(content)\(near)".escapedForTerminal)
    Console.tellOfUnopened(in: archive)
    throw ExitCode(1)
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
