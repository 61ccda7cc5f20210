import FileSystem

extension PrivateFolder {
  /// Does work with a private folder, given by its path, which also goes where the process is told to end.
  static func during<Value>(_ work: (String) async throws -> Value) async throws -> Value {
    let folder = try PrivateFolder()
    let signals = EndSignals(folder.processEnd)
    defer {
      signals.cancel()
      withExtendedLifetime(folder) {}
    }
    return try await work(folder.path)
  }
}
