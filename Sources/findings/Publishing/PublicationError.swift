import PublishingCalendar

/// Why nothing can be released at all.
enum PublicationError: Error, CustomStringConvertible {
  /// What was found was reported.
  case heldBack
  /// The same of what every page needs.
  case brokenContent
  case pinned(String)
  case toCome(Instant)
  case before(Instant, Instant)
  case notMissed(String)

  var description: String {
    switch self {
    case .heldBack: "nothing was released, for the reasons above; readers see what they saw"
    case .brokenContent: "nothing was done: every page needs what has these errors"
    case .pinned(let release):
      "readers were put back to release \(release); findings publish --resume goes on"
    case .toCome(let instant): "\(instant.rfc3339) is still to come; nothing is released before its moment"
    case .before(let instant, let last):
      "readers see the archive of \(last.rfc3339) already; \(instant.rfc3339) is before it"
    case .notMissed(let id):
      "--backfill '\(id)': no release of that document was missed; findings status says more"
    }
  }
}
