import Archive
import Model
import PublishingCalendar

extension StateRules {
  /// What keeps each edition from readers, nil for those that are public or removed.
  func waits(of verdicts: [Verdict]) -> [EditionWait?] {
    // A release comes after this moment: editions go in order, and none goes back in time.
    var bound = instant
    var blocking: Int?
    return zip(document.editions, verdicts).map { edition, verdict in
      guard !verdict.state.isPublic, verdict.state != .removed else { return nil }
      let unmet = unmetRequirements(of: edition)
      bound = unmet.filter(\.isBesideRelease).compactMap(\.metFrom?.previous).reduce(bound, max)
      let earliest = firstReleaseDay(of: edition, after: bound)
      bound = max(bound, (earliest?.instant ?? edition.status.release.instant)?.previous ?? bound)
      defer { blocking = blocking ?? edition.id.number }
      return EditionWait(
        awaited: awaited(by: edition, unmet) + (blocking.map { [.edition($0)] } ?? []),
        missed: missed(by: edition), earliest: earliest)
    }
  }

  private func awaited(by edition: ArchivedEdition, _ unmet: [Requirement]) -> [Awaited] {
    var awaited: [Awaited] = edition.hasErrors ? [.errors] : []
    if case .none = edition.status.release { awaited.append(.date) }
    let needsRelease = unmet.contains { if case .end = $0.kind { true } else { false } }
    for requirement in unmet where requirement.isBesideRelease || !needsRelease {
      switch requirement.kind {
      case .agreement(let inspectorate, let isOutdated):
        awaited.append(.agreement(of: inspectorate, isOutdated: isOutdated, from: requirement.metFrom))
      case .clearance: awaited.append(.clearance(from: requirement.metFrom))
      case .end(of: let moratorium):
        awaited.append(.newRelease(after: archive.settings.zone.local(moratorium.to).day))
      case .release: if let release = requirement.metFrom { awaited.append(.release(release)) }
      }
    }
    return awaited
  }

  private func missed(by edition: ArchivedEdition) -> [MissedDate] {
    var missed: [MissedDate] = []
    if let release = edition.status.release.instant, release <= instant { missed.append(.release(release)) }
    if let hold = edition.status.hold, hold.cleared == nil, let review = hold.review, review < instant {
      missed.append(.review(archive.settings.zone.local(review).day))
    }
    return missed
  }

  // MARK: The day of a release

  /// The first working day for a new release after the moment, and after the moratorium that the present one
  /// falls into; nil where the present one may be kept, or where every day that the calendar knows is in a
  /// moratorium.
  private func firstReleaseDay(of edition: ArchivedEdition, after bound: Instant) -> ReleaseDay? {
    var bound = bound
    if let release = edition.status.release.instant {
      if let moratorium = archive.rules.moratorium(over: edition, release: release) {
        bound = max(bound, moratorium.to)
      } else if release > bound {
        return nil
      }
    }
    let zone = archive.settings.zone
    var day = zone.local(bound).day
    var knowsHolidays = true
    while Day.years.contains(day.year) {
      let counted = archive.workingDays.count(0, .after, day)
      knowsHolidays = knowsHolidays && counted.yearsWithoutHolidays.isEmpty
      day = counted.day.advanced(by: 1)
      guard
        let moment = try? zone.instant(of: LocalTime(day: counted.day, time: archive.settings.releaseTime)),
        moment > bound
      else { continue }
      guard let moratorium = archive.rules.moratorium(over: edition, release: moment) else {
        return ReleaseDay(day: counted.day, instant: moment, knowsHolidays: knowsHolidays)
      }
      day = max(day, zone.local(moratorium.to).day)
    }
    return nil
  }
}

extension Requirement {
  /// Whether it is anything but the moment of the release.
  fileprivate var isBesideRelease: Bool {
    if case .release = kind { false } else { true }
  }
}
