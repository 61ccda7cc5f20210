private import CLinux
private import Glibc
package import PublishingCalendar

/// The clocks by which releases are made; tests have one of their own.
package protocol ReleaseClock: Sendable {
  /// What the clock of the system says.
  var now: Instant { get }
  /// Milliseconds since the machine started, suspension included; nobody can set it.
  var millisecondsSinceBoot: Int64 { get }
  /// Whether the system knows that its clock follows a better one.
  var isSynchronised: Bool { get }
  /// Waits for about so long; it may wake up early or late.
  func sleep(milliseconds: Int64) async throws
}

/// The clocks of this machine.
package struct SystemClock: ReleaseClock {
  package init() {}

  package var now: Instant { Instant(milliseconds: Self.milliseconds(CLOCK_REALTIME)) }
  package var millisecondsSinceBoot: Int64 { Self.milliseconds(CLOCK_BOOTTIME) }
  package var isSynchronised: Bool { findings_clock_is_synchronised() == 1 }

  package func sleep(milliseconds: Int64) async throws {
    try await Task.sleep(for: .milliseconds(milliseconds))
  }

  /// Rounded towards the past, so that nothing is ever early.
  private static func milliseconds(_ clock: clockid_t) -> Int64 {
    var time = timespec()
    guard unsafe clock_gettime(clock, &time) == 0 else { return 0 }
    return Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
  }
}

/// What time it is to somebody who does not believe a clock that was put forward.
///
/// A clock that is put back makes releases late, which is harmless. One that is put forward would make them early, so
/// that the time since the boot counts until somebody confirms that the clock is right.
package struct ClockWatch: Sendable {
  private let clock: any ReleaseClock
  /// The clock of the system less the time since the boot, when it was last believed.
  private var offset: Int64

  /// A clock that follows a better one is moved in smaller steps than that.
  package static let tolerance: Int64 = 250

  package init(_ clock: any ReleaseClock) {
    self.clock = clock
    offset = clock.now.milliseconds - clock.millisecondsSinceBoot
  }

  /// The moment that has come for sure.
  package var now: Instant {
    let said = clock.now.milliseconds
    let counted = offset + clock.millisecondsSinceBoot
    return Instant(milliseconds: said <= counted + Self.tolerance ? said : counted)
  }

  /// How many milliseconds the clock is ahead of the time that was counted; 0 where it is believed.
  package var doubtfulStep: Int64 {
    let step = clock.now.milliseconds - offset - clock.millisecondsSinceBoot
    return step > Self.tolerance ? step : 0
  }

  /// Believes the clock as it is.
  package mutating func confirm() {
    offset = clock.now.milliseconds - clock.millisecondsSinceBoot
  }
}
