package import Diagnostics

/// The anchors of findings that have another meaning in a later edition, although addresses are for ever.
///
/// A finding whose words stood at another anchor before has to keep that one; an anchor whose finding was
/// replaced by another, and not reworded, must not be used again.
package enum FindingShift {
  /// The shifts of an edition against the editions before it.
  ///
  /// - Parameters:
  ///   - findings: Those of the edition.
  ///   - earlier: Those of the editions before it, first to last.
  ///   - file: The file of the edition.
  package static func diagnostics(
    _ findings: [Finding], after earlier: [(edition: Int, findings: [Finding])], file: String
  ) -> [Diagnostic] {
    var known: [String: (edition: Int, finding: Finding)] = [:]
    var anchors: [String: (edition: Int, ids: Set<String>)] = [:]
    for (edition, old) in earlier {
      for finding in old { known[finding.id] = (edition, finding) }
      for (text, same) in Dictionary(grouping: old, by: \.wholeText) {
        anchors[text] = (edition, Set(same.map(\.id)))
      }
    }
    let kept = Set(findings.map(\.wholeText))
    return findings.compactMap { finding in
      let place = Place(file: file, line: finding.line)
      if let (edition, ids) = anchors[finding.wholeText] {
        guard !ids.contains(finding.id), let id = ids.min() else { return nil }
        return Diagnostic(
          .warning, "finding-shift", at: place,
          "this finding is #\(finding.id) now, and was #\(id) in edition \(edition)",
          expected: "the anchor that it had, by '{#\(id)}' at its end")
      }
      guard let (edition, old) = known[finding.id] else { return nil }
      let isReplaced = kept.contains(old.wholeText) || !isReworded(old.wholeText, finding.wholeText)
      guard isReplaced else { return nil }
      return Diagnostic(
        .warning, "finding-shift", at: place,
        "#\(finding.id) was another finding in edition \(edition)",
        expected: "an anchor that was never used, by '{#\(unused(known, findings))}' at its end")
    }
  }

  /// Whether two texts share at least a third of their words: one is the other in better words.
  private static func isReworded(_ a: String, _ b: String) -> Bool {
    let (a, b) = (words(a), words(b))
    return 3 * a.intersection(b).count >= max(a.count, b.count)
  }

  private static func words(_ text: String) -> Set<Substring> {
    Set(text.lowercased().split { !($0.isLetter || $0.isNumber) })
  }

  private static func unused(
    _ known: [String: (edition: Int, finding: Finding)], _ findings: [Finding]
  ) -> String {
    let taken = Set(known.keys).union(findings.map(\.id))
    var number = max(known.count, findings.count) + 1
    while taken.contains("finding-\(number)") { number += 1 }
    return "finding-\(number)"
  }
}
