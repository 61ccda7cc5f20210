/// The folders of a site that got another name after their files were written; none lies within another.
package struct RenamedFolders: Sendable {
  private var names: [String: String] = [:]

  package init() {}

  package mutating func rename(_ folder: String, to path: String) { names[folder] = path }

  /// The path that a file has now, by that to which it was written.
  package func path(of written: String) -> String {
    guard !names.isEmpty, let slash = written.lastIndex(of: "/"),
      let folder = names[String(written[..<slash])]
    else { return written }
    return folder + written[slash...]
  }
}
