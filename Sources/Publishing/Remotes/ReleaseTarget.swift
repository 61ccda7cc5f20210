/// Where a release goes: the folder that keeps it, or a remote that shows what the folder shows.
package enum ReleaseTarget: Hashable, Sendable {
  case folder(String)
  case ssh(SSHAddress)
  case objectStore(ObjectStoreAddress)

  /// Reads a target as it is written: `ssh:HOST:DIR`, `rclone:REMOTE:PATH`, and anything else is a folder.
  package init(_ text: String) throws(TargetError) {
    if text.hasPrefix("ssh:") {
      self = .ssh(try SSHAddress(text))
    } else if text.hasPrefix("rclone:") {
      self = .objectStore(try ObjectStoreAddress(text))
    } else if text.isEmpty {
      throw .empty
    } else {
      self = .folder(text)
    }
  }

  /// The path, where it is a folder.
  package var folder: String? {
    if case .folder(let path) = self { path } else { nil }
  }

  /// What follows the kind of a remote: its two parts, which a colon divides.
  static func parts(of text: String) -> (place: Substring, path: Substring)? {
    let parts = text.split(separator: ":", maxSplits: 2, omittingEmptySubsequences: false)
    return parts.count == 3 ? (parts[1], parts[2]) : nil
  }

  /// Whether every name of a path between its slashes says where it is, and no character is one that a program or a
  /// terminal may take for something else.
  static func isPlain(_ path: Substring) -> Bool {
    let names = path.split(separator: "/", omittingEmptySubsequences: false)
    return names.allSatisfy { !["", ".", ".."].contains($0) }
      && path.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control && $0 != "\u{FFFD}" }
  }

  /// Whether a name is made of ASCII letters, digits and some other characters, and begins with a letter or digit, so
  /// that no program takes it for an option.
  static func isName(_ name: Substring, with others: String) -> Bool {
    func isLetterOrDigit(_ character: Character) -> Bool {
      character.isASCII && (character.isLetter || character.isNumber)
    }
    guard let first = name.first, isLetterOrDigit(first) else { return false }
    return name.allSatisfy { isLetterOrDigit($0) || others.contains($0) }
  }
}

/// Why a text names no place that releases could go to.
package enum TargetError: Error, Equatable, CustomStringConvertible {
  case empty
  case notSSH(String)
  case notObjectStore(String)

  package var description: String {
    switch self {
    case .empty: "--to names no folder."
    case .notSSH(let text):
      "--to '\(text)' is no remote; write ssh:HOST:DIR or ssh:USER@HOST:DIR with the whole path of a folder, such as "
        + "ssh:web1:/srv/findings/site."
    case .notObjectStore(let text):
      "--to '\(text)' is no remote; write rclone:REMOTE:PATH with a remote of your rclone configuration and a bucket, "
        + "such as rclone:store:findings-site."
    }
  }
}
