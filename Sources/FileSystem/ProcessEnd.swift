private import Glibc

/// How this process ends before its work is done: a folder that it has locked goes with it.
package struct ProcessEnd: Sendable {
  private let folder: String
  private let lock: Int32

  /// - Parameter lock: The file descriptor that holds the lock.
  init(removing folder: String, lock: Int32) {
    self.folder = folder
    self.lock = lock
  }

  /// Ends this process with an exit code, the folder being gone by then; it may be called by any thread.
  ///
  /// A shell takes the place of this process, so that all of its threads end before anything is removed: none of them
  /// writes there any more, and none can end the process too early. The shell holds the lock, so that nobody else
  /// begins in the folder meanwhile, and leaves alone what has got its name since.
  package func callAsFunction(exitCode: Int32) -> Never {
    _ = fcntl(lock, F_SETFD, 0)
    let script = #"[ "$1" -ef "/proc/self/fd/$2" ] && /bin/rm -rf -- "$1"; exit "$3""#
    let arguments = ["sh", "-c", script, "sh", folder, "\(lock)", "\(exitCode)"]
    var words = unsafe arguments.map { unsafe strdup($0) } + [nil]
    unsafe execv("/bin/sh", &words)
    _exit(exitCode)
  }
}
