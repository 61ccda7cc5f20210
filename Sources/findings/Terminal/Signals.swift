import Dispatch
import Glibc

/// What other processes, and whoever sits at the terminal, tell a command.
enum Signals {
  /// Calls the action at each signal of that number, in the place of what the system would do.
  static func source(
    _ number: Int32, on queue: DispatchQueue = .global(), _ action: @escaping @Sendable () -> Void
  ) -> any DispatchSourceSignal {
    signal(number, SIG_IGN)
    let source = DispatchSource.makeSignalSource(signal: number, queue: queue)
    source.setEventHandler(handler: action)
    source.resume()
    return source
  }

  /// The signals that tell the process to end, but those that it was started to ignore, as by `nohup`.
  static var ends: [Int32] { [SIGHUP, SIGINT, SIGTERM].filter { !isIgnored($0) } }

  private static func isIgnored(_ number: Int32) -> Bool {
    var action = sigaction()
    guard unsafe sigaction(number, nil, &action) == 0 else { return false }
    let handler = unsafe unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self)
    let ignoring = unsafe unsafeBitCast(SIG_IGN, to: Int.self)
    return handler == ignoring
  }
}
