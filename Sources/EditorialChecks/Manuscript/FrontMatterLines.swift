import Diagnostics
import Model
import StrictYAML

/// The lines on which the values of a front matter stand.
///
/// They are read again from the file where something is wrong with a value, so that nobody keeps them for the
/// many editions with which nothing is.
struct FrontMatterLines {
  private let values: YAMLValue?

  init(of body: Body) {
    let text = (try? body.readFrontMatter()).map { String(decoding: $0, as: UTF8.self) } ?? ""
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    // The first and the last line are `---`, the last with its line end.
    let yaml = lines.dropFirst().dropLast(2).joined(separator: "\n")
    values = lines.count > 3 ? YAMLValue.parse(yaml, firstLine: 2, report: Report(file: body.file)) : nil
  }

  /// The line of a value, or of the nearest that holds it; nil where there is none.
  func line(of key: FrontMatterKey) -> Int? {
    guard let pair = values?.pair(key.key) else { return nil }
    if let inner = key.inner, let found = pair.value.pair(inner) {
      return key.entry.flatMap { found.value.entry($0)?.line } ?? found.line
    }
    return key.entry.flatMap { pair.value.entry($0)?.line } ?? pair.line
  }
}

extension YAMLValue {
  fileprivate func pair(_ key: String) -> Pair? {
    guard case .mapping(let pairs, _) = self else { return nil }
    return pairs.first { $0.key == key }
  }

  fileprivate func entry(_ index: Int) -> YAMLValue? {
    guard case .sequence(let values, _) = self, values.indices.contains(index) else { return nil }
    return values[index]
  }
}
