import Diagnostics
import Model
import StrictYAML

/// The ids that documents may name, by list; nil where the list could not be read, so that one broken list is
/// not an error of every document.
struct ListVocabulary: Sendable {
  let inspectorates: Set<String>?
  let programmes: Set<String>?
  let themes: Set<String>?
  let areas: Set<String>?

  init(_ lists: Lists, unreadable: Set<String>) {
    func ids(_ file: String, _ ids: [String]) -> Set<String>? {
      unreadable.contains(file) ? nil : Set(ids)
    }
    inspectorates = ids("inspectorates.yml", lists.inspectorates.map(\.id))
    programmes = ids("programmes.yml", lists.programmes.map(\.id))
    themes = ids("themes.yml", lists.themes.map(\.id))
    areas = ids("areas.yml", lists.areas.map(\.id))
  }
}

extension Fields {
  /// The ids of a list of texts, each of which must be known and stand there once.
  mutating func ids(
    _ key: String, of list: String, among known: Set<String>?, orOne: Bool = false
  ) -> [String] {
    var seen: Set<String> = []
    return texts(key, orOne: orOne).compactMap { text, line in
      guard seen.insert(text).inserted else {
        report.error("duplicate-id", line: line, "\(quoting: text) stands in '\(key)' twice")
        return nil
      }
      return isKnown(text, line: line, of: list, among: known) ? text : nil
    }
  }

  /// One id that must be known.
  mutating func id(_ key: String, of list: String, among known: Set<String>?) -> String? {
    guard let text = text(key) else { return nil }
    return isKnown(text, line: line(of: key), of: list, among: known) ? text : nil
  }

  private func isKnown(_ text: String, line: Int, of list: String, among known: Set<String>?) -> Bool {
    guard let known, !known.contains(text) else { return true }
    report.error(
      "unknown-id", line: line, "\(quoting: text) is not in \(list)", expected: "an id of \(list)",
      suggestion: nearMiss(for: text, among: known))
    return false
  }
}
