import Synchronization

/// Keeps a remote at what a release folder shows while releases are made one after the other.
///
/// Nobody waits for it, and where the remote fails it tries again for ever. A new release ends what is on its way to
/// the remote: a removal must not wait for a transfer that it makes pointless, and what has arrived of it is used.
package final class RemoteFollower: Sendable {
  /// What happens to a remote, for the log.
  package enum Event: Equatable, Sendable {
    case shows(String)
    case failed(String, retryIn: Duration)
  }

  private let remote: any Remote
  private let attempts: RemoteAttempts
  private let tell: @Sendable (Event) -> Void
  private let task = Mutex<Task<Void, Never>?>(nil)

  package init(
    _ remote: any Remote, attempts: RemoteAttempts = .endless, tell: @escaping @Sendable (Event) -> Void
  ) {
    self.remote = remote
    self.attempts = attempts
    self.tell = tell
  }

  /// Begins to bring the remote to a site, in the place of the one before.
  package func follow(_ site: ReleasedSite) {
    task.withLock { task in
      let former = task
      former?.cancel()
      task = Task { [remote, attempts, tell] in
        await former?.value
        let isShown = try? await attempts.show(site, on: remote) { reason, pause in
          tell(.failed(reason, retryIn: pause))
        }
        if isShown != nil { tell(.shows(site.release)) }
      }
    }
  }

  /// Ends what is on its way.
  package func end() async {
    let last = task.withLock { $0 }
    last?.cancel()
    await last?.value
  }
}
