import Foundation
import Glibc

/// A line on the terminal that says what is being done; nothing where standard error is no terminal.
enum Progress {
  static func show(_ text: String) {
    guard isatty(STDERR_FILENO) == 1 else { return }
    FileHandle.standardError.write(Data("\r\u{1B}[2K\(text)".utf8))
  }

  /// Takes the line away, so that what follows stands alone.
  static func clear() {
    show("")
  }
}
