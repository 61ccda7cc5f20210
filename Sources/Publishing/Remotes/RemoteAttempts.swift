/// How often and after how long a remote that failed is tried again.
package struct RemoteAttempts: Sendable {
  /// Nil where enough was tried.
  private let pause: @Sendable (_ failures: Int, _ passed: Duration) -> Duration?

  /// For a command that ends: three times, if the remote fails soon and does not just stay silent.
  package static let few = Self { failures, passed in
    failures < 3 && passed < .seconds(20) ? .seconds(failures) : nil
  }

  /// For a command that stays: for ever, after 5 seconds and then twice as long each time, up to 5 minutes.
  package static let endless = Self { failures, _ in .seconds(min(5 << min(failures - 1, 8), 300)) }

  package init(pause: @escaping @Sendable (_ failures: Int, _ passed: Duration) -> Duration?) {
    self.pause = pause
  }

  /// Lets a remote show a site; false where it does already.
  ///
  /// - Parameter tell: Told of every failure that is not the last, with what was wrong and the pause that follows.
  func show(
    _ site: ReleasedSite, on remote: any Remote, tell: (String, Duration) -> Void
  ) async throws -> Bool {
    let start = ContinuousClock.now
    var failures = 0
    while true {
      do {
        return try await remote.show(site)
      } catch {
        try Task.checkCancellation()
        failures += 1
        guard let pause = pause(failures, ContinuousClock.now - start) else { throw error }
        tell(String(describing: error), pause)
        try await Task.sleep(for: pause)
      }
    }
  }
}
