import Embargo
import Escaping
import PublishingCalendar

/// The state of an edition on a line for people, with what it waits for and what becomes of its dates.
struct StateText {
  let zone: Zone

  /// The line: `letters/a edition 1: held: it is held until somebody clears it; it missed its release on …`.
  func line(_ report: StateReport) -> String {
    var parts = ["\(report.id): \(report.state.rawValue): \(report.reason)"]
    if let changes = report.changes, changes != report.release {
      parts.append("changes on \(zone.rfc3339(changes))")
    }
    if let wait = report.wait { parts += words(wait, of: report.state) }
    return parts.joined(separator: "; ").escapedForTerminal + "\n"
  }

  private func words(_ wait: EditionWait, of state: EditionState) -> [String] {
    let others = wait.awaited.filter { !isReason($0, for: state) }
    // One whose own keys are in order has the state, and the reason, of the edition before it.
    let also = others.count < wait.awaited.count ? others.map(words) : []
    return (also.isEmpty ? [] : ["it also waits for \(also.joined(separator: ", "))"])
      + wait.missed.compactMap(words) + (wait.earliest.map { [words($0)] } ?? [])
  }

  /// Whether the reason of the state says it already.
  private func isReason(_ awaited: Awaited, for state: EditionState) -> Bool {
    switch awaited {
    case .errors: state == .invalid
    case .date: state == .draft
    case .agreement: state == .awaitingAgreement
    case .clearance: state == .held
    case .newRelease: state == .moratorium
    case .release: state == .embargoed
    case .edition: false
    }
  }

  private func words(_ awaited: Awaited) -> String {
    switch awaited {
    case .errors: "the mending of its errors"
    case .date: "a release"
    case .agreement(of: let inspectorate, _, _): "the agreement of \(inspectorate)"
    case .clearance: "the clearing of its hold"
    case .newRelease(after: let day): "a new release, since it falls into a moratorium until \(day)"
    case .release(let release): "its release on \(zone.rfc3339(release))"
    case .edition(let number): "edition \(number)"
    }
  }

  /// A review that was missed is part of the reason.
  private func words(_ missed: MissedDate) -> String? {
    if case .release(let release) = missed {
      "it missed its release on \(zone.rfc3339(release))"
    } else {
      nil
    }
  }

  private func words(_ earliest: ReleaseDay) -> String {
    "a new release can be on \(earliest.day) at the earliest"
      + (earliest.knowsHolidays ? "" : ", if that is no bank holiday")
  }
}
