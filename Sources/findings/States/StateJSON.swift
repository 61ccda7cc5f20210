import Archive
import Embargo
import Escaping
import Model
import PublishingCalendar

/// The state of an edition for programs; instants are in UTC.
enum StateJSON {
  /// The members of the waiting, in words of a help text.
  static let waitMembers = """
    "waits-for": [{"for": "errors", "release", "agreement", "clearance", "moratorium" or "edition", and with it \
    "at", "inspectorate", "outdated", "from", "until", "edition"}], "missed": [{"date": "release" or "review", \
    "at" or "day"}], "earliest"
    """

  /// The members of an edition, its title among them where one is given.
  static func value(_ report: StateReport, title: String? = nil) -> JSON {
    .members([
      ("document", .string(report.id.document.description)),
      ("edition", .number(report.id.number)),
      ("title", .text(title)),
      ("file", .string(report.file)),
      ("state", .string(report.state.rawValue)),
      ("reason", .string(report.reason)),
      ("public", .bool(report.state.isPublic)),
      ("release", .text(report.release?.rfc3339)),
      ("changes", .text(report.changes?.rfc3339)),
      ("waits-for", report.wait.map { .array($0.awaited.map(value)) }),
      ("missed", report.wait.map { .array($0.missed.map(value)) }),
      ("earliest", .text(report.wait?.earliest?.day.description)),
    ])
  }

  private static func value(_ awaited: Awaited) -> JSON {
    switch awaited {
    case .errors: .object([("for", "errors")])
    case .date: .object([("for", "release")])
    case .agreement(of: let inspectorate, let isOutdated, let from):
      .members([
        ("for", "agreement"), ("inspectorate", .string(inspectorate)), ("outdated", .bool(isOutdated)),
        ("from", .text(from?.rfc3339)),
      ])
    case .clearance(let from): .members([("for", "clearance"), ("from", .text(from?.rfc3339))])
    case .newRelease(after: let day): .object([("for", "moratorium"), ("until", .string(day.description))])
    case .release(let instant): .object([("for", "release"), ("at", .string(instant.rfc3339))])
    case .edition(let number): .object([("for", "edition"), ("edition", .number(number))])
    }
  }

  private static func value(_ missed: MissedDate) -> JSON {
    switch missed {
    case .release(let instant): .object([("date", "release"), ("at", .string(instant.rfc3339))])
    case .review(let day): .object([("date", "review"), ("day", .string(day.description))])
    }
  }
}
