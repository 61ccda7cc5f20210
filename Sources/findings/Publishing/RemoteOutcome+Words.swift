import Escaping
import Publishing

extension RemoteOutcome {
  var isFailure: Bool {
    if case .failed = result { true } else { false }
  }

  /// What to say of it, line by line.
  var lines: [String] {
    switch result {
    case .shown: ["\(remote) shows release \(release)."]
    case .unchanged: ["\(remote) shows release \(release) already."]
    case .failed(let reason):
      ["error: \(remote) does not show release \(release):"]
        + reason.split(separator: "\n").map { "  \($0)" }
        + ["Readers see it elsewhere; the next findings publish brings it there."]
    }
  }

  var json: JSON {
    let (state, reason): (String, String?) =
      switch result {
      case .shown: ("shown", nil)
      case .unchanged: ("unchanged", nil)
      case .failed(let reason): ("failed", reason)
      }
    return JSON.members([
      ("remote", .string(remote)), ("release", .string(release)), ("state", .string(state)),
      ("reason", .text(reason)),
    ])
  }
}
