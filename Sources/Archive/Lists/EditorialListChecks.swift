import Diagnostics
package import EditorialChecks
import Model
import PublishingCalendar
import StrictYAML

extension Archive {
  /// The editorial rules as `archive.yml` sets them, over all lists.
  package var editorialChecks: EditorialChecks {
    EditorialChecks(levels: rules.checks, lists: lists, workingDays: workingDays, zone: settings.zone)
  }

  /// What the editorial rules find in the lists.
  func listDiagnostics(in content: ContentFolder) -> [Diagnostic] {
    let editions = documents.flatMap { $0.editions.map(\.edition) }
    return editorialChecks.diagnostics(ofListsUsedBy: editions) { content.place(of: $0) }
  }
}

extension ContentFolder {
  /// Where a value of a list stands; the file is read again, since lists are kept without their lines.
  fileprivate func place(of key: ListKey) -> Place {
    Place(file: displayPath(key.file), line: key.id.flatMap { line(of: key, id: $0) })
  }

  private func line(of key: ListKey, id: String) -> Int? {
    let report = Report(file: displayPath(key.file))
    guard case .sequence(let entries, _)? = yaml(key.file, report: report) else { return nil }
    let entry = entries.lazy.compactMap { $0.pairs }.first { pairs in
      pairs.contains { $0.key == "id" && $0.value.isText(id) }
    }
    return (entry?.first { $0.key == key.key } ?? entry?.first)?.line
  }
}

extension YAMLValue {
  fileprivate var pairs: [Pair]? {
    if case .mapping(let pairs, _) = self { pairs } else { nil }
  }

  fileprivate func isText(_ text: String) -> Bool {
    if case .scalar(text, _) = self { true } else { false }
  }
}
