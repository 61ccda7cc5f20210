import ExternalPrograms

/// What the git repository of a folder remembers of files that lay in it.
package enum GitMemory: Equatable, Sendable {
  /// The folder is in no repository.
  case noRepository
  /// Nobody can say, for that reason.
  case unknown(String)
  /// So many commits of any branch, tag or reflog have changed the files, and so many of them are known to be on
  /// another machine too; or git holds them in its index alone.
  case history(commits: Int, pushed: Int, isInIndex: Bool)

  /// Asks git for the files that match some patterns (`glob` of gitglossary), counted from the folder.
  package static func of(_ patterns: [String], in folder: String) async -> GitMemory {
    let git = ExternalProgram("git", package: "git")
    let files = ["--"] + patterns.map { ":(glob)\($0)" }
    func answer(_ arguments: [String]) async throws(ExternalProgramError) -> String {
      String(
        decoding: try await git.succeed(["-C", folder] + arguments + files, limit: 64 << 20), as: UTF8.self)
    }
    func count(_ revisions: String...) async throws(ExternalProgramError) -> Int {
      let answer = try await answer(["rev-list", "--full-history", "--count"] + revisions)
      return Int(answer.prefix { $0.isNumber }) ?? 0
    }
    do {
      let place = try await git.run(["-C", folder, "rev-parse", "--is-inside-work-tree"], limit: 100)
      if place.messages.contains("not a git repository") { return .noRepository }
      return .history(
        commits: try await count("--all", "--reflog"), pushed: try await count("--remotes"),
        isInIndex: try await !answer(["ls-files", "--cached"]).isEmpty)
    } catch {
      return .unknown(error.description)
    }
  }
}
