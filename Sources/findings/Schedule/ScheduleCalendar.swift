import Embargo
import Escaping
import Model
import PublishingCalendar

/// A schedule as an iCalendar file (RFC 5545): an event for each change, so that one that moves or goes takes no
/// other along.
///
/// The events take no time and block none. The same schedule gives the same bytes: what would be the time of
/// writing is the instant that the schedule was asked for.
struct ScheduleCalendar {
  let schedule: PlannedSchedule

  init(_ schedule: PlannedSchedule) {
    self.schedule = schedule
  }

  var bytes: Bytes {
    var bytes = Bytes()
    bytes.append(iCalendar: "BEGIN", verbatim: "VCALENDAR")
    bytes.append(iCalendar: "VERSION", verbatim: "2.0")
    bytes.append(iCalendar: "PRODID", text: "-//Findings//findings schedule//EN")
    bytes.append(iCalendar: "X-WR-CALNAME", text: "Schedule of \(schedule.settings.title)".escapedForTerminal)
    for moment in schedule.moments {
      for change in moment.changes { append(change, at: moment.instant, to: &bytes) }
    }
    if schedule.moments.isEmpty { appendNothing(to: &bytes) }
    bytes.append(iCalendar: "END", verbatim: "VCALENDAR")
    return bytes
  }

  private func append(_ change: ScheduledChange, at instant: Instant, to bytes: inout Bytes) {
    bytes.append(iCalendar: "BEGIN", verbatim: "VEVENT")
    appendIdentity(change.id, to: &bytes)
    bytes.append(iCalendar: "DTSTART", verbatim: instant.iCalendar)
    bytes.append(iCalendar: "SUMMARY", text: summary(of: change).escapedForTerminal)
    bytes.append(
      iCalendar: "DESCRIPTION",
      text: "\(change), on \(schedule.settings.zone.rfc3339(instant))".escapedForTerminal)
    if let document = change.document {
      bytes.append(iCalendar: "URL", verbatim: schedule.settings.absolute(document.address))
    }
    bytes.append(iCalendar: "CATEGORIES", text: change.kind)
    bytes.append(iCalendar: "CLASS", verbatim: "CONFIDENTIAL")
    bytes.append(iCalendar: "TRANSP", verbatim: "TRANSPARENT")
    bytes.append(iCalendar: "END", verbatim: "VEVENT")
  }

  /// A calendar must hold something: an empty one says so.
  private func appendNothing(to bytes: inout Bytes) {
    bytes.append(iCalendar: "BEGIN", verbatim: "VJOURNAL")
    appendIdentity("nothing", to: &bytes)
    bytes.append(iCalendar: "SUMMARY", text: "Nothing will change")
    bytes.append(iCalendar: "END", verbatim: "VJOURNAL")
  }

  /// What it is and as of when; no other archive gives anything the same identity.
  private func appendIdentity(_ id: String, to bytes: inout Bytes) {
    let name = Digest(of: Bytes((schedule.settings.address + "/" + id).utf8)).name
    bytes.append(iCalendar: "UID", text: "\(name)@findings")
    bytes.append(iCalendar: "DTSTAMP", verbatim: schedule.instant.iCalendar)
  }

  private func summary(of change: ScheduledChange) -> String {
    guard let title = schedule.title(of: change) else { return change.description.capitalisedFirst }
    let kind = change.kind.capitalisedFirst
    return "\(kind): \(title)"
  }
}

extension Instant {
  /// The moment in UTC as iCalendar writes it, `20270312T093000Z`; a part of a second is left out.
  fileprivate var iCalendar: String {
    String(rfc3339.prefix { $0 != "." }.filter { $0 != "-" && $0 != ":" && $0 != "Z" }) + "Z"
  }
}

extension String {
  fileprivate var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}
