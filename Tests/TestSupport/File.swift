/// A file of the content, by its path within `Content`.
package struct File: Sendable {
  enum Kind: Sendable {
    case bytes([UInt8])
    case link(to: String)
  }

  let path: String
  let kind: Kind

  package init(_ path: String, _ text: String = "") {
    self.init(path, bytes: Array(text.utf8))
  }

  package init(_ path: String, bytes: [UInt8]) {
    self.path = path
    kind = .bytes(bytes)
  }

  /// A symbolic link.
  package init(_ path: String, linkTo target: String) {
    self.path = path
    kind = .link(to: target)
  }
}

/// An edition: its front matter without the two lines `---`, and its text.
///
/// The first line of the front matter is line 2 of the file. A title, and the change note of a later
/// edition, stand at its end where the test does not write them.
package struct Document: Sendable {
  let file: File

  package init(_ path: String, _ frontMatter: String = "", text: String = "Words.\n") {
    var lines = frontMatter.isEmpty ? [] : [frontMatter]
    if !Self.has("title", frontMatter) { lines.append("title: A title") }
    if path.contains("/edition-"), !path.hasSuffix("/edition-1.md"), !Self.has("change", frontMatter) {
      lines.append("change: A word mended")
    }
    file = File(path, "---\n" + lines.joined(separator: "\n") + "\n---\n" + text)
  }

  private static func has(_ key: String, _ frontMatter: String) -> Bool {
    frontMatter.hasPrefix(key + ":") || frontMatter.contains("\n\(key):")
  }
}

/// Lines of `archive.yml` after the usual ones.
package struct Settings: Sendable {
  let lines: String

  package init(_ lines: String) {
    self.lines = lines
  }
}

/// Puts the files of a content one after the other.
@resultBuilder
package enum ContentBuilder {
  package static func buildExpression(_ file: File) -> [File] { [file] }

  package static func buildExpression(_ files: [File]) -> [File] { files }

  package static func buildExpression(_ document: Document) -> [File] { [document.file] }

  package static func buildExpression(_ settings: Settings) -> [File] {
    [File("archive.yml", DefaultLists.archive + settings.lines + "\n")]
  }

  package static func buildBlock(_ files: [File]...) -> [File] { files.flatMap(\.self) }

  package static func buildOptional(_ files: [File]?) -> [File] { files ?? [] }

  package static func buildArray(_ files: [[File]]) -> [File] { files.flatMap(\.self) }

  package static func buildEither(first files: [File]) -> [File] { files }

  package static func buildEither(second files: [File]) -> [File] { files }
}
