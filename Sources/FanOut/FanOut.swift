import Synchronization

/// The results of the work for each index from 0 up to the count, in the order of the indices.
///
/// At most `jobs` pieces of work run at a time; each worker takes the next index when it is free, so that
/// one long document does not hold up the others.
package func fanOut<Result: Sendable>(
  over count: Int, jobs: Int, _ work: @Sendable @escaping (Int) throws -> Result
) async throws -> [Result] {
  let workers = min(jobs, count)
  guard workers > 1 else { return try (0..<count).map(work) }
  return try await gather(over: count, workers: workers) { try work($0) }
}

/// The results of work that waits, for each index, in their order; a worker ends early where there is none.
package func gather<Result: Sendable>(
  over count: Int, workers: Int, _ work: @Sendable @escaping (Int) async throws -> Result?
) async throws -> [Result] {
  let counter = Counter()
  return try await withThrowingTaskGroup(of: [(Int, Result)].self) { group in
    for _ in 0..<workers {
      group.addTask {
        var results: [(Int, Result)] = []
        while true {
          let index = counter.next()
          guard index < count, let result = try await work(index) else { return results }
          results.append((index, result))
        }
      }
    }
    var ordered = [Result?](repeating: nil, count: count)
    for try await results in group {
      for (index, result) in results { ordered[index] = result }
    }
    return ordered.compactMap(\.self)
  }
}

private final class Counter: Sendable {
  private let value = Atomic(0)

  func next() -> Int {
    value.wrappingAdd(1, ordering: .relaxed).oldValue
  }
}
