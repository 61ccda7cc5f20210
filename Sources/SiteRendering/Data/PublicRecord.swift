import Embargo
import Escaping
import Model
import PublishingCalendar

/// The public record, `record.json`: every public edition, what its text is, and what became of it.
///
/// `{"format": "findings-record-1", "editions": [{"document", "edition", "address", "release", "digest",
/// "change", "minor", "withdrawn": {"at", "reason", "decided-by"}, "attachments": [{"name", "sha256"}]}],
/// "removed": [{"document", "address", "at", "reason", "decided-by"}]}`; one line an edition.
struct PublicRecord {
  let archive: PublishedArchive
  let outcomes: [DocumentOutcome]

  /// The file.
  func document() -> Bytes {
    var bytes = Bytes()
    bytes.append("{\n\"format\": \"findings-record-1\",\n\"editions\": [")
    write(outcomes.lazy.flatMap(\.record).map(edition), to: &bytes)
    bytes.append("],\n\"removed\": [")
    write(archive.removals.lazy.map(removal), to: &bytes)
    bytes.append("]\n}\n")
    return bytes
  }

  private func write(_ lines: some Sequence<JSON>, to bytes: inout Bytes) {
    var isFirst = true
    for line in lines {
      bytes.append(isFirst ? "\n" : ",\n")
      bytes.append(contentsOf: line.line())
      isFirst = false
    }
    if !isFirst { bytes.append("\n") }
  }

  private func edition(_ record: EditionRecord) -> JSON {
    let edition = record.shown.edition
    let attachments = record.attachments.map { file in
      JSON.object([
        ("name", .string(file.attachment.name)), ("sha256", .string(file.digest.description)),
      ])
    }
    let withdrawn: JSON? = record.shown.withdrawal.map {
      .members([
        ("at", .string($0.at.rfc3339)), ("reason", .string($0.reason)),
        ("decided-by", .text($0.decidedBy)),
      ])
    }
    return .members([
      ("document", .string(edition.id.document.description)),
      ("edition", .number(edition.id.number)),
      ("address", .string(edition.id.address.path)),
      ("release", .string(record.shown.release.rfc3339)),
      ("digest", .string(record.digest.description)),
      ("change", .text(edition.change)),
      ("minor", edition.isMinor ? .bool(true) : nil),
      ("withdrawn", withdrawn),
      ("attachments", attachments.isEmpty ? nil : .array(attachments)),
    ])
  }

  private func removal(_ removal: RemovedDocument) -> JSON {
    .members([
      ("document", .string(removal.id.description)),
      ("address", .string(removal.id.address.path)),
      ("at", .text(removal.notice?.at.rfc3339)),
      ("reason", .text(removal.notice?.reason)),
      ("decided-by", .text(removal.notice?.decidedBy)),
    ])
  }
}
