package import PublishingCalendar
private import Synchronization

/// An archive whose releases are made as their moments come.
package protocol FollowedArchive: AnyObject {
  associatedtype Fingerprint: Equatable
  associatedtype Staged

  /// What tells whether the content is as it was; cheap, since it is asked every second.
  func fingerprint() throws -> Fingerprint
  /// Makes the release of an instant that has come, where anything became public since.
  ///
  /// - Parameter passed: An edition whose release is not behind it was missed.
  func release(at instant: Instant, after passed: Instant?) async throws
  /// Prepares the release of the next instant at which the public site changes, where only this user can read it;
  /// nil where none will.
  func stageNext(after instant: Instant) async throws -> (instant: Instant, staged: Staged)?
  /// Does all that can be done shortly before what was prepared becomes public.
  func arm(_ staged: Staged) throws
  /// Puts what was prepared before the public; nil where nothing changed.
  func swap(_ staged: Staged) throws -> ReleaseSwap.Outcome?
}

/// What happens while releases are followed, for the log.
package enum FollowEvent: Equatable, Sendable {
  case waiting(until: Instant?)
  case contentChanged
  case released(Instant, ReleaseSwap.Outcome)
  /// The clock was put forward by so many milliseconds, and is not believed.
  case clockIsAhead(by: Int64)
  case clockIsConfirmed
  case clockIsUnsynchronised
  case failed(String)
}

/// Makes releases as their moments come: never early, late by as little as a swap takes.
///
/// The next release is staged ahead. When its moment has come the content is looked at once more, so that a hold that
/// was saved in the last second wins; where anything has changed it is staged anew. After a time in which nothing ran
/// the first thing is the release of what should have happened.
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

  /// Catches up, and stages and makes the next release; or returns where the content has changed.
  private func makeNextRelease() async throws {
    let fingerprint = try archive.fingerprint()
    let now = try await believedNow()
    try await archive.release(at: now, after: passed)
    let next = try await archive.stageNext(after: now)
    guard try archive.fingerprint() == fingerprint else { return tell(.contentChanged) }
    passed = now
    tell(.waiting(until: next?.instant))
    guard try await wait(for: next, fingerprint), let next else { return tell(.contentChanged) }
    let swap = try archive.swap(next.staged)
    passed = next.instant
    if let swap { tell(.released(next.instant, swap)) }
  }

  /// Waits for the moment of a release that is staged, for ever where there is none; false where the content has
  /// changed.
  private func wait(
    for next: (instant: Instant, staged: Archive.Staged)?, _ fingerprint: Archive.Fingerprint
  ) async throws -> Bool {
    var isArmed = false
    while true {
      let now = try await believedNow()
      let isSame = try archive.fingerprint() == fingerprint
      guard isSame else { return false }
      let rest = next.map { $0.instant.milliseconds - now.milliseconds } ?? .max
      if rest <= 0 { return true }
      passed = now
      if let next, rest <= slice, !isArmed {
        try archive.arm(next.staged)
        isArmed = true
      } else {
        try await clock.sleep(milliseconds: min(rest, slice))
      }
    }
  }

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

/// What a follower is told from outside, such as from a signal of the system.
package final class FollowSignals: Sendable {
  private let isConfirmed = Atomic(false)
  private let isEnding = Atomic(false)

  package init() {}

  /// Gives somebody’s word that a clock which was put forward is right.
  package func confirmClock() { isConfirmed.store(true, ordering: .relaxed) }

  /// Lets the follower end as soon as nothing is half done, within about a second.
  package func end() { isEnding.store(true, ordering: .relaxed) }

  func takeConfirmation() -> Bool { isConfirmed.exchange(false, ordering: .relaxed) }

  func checkEnding() throws {
    if isEnding.load(ordering: .relaxed) { throw CancellationError() }
  }
}
