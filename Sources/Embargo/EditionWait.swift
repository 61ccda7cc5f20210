package import PublishingCalendar

/// What keeps an edition from readers at an instant, and what becomes of its dates.
package struct EditionWait: Hashable, Sendable {
  /// What it waits for, in the order in which states are looked at; there is at least one thing.
  package let awaited: [Awaited]
  /// The dates that have passed while it waited.
  package let missed: [MissedDate]
  /// The first working day for a new release; nil where the release that it has may still be kept.
  package let earliest: ReleaseDay?
}

/// Something that an edition waits for.
package enum Awaited: Hashable, Sendable {
  /// Errors must be mended.
  case errors
  /// A release must be given.
  case date
  /// An inspectorate must agree the text, again where it agreed to another one; the moment at which an agreement
  /// that is written down begins to count.
  case agreement(of: String, isOutdated: Bool, from: Instant?)
  /// A hold must be cleared; the moment at which a clearing that is written down begins to count.
  case clearance(from: Instant?)
  /// Its release falls into a moratorium with that last day, so that it needs a new one.
  case newRelease(after: Day)
  /// Its release must come.
  case release(Instant)
  /// The edition of that number, which comes before it, must become public.
  case edition(Int)
}

/// A date that passed while an edition waited.
package enum MissedDate: Hashable, Sendable {
  /// Its release: whoever publishes does not release it late, so that it needs a new one.
  case release(Instant)
  /// The review of its hold.
  case review(Day)
}

/// A working day on which an edition may be released at the archive's time of release.
package struct ReleaseDay: Hashable, Sendable {
  /// The day.
  package let day: Day
  /// The archive's time of release on it.
  package let instant: Instant
  /// Whether the bank holidays of all days that were looked at are known; else the day may be one.
  package let knowsHolidays: Bool

  /// Puts together a day that was found.
  package init(day: Day, instant: Instant, knowsHolidays: Bool) {
    self.day = day
    self.instant = instant
    self.knowsHolidays = knowsHolidays
  }
}
