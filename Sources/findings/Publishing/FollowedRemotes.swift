import Escaping
import Logging
import Publishing

/// The remotes of a folder while its schedule is followed; what happens to them goes to the log.
struct FollowedRemotes {
  private let folder: ReleaseFolder
  private let followers: [RemoteFollower]
  private let logger: Logger

  init(_ remotes: [any Remote], of folder: ReleaseFolder, _ logger: Logger) {
    self.folder = folder
    self.logger = logger
    followers = remotes.map { remote in
      RemoteFollower(remote) { event in
        switch event {
        case .shows(let release): logger.notice("\(remote.name) shows release \(release)")
        case .failed(let reason, let pause):
          let words = reason.replacing("\n", with: "; ").escapedForTerminal
          logger.error("\(remote.name) is tried again in \(pause.components.seconds) s: \(words)")
        }
      }
    }
  }

  /// Begins to bring them to what the folder shows, and waits for none.
  func show() {
    guard !followers.isEmpty else { return }
    do {
      guard let site = try folder.released else { return }
      for follower in followers { follower.follow(site) }
    } catch {
      logger.error("\(String(describing: error).escapedForTerminal)")
    }
  }

  func end() async {
    for follower in followers { await follower.end() }
  }
}
