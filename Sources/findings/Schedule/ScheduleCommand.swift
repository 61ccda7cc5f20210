import Archive
import ArgumentParser
import Embargo
import Escaping
import Model
import PublishingCalendar

/// `findings schedule`: what will change on the public site and when, for the staff.
struct ScheduleCommand: AsyncParsableCommand {
  /// The form of the schedule.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json, ics
  }

  static let configuration = CommandConfiguration(
    commandName: "schedule",
    abstract: "Lists every moment to come at which the public site changes, and what waits.",
    discussion: """
      It begins after the moment of --at; between two moments of it no byte of the site changes. The schedule \
      names what is not public and is for the staff alone. With --format json: {"instant", "moments": \
      [{"instant", "changes": [{"id", "kind", "text", "document", "edition", "title", "replaces", \
      "inspectorate", "name", "programme", "timetable"}]}], "waiting": [...], "unopened"}. "kind" is one of release, \
      correction, withdrawal, tombstone, removal-notice, opening, closing, name, timetable; "id" is the same for \
      the same change in every schedule, also when its date moves. "waiting" holds every edition that is not \
      public, as findings status --format json prints it, with "title". What is absent is left out. With \
      --format ics: an iCalendar file (RFC 5545) with an event for each change.
      """)

  @OptionGroup var options: ArchiveOptions

  @Option(help: "The form of the result: text, json or ics.")
  var format = Format.text

  func run() async throws {
    try await Console.run {
      let (archive, instant) = try await options.loadChecked()
      let schedule = PlannedSchedule(archive, after: instant)
      Console.tellOfUnopened(in: archive)
      switch format {
      case .text: Console.result(Bytes(ScheduleText(schedule).description.utf8))
      case .json: Console.result(ScheduleJSON(schedule).value.document())
      case .ics: Console.result(ScheduleCalendar(schedule).bytes)
      }
    }
  }
}

/// What `findings schedule` prints, in whatever form.
struct PlannedSchedule {
  let instant: Instant
  let settings: ArchiveSettings
  let moments: [ScheduledMoment]
  /// The editions that are not public at the instant and that nobody removed.
  let waiting: [StateReport]
  /// How many sealed documents are not in it, for programs.
  let unopened: JSON?
  private let titles: [EditionID: String]

  init(_ archive: Archive, after instant: Instant) {
    self.instant = instant
    settings = archive.settings
    moments = archive.schedule(after: instant)
    waiting = archive.states(at: instant).filter { $0.wait != nil }
    unopened = archive.unopened.json
    titles = Dictionary(
      archive.documents.flatMap(\.editions).map { ($0.id, $0.edition.title) },
      uniquingKeysWith: { first, _ in first })
  }

  /// The title of an edition, nil where it has none.
  func title(of edition: EditionID) -> String? {
    titles[edition].flatMap { $0.isEmpty ? nil : $0 }
  }

  /// The title of what changes, nil where it has none, or where it was removed: a title may be what the court
  /// meant.
  func title(of change: ScheduledChange) -> String? {
    change.isOfRemoved ? nil : change.edition.flatMap(title)
  }
}
