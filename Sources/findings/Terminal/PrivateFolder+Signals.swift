import Dispatch
import FileSystem

extension PrivateFolder {
  /// Does work with a private folder, given by its path, which also goes where the process is told to end; the exit
  /// code is then that of a shell.
  static func during<Value>(_ work: (String) async throws -> Value) async throws -> Value {
    let folder = try PrivateFolder()
    let path = folder.path
    let sources = Signals.ends.map { number in
      Signals.source(number) { endProcess(removing: path, exitCode: 128 + number) }
    }
    defer {
      for source in sources { source.cancel() }
      withExtendedLifetime(folder) {}
    }
    return try await work(path)
  }
}
