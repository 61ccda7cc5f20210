private import CLinux
private import Glibc

/// What keeps the memory of this process from everybody else.
package enum ProcessSecrecy {
  /// The signals of a crash, on which Swift would print what is in memory and the system would write it to the disk.
  private static let crashes = [SIGQUIT, SIGILL, SIGTRAP, SIGABRT, SIGBUS, SIGFPE, SIGSEGV, SIGSYS]

  /// Ends this process in silence should it crash, with no report and no image of its memory on the disk, and keeps
  /// other processes of the same user from looking into it; to be called before a secret is read.
  ///
  /// The programs that it calls write no image either.
  package static func begin() {
    var none = rlimit(rlim_cur: 0, rlim_max: 0)
    let isLimited = unsafe setrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &none) == 0
    precondition(isLimited && findings_forbid_inspection() == 0, "Linux lets every process do this")
    for number in crashes { signal(number, SIG_DFL) }
  }
}
