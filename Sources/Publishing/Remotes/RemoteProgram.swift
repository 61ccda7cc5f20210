import Escaping
import ExternalPrograms

/// A program that changes a remote.
///
/// It holds the lock of the remote for as long as it lives, and so do the programs that it starts. What the command
/// called before it was killed may live on: it has to end before another begins, or it would go on writing an older
/// release into a newer one.
struct RemoteProgram {
  private let name: String
  private let lock: String
  private static let flock = ExternalProgram("flock", package: "util-linux")
  /// The code with which `flock` exits where it cannot have the lock.
  private static let busy = 75

  /// - Parameter lock: The path of the file by which the remote is locked.
  init(_ name: String, lock: String) {
    self.name = name
    self.lock = lock
  }

  @discardableResult
  func succeed(
    _ arguments: [String], input: Bytes = [], limit: Int = 1 << 20, within patience: Duration? = nil
  ) async throws(ExternalProgramError) -> Bytes {
    let result = try await Self.flock.run(
      ["--no-fork", "--timeout=30", "--conflict-exit-code=\(Self.busy)", lock, name] + arguments,
      input: input,
      limit: limit, within: patience)
    guard let failure = result.failure else { return result.output }
    let reason =
      result.exitCode == Self.busy ? "what an earlier run began there has not ended yet" : failure
    throw .failed(ExternalProgram(name, package: name), reason: reason)
  }
}
