package import Model
package import PublishingCalendar
import StrictYAML

/// An inspectorate's agreement to a text, as `findings agree` writes it.
package struct AgreementRecord: Sendable {
  /// The id of the inspectorate.
  package let inspectorate: String
  /// Who agreed for it.
  package let person: String?
  /// When it agreed.
  package let at: Instant
  /// The digest of the public text that was agreed.
  package let digest: Digest

  /// Puts together what is to be written.
  package init(inspectorate: String, person: String?, at: Instant, digest: Digest) {
    self.inspectorate = inspectorate
    self.person = person
    self.at = at
    self.digest = digest
  }

  /// The keys and values in their order.
  private func pairs(in zone: Zone) -> [(key: String, value: String)] {
    [("inspectorate", inspectorate)] + (person.map { [("by", $0)] } ?? [])
      + [("at", zone.rfc3339(at)), ("digest", digest.description)]
  }

  /// The entry of the key `agreed`: `{inspectorate: cqc, by: A. Editor, at: …, digest: …}`.
  package func entry(in zone: Zone) -> String {
    let pairs = pairs(in: zone).map { key, value in
      "\(key): \(key == "by" && !value.isPlainYAML ? value.quotedYAML : value)"
    }
    return "{\(pairs.joined(separator: ", "))}"
  }

  /// The entry as it is read back.
  func value(in zone: Zone) -> YAMLValue {
    .mapping(
      pairs(in: zone).map { .init(key: $0.key, line: 1, value: .scalar($0.value, line: 1)) }, line: 1)
  }
}

extension String {
  /// Whether the text needs no quotation marks anywhere in YAML: words of letters, and full stops, hyphens and
  /// apostrophes within.
  fileprivate var isPlainYAML: Bool {
    guard first?.isLetter == true, last != " ", self != "null" else { return false }
    return allSatisfy { $0.isLetter || $0 == " " || $0 == "." || $0 == "-" || $0 == "'" || $0 == "’" }
  }

  /// The text in double quotation marks; it holds no control character.
  fileprivate var quotedYAML: String {
    let escaped = map { $0 == "\"" || $0 == "\\" ? "\\\($0)" : String($0) }
    return "\"\(escaped.joined())\""
  }
}
