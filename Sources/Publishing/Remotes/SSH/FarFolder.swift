import Escaping

/// What stands in the folder of a site on another machine.
///
/// It is laid out as a release folder is:
///
///     current -> releases/ID    what readers see
///     previous -> releases/ID   what they saw before
///     releases/ID/              a tree, never modified
///     manifests/ID              its files and their digests
///     staging/                  the tree that is arriving
///     replaced/                 one of the same name that it takes the place of, for as long as two renames take
struct FarFolder: Equatable {
  private(set) var current: String?
  private(set) var previous: String?
  private(set) var releases: Set<String> = []
  /// The name of something that is not ours.
  private(set) var stranger: String?

  /// Reads what ``ShellScript/look(in:staging:)`` says.
  init(_ report: Bytes) throws(RemoteError) {
    for line in String(decoding: report, as: UTF8.self).split(separator: "\n") {
      let words = line.split(separator: " ", maxSplits: 1).map(String.init)
      guard words.count == 2 else { throw .unclear(String(line)) }
      switch words[0] {
      case "current": current = try Self.release(words[1], after: "releases/")
      case "previous": previous = try Self.release(words[1], after: "releases/")
      case "release": releases.insert(try Self.release(words[1], after: ""))
      case "stranger": stranger = words[1]
      default: throw .unclear(String(line))
      }
    }
  }

  /// The id of a release behind a prefix: it becomes part of commands.
  private static func release(_ text: String, after prefix: String) throws(RemoteError) -> String {
    let id = text.dropFirst(prefix.count)
    guard text.hasPrefix(prefix), id.utf8.count == 32,
      id.utf8.allSatisfy({ (0x30...0x39).contains($0) || (0x61...0x66).contains($0) })
    else { throw .unclear(text) }
    return String(id)
  }
}
