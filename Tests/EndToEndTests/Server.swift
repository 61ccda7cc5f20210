import Foundation
import Testing

/// A server on loopback, which a script of `Support` runs as long as a test holds this; it ends with the test's process
/// too.
final class Server {
  private let process = Process()
  /// Ends the server when it is closed.
  private let input = Pipe()
  let port: Int

  /// - Parameter folder: A folder that is not there yet, for what belongs to the server.
  init(_ script: String, in workspace: Workspace, folder: String, _ arguments: String...) throws {
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments =
      [
        "python3", Repository.support.appending(path: script).path, workspace.path(folder),
      ] + arguments
    process.environment = Workspace.environment
    process.standardInput = input
    try process.run()
    let end = Date.now.addingTimeInterval(60)
    while !workspace.exists("\(folder)/port"), process.isRunning, Date.now < end {
      Thread.sleep(forTimeInterval: 0.02)
    }
    port = try #require(Int(try workspace.read("\(folder)/port")))
  }

  deinit {
    try? input.fileHandleForWriting.close()
    process.waitUntilExit()
  }
}
