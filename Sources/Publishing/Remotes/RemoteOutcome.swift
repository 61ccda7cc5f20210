/// What became of a site on a remote.
package struct RemoteOutcome: Equatable, Sendable {
  package enum Result: Equatable, Sendable {
    /// Its readers see the site since now, or saw it already.
    case shown, unchanged
    case failed(String)
  }

  /// How the remote is written after `--to`.
  package let remote: String
  package let release: String
  package let result: Result
}

extension ReleasedSite {
  /// Lets remotes show the site side by side, so that none waits for another; tells what became of each, in order.
  package func show(on remotes: [any Remote], attempts: RemoteAttempts = .few) async -> [RemoteOutcome] {
    await withTaskGroup(of: (Int, RemoteOutcome).self) { group in
      for (index, remote) in remotes.enumerated() {
        group.addTask { (index, await outcome(on: remote, attempts)) }
      }
      return await group.reduce(into: []) { $0.append($1) }.sorted { $0.0 < $1.0 }.map(\.1)
    }
  }

  private func outcome(on remote: any Remote, _ attempts: RemoteAttempts) async -> RemoteOutcome {
    let result: RemoteOutcome.Result
    do {
      result = try await attempts.show(self, on: remote) { _, _ in } ? .shown : .unchanged
    } catch {
      result = .failed(String(describing: error))
    }
    return RemoteOutcome(remote: remote.name, release: release, result: result)
  }
}
