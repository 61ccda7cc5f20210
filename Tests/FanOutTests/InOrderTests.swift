import FanOut
import Synchronization
import Testing

@Suite struct `Parts that are handed on in order` {
  private struct Failure: Error, Equatable {}

  /// What was handed on so far, and the most that waited at a time.
  private final class Log: Sendable {
    let taken = Mutex<[Int]>([])
    let made = Atomic(0)
    let mostWaiting = Atomic(0)

    func make(_ index: Int) {
      let waiting = made.wrappingAdd(1, ordering: .relaxed).newValue - taken.withLock { $0.count }
      mostWaiting.max(waiting, ordering: .relaxed)
    }
  }

  @Test(arguments: [1, 2, 3, 8], [0, 1, 2, 7, 500])
  func `come in the order of their indices, as the results do`(jobs: Int, count: Int) async throws {
    let log = Log()
    let results = try await fanOut(over: count, jobs: jobs) { index in
      if index.isMultiple(of: 7) { _ = (0..<20_000).reduce(0, &+) }
      return (index * 2, index)
    } inOrder: { part in
      log.taken.withLock { $0.append(part) }
    }
    #expect(results == (0..<count).map { $0 * 2 })
    #expect(log.taken.withLock { $0 } == Array(0..<count))
  }

  @Test func `wait for a slow one, but never many of them`() async throws {
    let log = Log()
    let isSlow = Mutex(())
    _ = try await fanOut(over: 2000, jobs: 4) { index in
      if index == 3 { isSlow.withLock { _ in for _ in 0..<200 { (0..<10_000).forEach { _ in } } } }
      log.make(index)
      return ((), index)
    } inOrder: { part in
      log.taken.withLock { $0.append(part) }
    }
    #expect(log.taken.withLock { $0 } == Array(0..<2000))
    #expect(log.mostWaiting.load(ordering: .relaxed) <= 12)
  }

  @Test(arguments: [1, 4], [0, 5, 99])
  func `stop where the work fails`(jobs: Int, failing: Int) async {
    let log = Log()
    await #expect(throws: Failure()) {
      _ = try await fanOut(over: 100, jobs: jobs) { index in
        if index == failing { throw Failure() }
        return ((), index)
      } inOrder: { part in
        log.taken.withLock { $0.append(part) }
      }
    }
    let taken = log.taken.withLock { $0 }
    #expect(taken == Array(0..<taken.count) && taken.count <= failing)
  }

  @Test(arguments: [1, 4], [0, 5, 99])
  func `stop where one cannot be handed on`(jobs: Int, failing: Int) async {
    await #expect(throws: Failure()) {
      _ = try await fanOut(over: 100, jobs: jobs) {
        ((), $0)
      } inOrder: { part in
        if part == failing { throw Failure() }
      }
    }
  }
}
