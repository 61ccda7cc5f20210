import FileSystem

/// This program on this machine since its start, as far as that can be told without reading the program.
enum RunningProgram {
  /// What no other program is called, nor this one after the machine was started again; nil where the system does not
  /// tell.
  ///
  /// What was written before a sudden end of the machine may be there in name and not in bytes.
  static var name: String? {
    get throws {
      guard let path = FileSystem.resolved("/proc/self/exe"),
        let start = try FileSystem.readStream("/proc/sys/kernel/random/boot_id", limit: 64)
      else { return nil }
      let state = try FileSystem.state(of: path)
      return "\(state.number) \(state.size) \(state.modified) \(state.changed) "
        + String(decoding: start, as: UTF8.self)
    }
  }
}
