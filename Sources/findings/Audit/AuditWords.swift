import Archive
import Audit
import Escaping
import PublishingCalendar

extension AuditReport {
  /// The report for people; none of it quotes what is unreleased.
  var lines: [String] {
    problems.map { "error: \($0)" } + warnings.map { "warning: \($0)" } + mentions.map { "note: \($0.text)" }
      + [
        """
        \(fileCount) files, \(unreleasedCount) unreleased editions, \(phraseCount) phrases looked for: \(verdict)
        """
      ]
  }

  private var verdict: String {
    guard isClean else { return "this must not become public" }
    guard unopened.count > 0 else { return "nothing has leaked" }
    let documents = unopened.count == 1 ? "1 sealed document" : "\(unopened.count) sealed documents"
    return "nothing of these has leaked; of \(documents) nothing was looked for"
  }

  /// What keeps the site from becoming public; of many things the first, since one cause has many places.
  var problems: [String] {
    Self.firstOf(differences.map(\.text)) + Self.firstOf(leaks.map { "\($0.file) tells \($0.secret.text)" })
  }

  /// What somebody should look at.
  var warnings: [String] {
    Self.firstOf(
      Dictionary(grouping: chances, by: \.secret).map { secret, places in
        let files = places.count == 1 ? "" : " and \(places.count - 1) more files"
        return "\(secret.text), perhaps by chance, in \(places[0].file)\(files)"
      }.sorted())
      + Self.firstOf(unread.map { "\($0) could not be looked into" })
  }

  private static let most = 20

  private static func firstOf(_ lines: [String]) -> [String] {
    lines.count <= most ? lines : lines.prefix(most) + ["… and \(lines.count - most) more of the kind"]
  }

  // MARK: JSON

  func json(at instant: Instant) -> JSON {
    let places = { (leaks: [Leak]) in
      JSON.array(
        leaks.map { leak in
          .object([("file", .string(leak.file))] + leak.secret.members)
        })
    }
    return .members([
      ("instant", .string(instant.rfc3339)), ("files", .number(fileCount)),
      ("unreleased", .number(unreleasedCount)), ("phrases", .number(phraseCount)),
      (
        "differences",
        .array(
          differences.map { .object([("file", .string($0.file)), ("kind", .string($0.kind.rawValue))]) })
      ),
      ("leaks", places(leaks)), ("chances", places(chances)), ("unread", .strings(unread)),
      (
        "mentions",
        .array(mentions.map { .object([("source", .string($0.source))] + $0.secret.members) })
      ),
      ("unopened", unopened.json),
    ])
  }
}

extension AuditReport.Difference {
  fileprivate var text: String {
    switch kind {
    case .differs: "\(file) is another file than without what is unreleased"
    case .added: "\(file) is there because of what is unreleased"
    case .missing: "\(file) is missing because of what is unreleased"
    }
  }
}

extension AuditReport.Mention {
  fileprivate var text: String { "readers can learn \(secret.text) from \(source)" }
}

extension Secret {
  fileprivate var text: String {
    switch kind {
    case .title: "the title of \(subject)"
    case .slug: "the name of \(subject)"
    case .fileName: "the name of a file of \(subject)"
    case .text: "words of \(subject)"
    case .status: "what is for the staff in \(subject)"
    case .person: "who agreed, cleared or decided in \(subject)"
    case .listEntry: "a name in \(subject)"
    }
  }

  fileprivate var members: [(String, JSON)] {
    [("kind", .string(kind.rawValue)), ("of", .string(subject.description))]
  }
}
