import Diagnostics
package import Escaping
package import PublishingCalendar
import StrictYAML

/// The change of a file that records an agreement in its front matter and leaves every other byte as it is.
package struct AgreedEdit: Sendable {
  private let record: AgreementRecord
  /// The zone in which the moment is written.
  private let zone: Zone

  /// Prepares the change that records the agreement.
  package init(_ record: AgreementRecord, zone: Zone) {
    self.record = record
    self.zone = zone
  }

  /// The file with the agreement, in the place of a former one of the same inspectorate; nil where the front
  /// matter is written in a way that this does not edit, or would then say anything else.
  package func apply(to bytes: Bytes) -> Bytes? {
    guard let front = FrontMatter(bytes, report: Report(file: "")), let changes = changes(of: bytes, front)
    else { return nil }
    var edited = bytes
    for (range, replacement) in changes.sorted(by: { $0.range.lowerBound > $1.range.lowerBound }) {
      edited.replaceSubrange(range, with: replacement)
    }
    return isRecorded(in: edited, before: front) ? edited : nil
  }

  /// The line on which the agreements stand, nil where there are none.
  func line(in bytes: Bytes) -> Int? {
    FrontMatter(bytes, report: Report(file: ""))?.agreed?.line
  }

  private var entry: Bytes { Bytes(record.entry(in: zone).utf8) }

  private func changes(of bytes: Bytes, _ front: FrontMatter) -> [(range: Range<Int>, Bytes)]? {
    guard let pair = front.agreed else { return newKey(in: bytes, front).map { [$0] } }
    guard case .sequence(let values, _) = pair.value,
      let keyLine = bytes.line(pair.line, limit: front.yaml.upperBound),
      let list = AgreedEntries(in: bytes, keyLine: keyLine, limit: front.yaml.upperBound),
      list.entries.count == values.count
    else { return nil }
    let former = zip(list.entries, values).filter { $0.1.text(of: "inspectorate") == record.inspectorate }
      .map(\.0)
    guard let first = former.first else {
      let addition = list.addition
      return [(addition.place..<addition.place, addition.before + entry + addition.after)]
    }
    let others = former.dropFirst().map(\.whole)
    guard !first.hasComment, !others.contains(nil) else { return nil }
    return [(first.value, entry)] + others.compactMap(\.self).map { ($0, []) }
  }

  /// The key with its first entry, after the others and before the mark that ends the YAML.
  private func newKey(in bytes: Bytes, _ front: FrontMatter) -> (range: Range<Int>, Bytes)? {
    guard let key = front.pairs.first, let keyLine = bytes.line(key.line, limit: front.yaml.upperBound) else {
      return nil
    }
    var place = front.yaml.lowerBound
    while place < front.yaml.upperBound, !bytes[place...].starts(with: "...".utf8) {
      place = bytes.endOfLine(from: place, limit: front.yaml.upperBound)
    }
    let indent = bytes[keyLine].prefix { $0 == UInt8(ascii: " ") }
    let end = bytes.lineEnd(before: front.yaml.lowerBound)
    let text = [
      indent, Bytes("agreed:".utf8)[...], end[...], indent, Bytes("  - ".utf8)[...], entry[...], end[...],
    ]
    return (place..<place, Bytes(text.joined()))
  }

  // MARK: Reading back

  /// Whether the edited file says what the former one said, and the agreement.
  private func isRecorded(in edited: Bytes, before: FrontMatter) -> Bool {
    let report = Report(file: "")
    guard let after = FrontMatter(edited, report: report), !report.hasErrors,
      case .sequence(let entries, _)? = after.agreed?.value
    else { return false }
    let others = (before.pairs.filter { $0.key != "agreed" }, after.pairs.filter { $0.key != "agreed" })
    var expected: [YAMLValue] = []
    if case .sequence(let former, _)? = before.agreed?.value { expected = former }
    let isFormer = { (entry: YAMLValue) in entry.text(of: "inspectorate") == record.inspectorate }
    let place = expected.firstIndex(where: isFormer) ?? expected.count
    expected.removeAll(where: isFormer)
    expected.insert(record.value(in: zone), at: place)
    return YAMLValue.mapping(others.0, line: 1).hasSameContent(as: .mapping(others.1, line: 1))
      && YAMLValue.sequence(expected, line: 1).hasSameContent(as: .sequence(entries, line: 1))
  }
}

extension FrontMatter {
  fileprivate var agreed: YAMLValue.Pair? { pairs.first { $0.key == "agreed" } }
}

extension YAMLValue {
  /// The text of a key, nil where it is none.
  fileprivate func text(of key: String) -> String? {
    guard case .mapping(let pairs, _) = self,
      case .scalar(let text, _)? = pairs.first(where: { $0.key == key })?.value
    else { return nil }
    return text
  }
}

extension Bytes {
  /// The bytes of a line, counted from 1, with its end.
  fileprivate func line(_ number: Int, limit: Int) -> Range<Int>? {
    var start = 0
    for _ in 1..<Swift.max(number, 1) {
      start = endOfLine(from: start, limit: limit)
      guard start < limit else { return nil }
    }
    return start..<endOfLine(from: start, limit: limit)
  }
}
