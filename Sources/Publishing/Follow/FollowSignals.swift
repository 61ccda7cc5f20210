private import Synchronization

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
