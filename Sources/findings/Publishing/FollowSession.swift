import Diagnostics
import Dispatch
import Foundation
import Logging
import Publishing
import PublishingCalendar
import Sealing

/// `findings publish --follow`: follows the schedule until it is told to end, and logs what happens.
struct FollowSession {
  private let content: FollowedContent
  private let folder: ReleaseFolder
  private let remotes: FollowedRemotes
  private let trustsClock: Bool
  private let logger: Logger

  init(
    _ folder: ReleaseFolder, _ remotes: [any Remote], _ options: ArchiveOptions, _ identity: Identity?,
    keeping count: Int,
    trustsClock: Bool, resuming: Bool
  ) throws {
    var logger = Logger(label: "findings.publish") { StreamLogHandler.standardError(label: $0) }
    logger.logLevel = .info
    let log = logger
    self.logger = log
    self.folder = folder
    let followed = FollowedRemotes(remotes, of: folder, log)
    self.remotes = followed
    self.trustsClock = trustsClock
    if resuming { try Publication(folder: folder, jobs: options.jobs).resume(at: .now) }
    var told: Set<Diagnostic> = []
    content = FollowedContent(options, identity: identity, folder: folder, keeping: count) { outcome in
      // What is known is not said at every release.
      if Set(outcome.diagnostics) != told { Console.report(outcome.diagnostics) }
      told = Set(outcome.diagnostics)
      for line in outcome.warnings { log.warning("\(line)") }
      if outcome.hasBrokenEditions { log.error("editions that are due have errors and were left out") }
      log.notice("\(outcome.text)")
      if outcome.entry != nil { followed.show() }
    }
  }

  /// Ends cleanly on SIGTERM and SIGINT; on SIGUSR1 it believes a clock that was put forward.
  func run() async throws {
    let signals = FollowSignals()
    let follower = Follower(
      content, clock: SystemClock(), needsSynchronisedClock: !trustsClock, signals: signals,
      tell: log)
    logger.notice("following the schedule into \(folder.path)")
    let sources = [
      Signals.source(SIGTERM) { signals.end() }, Signals.source(SIGINT) { signals.end() },
      Signals.source(SIGUSR1) { signals.confirmClock() },
    ]
    defer { for source in sources { source.cancel() } }
    remotes.show()
    await follower.run()
    await remotes.end()
    try folder.unstage()
    logger.notice("ended")
  }

  private func log(_ event: FollowEvent) {
    switch event {
    case .waiting(let instant):
      logger.info("\(instant.map { "waiting until \($0.rfc3339)" } ?? "nothing is scheduled")")
    case .contentChanged: logger.info("the content has changed; reading it again")
    case .released(let instant, let lateness):
      logger.notice("the release of \(instant.rfc3339) was public \(lateness) ms later")
    case .clockIsAhead(let milliseconds):
      logger.error(
        """
        the clock was put forward by \(milliseconds / 1000) s and is not believed; releases go by the time since the \
        boot until somebody confirms the clock: kill -USR1 \(ProcessInfo.processInfo.processIdentifier)
        """)
    case .clockIsConfirmed: logger.notice("the clock was confirmed")
    case .clockIsUnsynchronised:
      logger.error(
        "nothing is released: the system clock is not synchronised (adjtimex); start timesyncd or chrony")
    case .failed(let reason): logger.error("\(reason)")
    }
  }
}
