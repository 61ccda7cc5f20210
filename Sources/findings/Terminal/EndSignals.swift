import Dispatch
import FileSystem
import Glibc

/// Has this process end in a way of its own where it is told to end, until that is taken back.
///
/// The exit code is that of a shell.
struct EndSignals {
  private let numbers = Signals.ends
  private let sources: [any DispatchSourceSignal]
  private let queue = DispatchQueue(label: "end of the process")

  init(_ end: ProcessEnd) {
    sources = numbers.map { [queue] number in
      Signals.source(number, on: queue) { end(exitCode: 128 + number) }
    }
  }

  /// Takes it back; when this returns, nothing goes that way any more.
  func cancel() {
    for source in sources { source.cancel() }
    queue.sync {}
    for number in numbers { signal(number, SIG_DFL) }
  }
}
