import Model
import Templates

/// What a reader sees of a letter at a glance: whether there is a priority action, and how many findings of
/// each other kind, each the way to the first of them.
struct FindingGlance: TemplateView {
  private let kind: FindingKind
  private let count: Int
  private let label: String
  private let href: String?

  /// The findings of a letter at a glance; none where it tells of none.
  ///
  /// - Parameter doubtful: The kinds that a part of the letter may hold which was not understood: of these it
  ///   does not say that there is none.
  static func all(
    _ findings: [Finding], doubtful: Set<FindingKind>, _ words: Words
  ) -> [FindingGlance] {
    guard !findings.isEmpty else { return [] }
    return FindingKind.judgements.compactMap { kind in
      let own = findings.filter { $0.kind == kind }
      let isKnownAbsent = kind == .priorityAction && !doubtful.contains(kind)
      guard isKnownAbsent || !own.isEmpty else { return nil }
      return FindingGlance(kind, own, words)
    }
  }

  private init(_ kind: FindingKind, _ findings: [Finding], _ words: Words) {
    self.kind = kind
    count = findings.count
    label = findings.isEmpty ? words[.noPriorityAction] : words[findings.count == 1 ? kind.name : kind.plural]
    href = findings.first.map { "#" + $0.id }
  }

  func child(named name: String) -> (any TemplateValue)? {
    switch name {
    case "kind": kind.rawValue
    case "count": count == 0 ? nil : count
    case "label": label
    case "href": href
    default: nil
    }
  }
}
