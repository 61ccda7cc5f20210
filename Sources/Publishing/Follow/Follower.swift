import PublishingCalendar

/// Makes releases as their moments come: never early, late by as little as a swap takes.
///
/// The next release is staged ahead. When its moment has come the content is looked at once more, so that a hold that
/// was saved in the last second wins. What is staged is kept over an edit that it takes nothing from; else it is staged
/// anew. After a time in which nothing ran the first thing is the release of what should have happened, unless the next
/// one would be late by that: then that brings both.
package final class Follower<Archive: FollowedArchive> {
  private let archive: Archive
  private let clock: any ReleaseClock
  private let needsSynchronisedClock: Bool
  private let tell: (FollowEvent) -> Void
  private var watch: ClockWatch
  private let signals: FollowSignals
  /// The last moment up to which everything was released that was due.
  private var passed: Instant?
  private var lastDoubt: FollowEvent?

  /// How long it waits before it looks at the content and the clock again, in milliseconds.
  private let slice: Int64
  /// How many times as long it waits after a failure, and after many in a row.
  private static var pauses: ClosedRange<Int> { 5...30 }
  /// How many times in a row it has failed.
  private var failures = 0
  /// How long it took to make the last release, in milliseconds; a guess until one was made.
  private var makingTime: Int64 = 30_000

  package init(
    _ archive: Archive, clock: any ReleaseClock, needsSynchronisedClock: Bool,
    signals: FollowSignals = FollowSignals(), slice: Int64 = 1000,
    tell: @escaping (FollowEvent) -> Void
  ) {
    self.archive = archive
    self.clock = clock
    self.needsSynchronisedClock = needsSynchronisedClock
    self.signals = signals
    self.slice = slice
    self.tell = tell
    watch = ClockWatch(clock)
  }

  /// Goes on until it is told to end, or its clock is cancelled.
  package func run() async {
    do {
      while true {
        do {
          try await makeNextRelease()
          failures = 0
        } catch let error as CancellationError {
          throw error
        } catch {
          failures += 1
          tell(.failed(String(describing: error)))
          try await pauseAfterFailure()
        }
      }
    } catch {
      // It was to end.
    }
  }

  /// Waits before another attempt, longer each time; no longer where somebody has changed the content.
  private func pauseAfterFailure() async throws {
    let fingerprint = try? archive.fingerprint()
    for _ in 0..<min(Self.pauses.lowerBound * failures, Self.pauses.upperBound) {
      try await pause()
      if (try? archive.fingerprint()) != fingerprint { return }
    }
  }

  private func pause() async throws {
    try signals.checkEnding()
    try await clock.sleep(milliseconds: slice)
  }

  // MARK: The next release

  /// Makes one release: of what should have happened, or else the next when its moment has come; or returns where the
  /// content has changed.
  private func makeNextRelease() async throws {
    let fingerprint = try await archive.look()
    let now = try await believedNow()
    let next = try archive.nextInstant(after: now)
    let isCaughtUp = try archive.isReleased(at: now)
    if isCaughtUp { passed = now }
    let isLate = !isCaughtUp && !isNearlyDue(next, at: now)
    guard let instant = isLate ? now : next else { return try await waitForChange(of: fingerprint) }
    let start = clock.millisecondsSinceBoot
    guard let staged = try await archive.stage(instant, after: passed) else { return tell(.contentChanged) }
    makingTime = clock.millisecondsSinceBoot - start
    if !isLate { tell(.waiting(until: instant)) }
    guard try await wait(for: instant, staged, of: fingerprint, isCaughtUp: isCaughtUp) else {
      return tell(.contentChanged)
    }
    let swap = try archive.swap(staged)
    passed = instant
    if let swap, !isLate { tell(.released(instant, swap)) }
  }

  /// Whether a release comes so soon that it would be late if another were made first.
  ///
  /// It is not where readers see nothing yet, nor after a failure, since what should have happened must not wait for
  /// what may fail again.
  private func isNearlyDue(_ next: Instant?, at now: Instant) -> Bool {
    guard let next, archive.hasReleased, failures == 0 else { return false }
    return next.milliseconds - now.milliseconds < 2 * makingTime
  }

  /// Waits where nothing is to come, until somebody changes that.
  private func waitForChange(of fingerprint: Archive.Fingerprint) async throws {
    tell(.waiting(until: nil))
    while true {
      let now = try await believedNow()
      guard try archive.fingerprint() == fingerprint else { return tell(.contentChanged) }
      passed = now
      try await clock.sleep(milliseconds: slice)
    }
  }

  /// Waits for the moment of what is staged; false where the content says something else now.
  private func wait(
    for instant: Instant, _ staged: Archive.Staged, of fingerprint: Archive.Fingerprint, isCaughtUp: Bool
  ) async throws -> Bool {
    var fingerprint = fingerprint
    var isArmed = false
    while true {
      let now = try await believedNow()
      let present = try archive.fingerprint()
      guard present == fingerprint else {
        guard try await archive.isRight(staged, after: passed) else { return false }
        tell(.stagedIsKept)
        (fingerprint, isArmed) = (present, false)
        continue
      }
      let rest = instant.milliseconds - now.milliseconds
      if rest <= 0 { return true }
      if isCaughtUp { passed = now }
      if rest <= slice, !isArmed {
        try archive.arm(staged)
        isArmed = true
      } else {
        // Shortly before the moment an edit is read at once, so that nobody has to wait for that.
        try await clock.sleep(milliseconds: min(rest, isArmed ? slice / 4 : slice))
      }
    }
  }

  // MARK: The clock

  /// The moment that has come for sure, by a clock that can be believed.
  private func believedNow() async throws -> Instant {
    while needsSynchronisedClock && !clock.isSynchronised {
      tellOnce(.clockIsUnsynchronised)
      try await pause()
    }
    if signals.takeConfirmation(), watch.doubtfulStep > 0 {
      watch.confirm()
      tell(.clockIsConfirmed)
    }
    let step = watch.doubtfulStep
    if step > 0 { tellOnce(.clockIsAhead(by: step / 1000 * 1000)) } else { lastDoubt = nil }
    try signals.checkEnding()
    return watch.now
  }

  private func tellOnce(_ doubt: FollowEvent) {
    if lastDoubt != doubt { tell(doubt) }
    lastDoubt = doubt
  }
}
