import Escaping
import Foundation
import Glibc

/// How long the stages of a command took, by a clock that only counts.
struct Stages {
  private let start = ContinuousClock.now
  private var last = ContinuousClock.now
  private(set) var seconds: [(name: String, seconds: Double)] = []

  mutating func end(_ name: String) {
    let now = ContinuousClock.now
    seconds.append((name, Self.rounded(now - last)))
    last = now
  }

  /// Seconds from the beginning to the end of the last stage.
  var total: Double { Self.rounded(last - start) }

  /// The seconds of each stage by its name, and those of all.
  var json: JSON {
    .object((seconds + [("total", total)]).map { ($0.name, .decimal($0.seconds)) })
  }

  private static func rounded(_ duration: Duration) -> Double {
    let (seconds, attoseconds) = duration.components
    return ((Double(seconds) + Double(attoseconds) / 1e18) * 1000).rounded() / 1000
  }
}

extension Process {
  /// The most memory that this process has held, in bytes.
  static var peakMemory: Int {
    var usage = rusage()
    guard unsafe getrusage(RUSAGE_SELF.rawValue, &usage) == 0 else { return 0 }
    return usage.ru_maxrss * 1024
  }
}
