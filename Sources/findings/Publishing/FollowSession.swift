import Dispatch
import Foundation
import Logging
import Publishing
import Sealing

/// `findings publish --follow`: follows the schedule until it is told to end, and logs what happens.
struct FollowSession {
  let folder: ReleaseFolder
  let remotes: [any Remote]
  let options: ArchiveOptions
  let identity: Identity?
  /// How many older releases stay.
  let keptCount: Int
  let trustsClock: Bool
  /// Whether it goes on after a rollback.
  let isResuming: Bool

  /// Ends cleanly on SIGTERM and SIGINT; on SIGUSR1 it believes a clock that was put forward.
  func run() async throws {
    let log = FollowLog()
    if isResuming { try Publication(folder: folder, jobs: options.jobs).resume(at: .now) }
    log.logger.notice("following the schedule into \(folder.path)")
    let remotes = FollowedRemotes(remotes, of: folder, log.logger)
    remotes.show()
    await follow(remotes, log)
    await remotes.end()
    try folder.unstage()
    log.logger.notice("ended")
  }

  private func follow(_ remotes: FollowedRemotes, _ log: FollowLog) async {
    let content = FollowedContent(
      options, identity: identity, folder: folder, keeping: keptCount, log: log, released: remotes.show)
    let signals = FollowSignals()
    let sources = [
      Signals.source(SIGTERM) { signals.end() }, Signals.source(SIGINT) { signals.end() },
      Signals.source(SIGUSR1) { signals.confirmClock() },
    ]
    defer { for source in sources { source.cancel() } }
    await Follower(
      content, clock: SystemClock(), needsSynchronisedClock: !trustsClock, signals: signals, tell: log.tell
    ).run()
  }
}
