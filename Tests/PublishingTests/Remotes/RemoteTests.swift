import Publishing
import Synchronization
import TestSupport
import Testing

/// A remote that does what a test wants, and remembers the releases that it was to show.
private final class ScriptedRemote: Remote {
  let name: String
  private let work: @Sendable (_ attempt: Int, _ release: String) async throws -> Bool
  private let asked = Mutex<[String]>([])

  init(_ name: String, work: @escaping @Sendable (_ attempt: Int, _ release: String) async throws -> Bool) {
    self.name = name
    self.work = work
  }

  var attempts: [String] { asked.withLock { $0 } }

  func show(_ site: ReleasedSite) async throws -> Bool {
    let attempt = asked.withLock { asked in
      asked.append(site.release)
      return asked.count
    }
    return try await work(attempt, site.release)
  }
}

private struct Unreachable: Error, CustomStringConvertible {
  let description = "nobody answers"
}

@Suite struct `Remotes` {
  private let site: SmallSite

  init() throws {
    site = try SmallSite()
  }

  private func released(_ page: String) async throws -> ReleasedSite {
    try await site.release(page)
    return try #require(try site.open().released)
  }

  @Test func `show a site side by side, and none waits for one that fails`() async throws {
    let released = try await released("one")
    let remotes = [
      ScriptedRemote("down") { _, _ in throw Unreachable() },
      ScriptedRemote("behind") { _, _ in true },
      ScriptedRemote("there") { _, _ in false },
      ScriptedRemote("shaky") { attempt, _ in if attempt < 3 { throw Unreachable() } else { true } },
    ]
    let attempts = RemoteAttempts { failures, _ in failures < 3 ? .milliseconds(1) : nil }
    let outcomes = await released.show(on: remotes, attempts: attempts)
    #expect(outcomes.map(\.remote) == ["down", "behind", "there", "shaky"])
    #expect(outcomes.map(\.result) == [.failed("nobody answers"), .shown, .unchanged, .shown])
    #expect(outcomes.allSatisfy { $0.release == released.release })
    #expect(remotes.map(\.attempts.count) == [3, 1, 1, 3])
  }

  @Test func `that fail while releases are followed are tried again, and go for the newest`() async throws {
    let first = try await released("one")
    let second = try await released("two")
    let (events, log) = AsyncStream<RemoteFollower.Event>.makeStream()
    let (attempts, begun) = AsyncStream<Void>.makeStream()
    let remote = ScriptedRemote("slow") { attempt, _ in
      begun.yield()
      switch attempt {
      case 1: throw Unreachable()
      // As long as nobody ends it.
      case 2: try await Task.sleep(for: .seconds(3600))
      default: break
      }
      return true
    }
    let follower = RemoteFollower(remote, attempts: RemoteAttempts { _, _ in .zero }) { log.yield($0) }
    follower.follow(first)
    var attempt = attempts.makeAsyncIterator()
    _ = await attempt.next()
    _ = await attempt.next()
    follower.follow(second)
    var event = events.makeAsyncIterator()
    #expect(await event.next() == .failed("nobody answers", retryIn: .zero))
    #expect(await event.next() == .shows(second.release))
    #expect(remote.attempts == [first.release, first.release, second.release])
    await follower.end()
  }
}
