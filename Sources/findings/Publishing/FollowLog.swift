import Diagnostics
import Foundation
import Logging
import Publishing
import PublishingCalendar

/// What `findings publish --follow` tells whoever runs it: of the schedule, of releases, of clocks.
final class FollowLog {
  let logger: Logger
  /// What was reported of the content last: what is known is not said at every release.
  private var told: Set<Diagnostic> = []

  init() {
    var logger = Logger(label: "findings.publish") { StreamLogHandler.standardError(label: $0) }
    logger.logLevel = .info
    self.logger = logger
  }

  func tell(_ outcome: Publication.Outcome) {
    let found = Set(outcome.diagnostics)
    if found != told { Console.report(outcome.diagnostics) }
    told = found
    for line in outcome.warnings { logger.warning("\(line)") }
    if outcome.hasBrokenEditions { logger.error("editions that are due have errors and were left out") }
    logger.notice("\(outcome.text)")
  }

  func tell(_ event: FollowEvent) {
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
