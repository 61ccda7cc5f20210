import Archive
import ArgumentParser
import Embargo
import Escaping
import Model
import PublishingCalendar

/// `findings timetable`: the milestones of an inspection in working days.
struct TimetableCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "timetable",
    abstract: "Counts the milestones of an inspection in working days and explains each date.",
    discussion: """
      The timetable is that of the guidance that was in force when fieldwork began, else that of the \
      programme. With --format json: {"document", "fieldwork": {"start", "end"}, "timetable": {"guidance", \
      "edition", "in-force"} or {"programme", "from"}, "milestones": [{"milestone", "date", "actual", \
      "scheduled", "due", "basis", "required", "before" or "after", "event-date", "event-basis", "working-days", \
      "earliest", "public", "skipped": [{"day", "reason"}]}], "notes": [{"note", "text", ...}]}. "date" is \
      the computed one, "earliest" the first working day after the moratorium that it falls into; absent \
      members are left out. The notes "guidance-missing" and "guidance-unread" say that the dates are not, or \
      may not be, those of the guidance that the letter names.
      """)

  @OptionGroup var options: ArchiveOptions

  @Argument(help: "A letter such as letters/leeds-2024.")
  var id: String

  @Option(help: "The form of the result: text or json.")
  var format = ResultFormat.text

  func run() async throws {
    try await Console.run {
      let (archive, instant) = try await options.loadChecked()
      let timetable = try archive.inspectionTimetable(
        of: options.document(id, in: archive), at: instant)
      switch format {
      case .text: Console.result(Bytes(TimetableText(timetable).description.utf8))
      case .json: Console.result(TimetableJSON(timetable).value.document())
      }
    }
  }
}
