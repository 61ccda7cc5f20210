import Archive
import Diagnostics
import Escaping
import Model
import Publishing
import PublishingCalendar

extension Publication {
  /// What became of a release.
  struct Outcome {
    let planned: Instant
    /// Editions that stay back because their release was missed.
    let missed: [EditionID]
    /// All that was found while the site was written, and what of it stood in the way of editions that are due.
    let diagnostics: [Diagnostic]
    let broken: [Diagnostic]
    /// The sealed documents that were not opened.
    let unopened: UnopenedDocuments
    /// The files of the site, those that the last release has too, and the letters that were taken over from it.
    var counts: (files: Int, shared: Int, letters: Int)
    /// What somebody should look at: damage that was mended, words that the audit found perhaps by chance.
    var notes: [String] = []
    /// How long it took to read, to write and to prove.
    var stages = Stages()
    /// The entry of the ledger; nil where the public site stays as it is.
    var entry: LedgerEntry?
    /// What the step to it came to, which is when there is an entry.
    var swap: ReleaseSwap.Outcome?

    var hasBrokenEditions: Bool { broken.contains { $0.severity == .error } }

    /// Whether somebody who follows the releases has to know of it.
    var isWorthTelling: Bool { entry != nil || !missed.isEmpty || hasBrokenEditions }

    /// Whether something stays back that should not.
    var isIncomplete: Bool { hasBrokenEditions || unopened.hasErrors }

    var warnings: [String] { missed.map(Self.warning) + notes }

    static func warning(ofMissed edition: EditionID) -> String {
      "the release of \(edition) was missed; give it a new release, or add it with --backfill \(edition.document)"
    }

    var text: String {
      guard let entry else { return "Nothing has changed since the last release." }
      let changes = [
        ("published", entry.published), ("changed", entry.changed), ("added later", entry.backfilled),
        ("withdrawn", entry.withdrawn),
      ].filter { !$0.1.isEmpty }.map { "\($0.1.count) \($0.0)" }
      let removed = entry.removed.isEmpty ? [] : ["\(entry.removed.count) removed"]
      let what = (changes + removed).joined(separator: ", ")
      return "Release \(entry.release): \(counts.files) files, \(counts.files - counts.shared) of them new"
        + (what.isEmpty ? "" : "; \(what)") + ", as of \(planned.rfc3339)"
    }

    func json(with remotes: [RemoteOutcome]) -> JSON {
      let editions = { (list: [LedgerEntry.Edition]?) in JSON.strings((list ?? []).map(\.id)) }
      return .members([
        ("release", entry.map { .string($0.release) } ?? .null),
        ("planned", .string(planned.rfc3339)),
        ("actual", (entry?.actual).map { .string($0.rfc3339) } ?? .null),
        ("published", editions(entry?.published)), ("changed", editions(entry?.changed)),
        ("backfilled", editions(entry?.backfilled)), ("withdrawn", editions(entry?.withdrawn)),
        ("removed", .strings(entry?.removed ?? [])), ("missed", .strings(missed.map(\.description))),
        ("files", .number(counts.files)), ("shared", .number(counts.shared)),
        ("kept", .number(counts.letters)),
        ("remotes", .array(remotes.map(\.json))), ("seconds", stages.json),
        ("unopened", unopened.json),
      ])
    }
  }
}
