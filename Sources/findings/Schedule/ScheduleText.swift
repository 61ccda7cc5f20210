import Embargo
import Escaping
import Model
import PublishingCalendar

/// A schedule for people: the changes below each moment, then a line for each edition that waits.
struct ScheduleText: CustomStringConvertible {
  let schedule: PlannedSchedule

  init(_ schedule: PlannedSchedule) {
    self.schedule = schedule
  }

  var description: String {
    let paragraphs = (schedule.moments.isEmpty ? ["nothing will change\n"] : schedule.moments.map(paragraph))
    return (paragraphs + (schedule.waiting.isEmpty ? [] : [waiting])).joined(separator: "\n")
  }

  private func paragraph(_ moment: ScheduledMoment) -> String {
    let day = schedule.settings.zone.local(moment.instant).day
    let heading = "\(schedule.settings.zone.rfc3339(moment.instant)), \(day.long)"
    let changes = moment.changes.map { change in
      "  \(change)" + (schedule.title(of: change).map { ": \($0)" } ?? "")
    }
    return ([heading] + changes).map { $0.escapedForTerminal + "\n" }.joined()
  }

  private var waiting: String {
    let text = StateText(zone: schedule.settings.zone)
    return "not public:\n" + schedule.waiting.map { "  " + text.line($0) }.joined()
  }
}
