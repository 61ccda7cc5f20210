private import Foundation

/// The clock changes of one time zone between 1900 and 2199, as a table: no later question asks the system.
package struct Zone: Sendable {
  /// The name in the IANA time zone database: `Europe/London`.
  package let identifier: String
  /// The offset before the first change, then each change in order.
  private let firstOffset: Int
  private let changes: [(at: Int64, offset: Int)]

  package static let utc = Zone(identifier: "UTC", firstOffset: 0, changes: [])

  private init(identifier: String, firstOffset: Int, changes: [(at: Int64, offset: Int)]) {
    self.identifier = identifier
    self.firstOffset = firstOffset
    self.changes = changes
  }

  /// The zone of that name, or nil where the system knows none.
  package init?(identifier: String) {
    guard identifier.contains("/") || identifier == "UTC", let zone = TimeZone(identifier: identifier)
    else { return nil }
    let start = Date(timeIntervalSince1970: Self.start)
    var changes: [(at: Int64, offset: Int)] = []
    var offset = zone.secondsFromGMT(for: start)
    let firstOffset = offset
    var date = start
    while let next = zone.nextDaylightSavingTimeTransition(after: date), next > date,
      next.timeIntervalSince1970 < Self.end
    {
      date = next
      let later = zone.secondsFromGMT(for: next)
      if later != offset { changes.append((Int64(next.timeIntervalSince1970.rounded()), later)) }
      offset = later
    }
    self.init(identifier: identifier, firstOffset: firstOffset, changes: changes)
  }

  /// 1900-01-01 and 2200-01-01 in UTC.
  private static let start: TimeInterval = -2_208_988_800
  private static let end: TimeInterval = 7_258_118_400

  /// Seconds east of UTC at the moment.
  package func offset(at instant: Instant) -> Int {
    let seconds = instant.seconds
    var low = 0
    var high = changes.count
    while low < high {
      let middle = (low + high) / 2
      if changes[middle].at <= seconds { low = middle + 1 } else { high = middle }
    }
    return low == 0 ? firstOffset : changes[low - 1].offset
  }

  /// What people call the time of the zone at the moment: `GMT` and `BST` in the United Kingdom, `UTC+01:00` elsewhere.
  package func name(at instant: Instant) -> String {
    if identifier == "Europe/London" { return offset(at: instant) == 0 ? "GMT" : "BST" }
    return "UTC" + rfc3339(instant).suffix(6)
  }

  /// What the clock on the wall shows at the moment.
  package func local(_ instant: Instant) -> LocalTime {
    LocalTime(secondsSince1970: instant.seconds + Int64(offset(at: instant)))
  }

  /// The one moment at which the clock on the wall shows that.
  package func instant(of local: LocalTime) throws(WrittenTime.Ambiguity) -> Instant {
    let naive = local.secondsSince1970
    let near = [naive - 86_400, naive + 86_400].map { offset(at: Instant(seconds: $0)) }
    var moments: [Instant] = []
    for candidate in near.map({ Instant(seconds: naive - Int64($0)) })
    where self.local(candidate) == local && !moments.contains(candidate) {
      moments.append(candidate)
    }
    moments.sort()
    guard let first = moments.first else { throw .doesNotExist }
    guard moments.count == 1 else { throw .existsTwice(first, moments[1]) }
    return first
  }

  /// The moments at which the clock on the wall passes from an earlier day to the day or a later one: one,
  /// or, where it is put back over midnight, those at which it passes back and forth.
  package func boundaries(of day: Day) -> [Instant] {
    let midnight = LocalTime(day: day, time: .midnight).secondsSince1970
    let near = (midnight - 2 * 86_400)...(midnight + 2 * 86_400)
    let changes = changes.map(\.at).filter(near.contains)
    let offsets = Set(([near.lowerBound] + changes).map { offset(at: Instant(seconds: $0)) })
    let candidates = Set(changes + offsets.map { midnight - Int64($0) })
    return candidates.sorted().map { Instant(seconds: $0) }.filter { moment in
      (local(moment).day < day) != (local(moment.advanced(byMilliseconds: -1)).day < day)
    }
  }

  /// The moment as RFC 3339 with the offset of the zone: `2016-05-10T09:30:00+01:00`, with milliseconds
  /// where there are any.
  package func rfc3339(_ instant: Instant) -> String {
    let offset = offset(at: instant)
    let sign = offset < 0 ? "-" : "+"
    let minutes = abs(offset) / 60
    return local(instant).rfc3339(decimals: instant)
      + "\(sign)\(padded(minutes / 60, to: 2)):\(padded(minutes % 60, to: 2))"
  }
}
