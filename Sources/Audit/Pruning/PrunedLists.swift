import Archive
import Embargo
import Escaping
import Model
import PublishingCalendar
import StrictYAML

/// What of the lists and the settings has something to do with what is public: entries that a public edition may show,
/// dated keys from their day on, and no rule about time.
struct PrunedLists {
  let published: PublishedArchive
  let rules: PublishingRules
  let vocabulary: PublicVocabulary
  /// The day of the instant where the archive is.
  let day: Day

  /// Whether the rules about time stay, since a tombstone stands only where the text would have been public.
  var keepsRules: Bool { !published.removals.isEmpty }

  static let names = [
    "archive.yml", "inspectorates.yml", "programmes.yml", "themes.yml", "areas.yml", "agencies.yml",
    "glossary.yml",
  ]

  /// The bytes of a list without what is not public; one that is no YAML stays as it is.
  func pruned(_ bytes: Bytes, named name: String) -> Bytes {
    guard let text = String(validating: bytes, as: UTF8.self),
      let value = YAMLValue.parse(text, report: Report(file: name))
    else { return bytes }
    return pruned(value, named: name).json.document()
  }

  private func pruned(_ value: YAMLValue, named name: String) -> YAMLValue {
    let reached = published.lists
    switch name {
    case "archive.yml": return keepsRules ? value : value.without(["moratoria", "agreement"])
    case "inspectorates.yml": return value.entries { $0.keeping("names", where: hasBegun) }
    case "programmes.yml":
      return value.entries(reached.programmes.map(\.id)).entries { $0.keeping("timetables", where: hasBegun) }
    case "themes.yml": return value.entries(reached.themes.map(\.id))
    case "areas.yml":
      // An area of a moratorium tells which editions it holds, also where none of them is public.
      let areas = reached.areas.map(\.id) + (keepsRules ? rules.moratoria.flatMap(\.areas) : [])
      return value.entries(areas).entries { $0.keeping("successors") { $0.text.map(areas.contains) ?? true } }
    case "agencies.yml": return value.keeping { isUsed($0, by: ["id", "name", "aliases"]) }
    case "glossary.yml": return value.keeping { isUsed($0, by: ["term", "expansion"]) }
    default: return value
    }
  }

  /// Whether a dated entry holds at the instant.
  private func hasBegun(_ entry: YAMLValue) -> Bool {
    guard let from = entry["from"]?.text, case .date(let first)? = WrittenTime(from) else { return true }
    return first <= day
  }

  /// Whether a public text may have one of the names that stand at some keys.
  private func isUsed(_ entry: YAMLValue, by keys: [String]) -> Bool {
    keys.compactMap { entry[$0] }.flatMap(\.texts).contains(where: vocabulary.mayHave)
  }
}

extension YAMLValue {
  /// The value of a key of a mapping.
  fileprivate subscript(key: String) -> YAMLValue? {
    guard case .mapping(let pairs, _) = self else { return nil }
    return pairs.first { $0.key == key }?.value
  }

  fileprivate var text: String? {
    if case .scalar(let text, _) = self { text } else { nil }
  }

  /// The text, or those of a list.
  fileprivate var texts: [String] {
    if case .sequence(let values, _) = self { values.compactMap(\.text) } else { [text].compactMap(\.self) }
  }

  /// A mapping without some keys.
  fileprivate func without(_ keys: Set<String>) -> YAMLValue {
    guard case .mapping(let pairs, let line) = self else { return self }
    return .mapping(pairs.filter { !keys.contains($0.key) }, line: line)
  }

  /// A list with the values alone that are wanted.
  fileprivate func keeping(where isWanted: (YAMLValue) -> Bool) -> YAMLValue {
    guard case .sequence(let values, let line) = self else { return self }
    return .sequence(values.filter(isWanted), line: line)
  }

  /// A mapping with the values alone that are wanted in the list at a key.
  fileprivate func keeping(_ key: String, where isWanted: (YAMLValue) -> Bool) -> YAMLValue {
    guard case .mapping(let pairs, let line) = self else { return self }
    return .mapping(
      pairs.map { pair in
        guard pair.key == key else { return pair }
        return Pair(key: key, line: pair.line, value: pair.value.keeping(where: isWanted))
      }, line: line)
  }

  /// A list with the entries alone that have one of the ids.
  fileprivate func entries(_ ids: [String]) -> YAMLValue {
    let ids = Set(ids)
    return keeping { $0["id"]?.text.map(ids.contains) ?? true }
  }

  /// A list with each of its entries changed.
  fileprivate func entries(_ change: (YAMLValue) -> YAMLValue) -> YAMLValue {
    guard case .sequence(let values, let line) = self else { return self }
    return .sequence(values.map(change), line: line)
  }

  /// The same as JSON, every text between quotation marks, which YAML reads as the same.
  fileprivate var json: JSON {
    switch self {
    case .scalar(let text, _): .string(text)
    case .sequence(let values, _): .array(values.map(\.json))
    case .mapping(let pairs, _): .object(pairs.map { ($0.key, $0.value.json) })
    case .nothing: .written([])
    }
  }
}
