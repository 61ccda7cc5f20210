import Publishing
import PublishingCalendar
import Synchronization
import TestSupport
import Testing

/// A year in which everything happens that happens to clocks, machines and content, and an archive in it.
///
/// Truth is what a perfect clock says. The clock of the system is off by a step, until somebody notices.
private final class World: ReleaseClock, @unchecked Sendable {
  /// Something that happens at a moment.
  struct Event {
    let at: Int64
    let change: (World) -> Void
  }

  struct Edition {
    let id: Int
    let release: Int64
    var isHeld = false
    /// When its file was saved.
    let saved: Int64
  }

  private(set) var truth: Int64
  private(set) var booted: Int64
  var step: Int64 = 0
  var isInSync = true
  private var events: [Event]
  private(set) var editions: [Edition] = []
  /// Counts what is saved.
  private(set) var version = 0
  /// When readers began to see each edition, by truth.
  private(set) var shown: [Int: Int64] = [:]
  private(set) var problems: [String] = []
  private var random: SeededRandom
  let end: Int64
  let signals = FollowSignals()

  init(from start: Int64, to end: Int64, seed: UInt64, events: [Event]) {
    truth = start
    booted = start - 5000
    self.end = end
    self.events = events.sorted { $0.at < $1.at }
    random = SeededRandom(seed: seed)
  }

  // MARK: What happens

  func save(_ edition: Edition) {
    editions.append(edition)
    version += 1
  }

  func hold(_ id: Int) {
    for index in editions.indices where editions[index].id == id { editions[index].isHeld = true }
    version += 1
  }

  func touch() { version += 1 }

  /// Nothing runs for a while, and the machine starts anew where it was switched off.
  func sleepThrough(_ milliseconds: Int64, restarts: Bool) {
    pass(milliseconds)
    if restarts { booted = truth - 5000 }
  }

  private func pass(_ milliseconds: Int64) {
    let target = truth + milliseconds
    while let first = events.first, first.at <= target {
      events.removeFirst()
      truth = max(truth, first.at)
      first.change(self)
    }
    truth = max(truth, target)
  }

  // MARK: ReleaseClock

  var now: Instant { Instant(milliseconds: truth + step) }
  var millisecondsSinceBoot: Int64 { truth - booted }
  var isSynchronised: Bool { isInSync }

  func sleep(milliseconds: Int64) async throws {
    if truth >= end { throw CancellationError() }
    // Sleeps end a little late, sometimes early.
    pass(max(0, milliseconds + Int64.random(in: -3...6, using: &random)))
  }

  // MARK: Readers

  func show(_ edition: Edition, because reason: String) {
    guard shown[edition.id] == nil else { return }
    shown[edition.id] = truth
    if truth < edition.release {
      problems.append("\(edition.id) is \(edition.release - truth) ms early (\(reason))")
    }
    if edition.saved > edition.release {
      problems.append("\(edition.id) was saved with an old date (\(reason))")
    }
  }
}

/// An archive as simple as the rules allow: an edition is public from its release on, unless it is held or missed.
private final class SimulatedArchive: FollowedArchive {
  struct Staged {
    let instant: Instant
    let editions: [World.Edition]
  }

  private let world: World
  /// How long it takes to make a site and to read the content, in milliseconds.
  private let makingTime: Int64
  private let readingTime: Int64
  private var read: (version: Int, editions: [World.Edition]) = (0, [])
  private var compared: (instant: Instant, version: Int)?
  private(set) var lateness: [Int64] = []
  /// The instants that were staged.
  private(set) var staged: [Instant] = []

  init(_ world: World, makingTime: Int64 = 400, readingTime: Int64 = 20) {
    self.world = world
    self.readingTime = readingTime
    self.makingTime = makingTime
  }

  func fingerprint() throws -> Int { world.version }

  func look() async throws -> Int {
    if read.version != world.version {
      read = (world.version, world.editions)
      try await world.sleep(milliseconds: readingTime)
    }
    return read.version
  }

  var hasReleased: Bool { true }

  func nextInstant(after instant: Instant) -> Instant? {
    read.editions.filter { !$0.isHeld && $0.release > instant.milliseconds }.map(\.release).min()
      .map(Instant.init(milliseconds:))
  }

  func isReleased(at instant: Instant) -> Bool {
    guard let compared, compared.version == read.version else { return false }
    return nextInstant(after: compared.instant).map { $0 > instant } ?? true
  }

  private func due(at instant: Instant, after passed: Instant?) -> [World.Edition] {
    read.editions.filter { edition in
      guard !edition.isHeld, edition.release <= instant.milliseconds, world.shown[edition.id] == nil else {
        return false
      }
      return passed.map { edition.release > $0.milliseconds } ?? (edition.saved <= edition.release)
    }
  }

  func stage(_ instant: Instant, after passed: Instant?) async throws -> Staged? {
    guard read.version == world.version else { return nil }
    staged.append(instant)
    let editions = due(at: instant, after: passed)
    try await world.sleep(milliseconds: makingTime)
    return Staged(instant: instant, editions: editions)
  }

  func isRight(_ staged: Staged, after passed: Instant?) async throws -> Bool {
    let former = read.version
    _ = try await look()
    guard due(at: staged.instant, after: passed).map(\.id) == staged.editions.map(\.id) else { return false }
    if compared?.version == former { compared?.version = read.version }
    return true
  }

  func arm(_ staged: Staged) {}

  func swap(_ staged: Staged) -> ReleaseSwap.Outcome? {
    compared = (staged.instant, read.version)
    for edition in staged.editions {
      let isHeld = world.editions.contains { $0.id == edition.id && $0.isHeld }
      if isHeld { Issue.record("\(edition.id) is held and goes out") }
      world.show(edition, because: "staged for \(staged.instant)")
      if edition.release == staged.instant.milliseconds { lateness.append(world.truth - edition.release) }
    }
    return ReleaseSwap.Outcome(shown: world.now, duration: .zero)
  }
}

@Suite struct `Following a schedule` {
  private static let day: Int64 = 86_400_000
  /// 2027-01-01T00:00:00Z.
  private static let start: Int64 = 1_798_761_600_000

  /// Runs until the end of the world, beginning anew whenever the machine does.
  private func follow(
    _ world: World, _ archive: SimulatedArchive, needsSynchronisedClock: Bool = true, slice: Int64 = 1000
  ) async -> [FollowEvent] {
    let events = Mutex<[FollowEvent]>([])
    let follower = Follower(
      archive, clock: world, needsSynchronisedClock: needsSynchronisedClock, signals: world.signals,
      slice: slice
    ) { event in
      events.withLock { $0.append(event) }
    }
    await follower.run()
    return events.withLock { $0 }
  }

  @Test(arguments: 1...8) func `of a year misses nothing and is never early`(seed: UInt64) async throws {
    var random = SeededRandom(seed: seed)
    var events: [World.Event] = []
    let end = Self.start + 365 * Self.day
    var held: Set<Int> = []
    for id in 0..<500 {
      let release = Self.start + Int64.random(in: Self.day...(364 * Self.day), using: &random)
      let saved = release - Int64.random(in: 2000...(20 * Self.day), using: &random)
      events.append(
        World.Event(at: max(saved, Self.start)) { $0.save(.init(id: id, release: release, saved: $0.truth)) })
      // Every tenth is held, some of them in the last milliseconds.
      if id % 10 == 0 {
        held.insert(id)
        let lead =
          Int64.random(in: 0...3, using: &random) == 0 ? Int64.random(in: 1...1000, using: &random) : 60_000
        events.append(World.Event(at: release - lead) { $0.hold(id) })
      }
      // Every fifth has something else saved in its last second.
      if id % 5 == 1 {
        events.append(World.Event(at: release - Int64.random(in: 1...1000, using: &random)) { $0.touch() })
      }
    }
    for id in 500..<520 {
      // Copies with old dates.
      let at = Self.start + Int64.random(in: 10 * Self.day...(360 * Self.day), using: &random)
      events.append(
        World.Event(at: at) { $0.save(.init(id: id, release: $0.truth - 5 * Self.day, saved: $0.truth)) })
    }
    for _ in 0..<60 {
      let at = Self.start + Int64.random(in: Self.day...(360 * Self.day), using: &random)
      let size = Int64.random(in: 300...7_200_000, using: &random)
      let back = Bool.random(using: &random)
      // A step in either direction, mended after an hour; both clock changes are no steps at all.
      events.append(World.Event(at: at) { $0.step = back ? -size : size })
      events.append(World.Event(at: at + 3_600_000) { $0.step = 0 })
    }
    for _ in 0..<200 {
      let at = Self.start + Int64.random(in: Self.day...(360 * Self.day), using: &random)
      events.append(World.Event(at: at) { $0.touch() })
    }
    for _ in 0..<20 {
      let at = Self.start + Int64.random(in: Self.day...(360 * Self.day), using: &random)
      let length = Int64.random(in: 1000...(2 * Self.day), using: &random)
      events.append(World.Event(at: at) { $0.sleepThrough(length, restarts: false) })
      events.append(World.Event(at: at + 1) { $0.isInSync = false })
      events.append(World.Event(at: at + 90_000) { $0.isInSync = true })
    }
    let world = World(from: Self.start, to: end, seed: seed, events: events)
    let archive = SimulatedArchive(world)
    // A second of waiting is a minute here: a year has too many of them.
    _ = await follow(world, archive, slice: 60_000)
    #expect(world.problems == [])
    let missing = (0..<500).filter { !held.contains($0) && world.shown[$0] == nil }
    #expect(missing == [])
    #expect((500..<520).allSatisfy { world.shown[$0] == nil })
    #expect(held.allSatisfy { world.shown[$0] == nil })
    let late = archive.lateness.sorted()
    #expect(late.count > 300)
    #expect(late.count { $0 < 100 } > late.count * 9 / 10)
  }

  @Test func `keeps what is staged while something else is edited, up to the last second`() async throws {
    let release = Self.start + 3_600_000
    let edits = [release - 500, release - 40, release - 1].map { World.Event(at: $0) { $0.touch() } }
    let world = World(
      from: Self.start, to: release + 600_000, seed: 1,
      events: [.init(at: Self.start) { $0.save(.init(id: 1, release: release, saved: $0.truth)) }] + edits)
    let archive = SimulatedArchive(world, makingTime: 60_000)
    let events = await follow(world, archive)
    #expect(events.contains(.stagedIsKept))
    #expect(archive.staged.count == 2 && archive.staged.last == Instant(milliseconds: release))
    #expect(archive.lateness.allSatisfy { $0 < 100 } && archive.lateness.count == 1, "\(archive.lateness)")
  }

  @Test func `reads an edit of the last second before the moment`() async throws {
    let release = Self.start + 3_600_000
    let world = World(
      from: Self.start, to: release + 60_000, seed: 1,
      events: [
        .init(at: Self.start) { $0.save(.init(id: 1, release: release, saved: $0.truth)) },
        .init(at: release - 600) { $0.touch() },
      ])
    let archive = SimulatedArchive(world, readingTime: 250)
    _ = await follow(world, archive)
    #expect(archive.lateness.allSatisfy { $0 < 100 } && archive.lateness.count == 1, "\(archive.lateness)")
  }

  @Test func `comes to an end of staging, however often something else is edited`() async throws {
    let release = Self.start + 60_000
    let edits = (1..<1000).map { World.Event(at: Self.start + 100 * $0) { $0.touch() } }
    let world = World(
      from: Self.start, to: release + 60_000, seed: 1,
      events: [.init(at: Self.start) { $0.save(.init(id: 1, release: release, saved: $0.truth)) }] + edits)
    let archive = SimulatedArchive(world, makingTime: 5000)
    _ = await follow(world, archive)
    #expect(archive.lateness.allSatisfy { $0 < 200 } && archive.lateness.count == 1, "\(archive.lateness)")
  }

  @Test(arguments: [1, 20, 500, 999]) func `lets a hold of the last second win, and the others out`(
    lead: Int64
  )
    async throws
  {
    let release = Self.start + 3_600_000
    let world = World(
      from: Self.start, to: release + 60_000, seed: 1,
      events: [
        .init(at: Self.start) {
          for id in 1...2 { $0.save(.init(id: id, release: release, saved: $0.truth)) }
        }, .init(at: release - lead) { $0.hold(1) },
      ])
    _ = await follow(world, SimulatedArchive(world))
    #expect(world.problems == [])
    #expect(world.shown[1] == nil && world.shown[2].map { $0 >= release } == true)
  }

  /// How long after the start of the machine a release comes, and what is staged then, by how long after the start.
  @Test(arguments: [(15_000, [15]), (3_600_000, [0, 3600])] as [(Int64, [Int64])])
  func `stages what is nearly due before it catches up, and brings both`(rest: Int64, staged: [Int64])
    async throws
  {
    let release = Self.start + rest
    let world = World(
      from: Self.start, to: release + 60_000, seed: 1,
      events: [
        .init(at: Self.start) {
          $0.save(.init(id: 1, release: $0.truth - 600_000, saved: $0.truth - 900_000))
          $0.save(.init(id: 2, release: release, saved: $0.truth))
        }
      ])
    let archive = SimulatedArchive(world, makingTime: 10_000)
    try await world.sleep(milliseconds: 0)
    _ = await follow(world, archive)
    #expect(archive.staged.map { ($0.milliseconds - Self.start) / 1000 } == staged)
    #expect(world.problems == [])
    #expect(world.shown[1].map { $0 - Self.start < 16_000 } == true)
    #expect(archive.lateness.allSatisfy { $0 < 100 } && archive.lateness.count == 1, "\(archive.lateness)")
  }

  @Test func `does not believe a clock that was put forward until somebody says so`() async throws {
    let release = Self.start + 7_200_000
    let world = World(
      from: Self.start, to: Self.start + 4 * 3_600_000, seed: 1,
      events: [
        .init(at: Self.start) { $0.save(.init(id: 1, release: release, saved: $0.truth)) },
        .init(at: Self.start + 600_000) { $0.step = 7_200_000 },
      ])
    let events = await follow(world, SimulatedArchive(world))
    #expect(world.problems == [])
    #expect(world.shown[1].map { $0 - release < 1000 } == true)
    #expect(events.contains(.clockIsAhead(by: 7_200_000)))

    // The clock was an hour behind all the time, and somebody says so.
    let behind = World(
      from: Self.start, to: Self.start + 4 * 3_600_000, seed: 1,
      events: [
        .init(at: Self.start) { $0.save(.init(id: 1, release: release + 3_600_000, saved: $0.truth)) },
        .init(at: Self.start + 600_000) { $0.step = 3_600_000 },
        .init(at: Self.start + 700_000) { $0.signals.confirmClock() },
      ])
    let told = await follow(behind, SimulatedArchive(behind))
    #expect(told.contains(.clockIsConfirmed))
    #expect(behind.shown[1].map { abs($0 - release) < 1000 } == true)
  }

  @Test func `waits for a clock that follows a better one`() async throws {
    let release = Self.start + 60_000
    let world = World(
      from: Self.start, to: Self.start + 600_000, seed: 1,
      events: [
        .init(at: Self.start) {
          $0.save(.init(id: 1, release: release, saved: $0.truth))
          $0.isInSync = false
        },
        .init(at: Self.start + 300_000) { $0.isInSync = true },
      ])
    let events = await follow(world, SimulatedArchive(world))
    #expect(events.contains(.clockIsUnsynchronised))
    #expect(world.shown[1].map { $0 >= Self.start + 300_000 } == true)

    let trusting = World(
      from: Self.start, to: Self.start + 600_000, seed: 1,
      events: [
        .init(at: Self.start) {
          $0.save(.init(id: 1, release: release, saved: $0.truth))
          $0.isInSync = false
        }
      ])
    _ = await follow(trusting, SimulatedArchive(trusting), needsSynchronisedClock: false)
    #expect(trusting.shown[1].map { $0 - release < 1000 } == true)
  }
}
