import Synchronization

/// The results of the work for each index, as `fanOut` gives them, with a part of each handed on in the order
/// of the indices while the work goes on.
///
/// A part that comes before its turn waits for it, and a worker that is far ahead waits with it: about twice
/// as many parts are held as there are workers, however many there are in all.
package func fanOut<Result: Sendable, Part: Sendable>(
  over count: Int, jobs: Int, _ work: @Sendable @escaping (Int) throws -> (Result, Part),
  inOrder take: @Sendable @escaping (Part) throws -> Void
) async throws -> [Result] {
  let workers = min(jobs, count)
  guard workers > 1 else {
    return try (0..<count).map { index in
      let (result, part) = try work(index)
      try take(part)
      return result
    }
  }
  let turns = Turns(limit: workers, take)
  return try await gather(over: count, workers: workers) { index in
    do {
      let (result, part) = try work(index)
      return try await turns.hand(part, at: index) ? result : nil
    } catch {
      turns.stop()
      throw error
    }
  }
}

/// Hands on parts in the order of their indices, one at a time.
private final class Turns<Part: Sendable>: Sendable {
  private struct State {
    /// The index whose turn it is.
    var next = 0
    /// Whether a worker is handing on parts; it goes on until the next one is not there.
    var isTaking = false
    var isStopped = false
    var parts: [Int: Part] = [:]
    var waiting: [CheckedContinuation<Void, Never>] = []
  }

  private let state = Mutex(State())
  /// How many parts may wait before workers wait too.
  private let limit: Int
  private let take: @Sendable (Part) throws -> Void

  init(limit: Int, _ take: @Sendable @escaping (Part) throws -> Void) {
    self.limit = limit
    self.take = take
  }

  /// Hands on the part when its turn has come, here or by another worker; false where the work has stopped.
  ///
  /// The next part is handed on by the worker that made it, or by the one that is at it; whoever waits, waits
  /// for one of these.
  func hand(_ part: Part, at index: Int) async throws -> Bool {
    let isMine = state.withLock { state in
      state.parts[index] = part
      guard !state.isTaking, index == state.next else { return false }
      state.isTaking = true
      return true
    }
    if isMine { try takeAll() } else { await waitForRoom() }
    return state.withLock { !$0.isStopped }
  }

  /// Lets nobody wait any more, since something went wrong.
  func stop() {
    resume {
      $0.isStopped = true
      $0.parts = [:]
    }
  }

  private func takeAll() throws {
    while let part = nextPart() { try take(part) }
  }

  private func nextPart() -> Part? {
    var part: Part?
    resume { state in
      part = state.parts.removeValue(forKey: state.next)
      if part == nil { state.isTaking = false } else { state.next += 1 }
    }
    return part
  }

  private func waitForRoom() async {
    await withCheckedContinuation { (continuation: CheckedContinuation<Void, Never>) in
      let mustWait = state.withLock { state in
        guard !hasRoom(state) else { return false }
        state.waiting.append(continuation)
        return true
      }
      if !mustWait { continuation.resume() }
    }
  }

  /// Changes the state, and wakes who waited for it.
  private func resume(_ change: (inout State) -> Void) {
    let awake = state.withLock { state in
      change(&state)
      guard hasRoom(state) else { return [CheckedContinuation<Void, Never>]() }
      defer { state.waiting = [] }
      return state.waiting
    }
    for continuation in awake { continuation.resume() }
  }

  private func hasRoom(_ state: State) -> Bool { state.isStopped || state.parts.count <= limit }
}
