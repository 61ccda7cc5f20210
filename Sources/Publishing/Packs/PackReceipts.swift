import FileSystem
package import Model
package import PublishingCalendar

/// The receipts of packs: who was given which text before its release.
package struct PackReceipts: Sendable {
  private var lines: ChainedLines<PackReceipt>

  /// Reads the file and proves its chain; one that is not there is empty.
  package init(at path: String) throws {
    lines = try ChainedLines(at: path)
  }

  /// The number of the next receipt.
  package var nextSerial: Int { lines.entries.count + 1 }

  /// The digest of the last receipt, 64 zeros where there is none.
  package var lastDigest: String { lines.lastDigest }

  /// Writes the next receipt, and waits until it is on the disk.
  package mutating func add(
    _ edition: EditionID, stage: String, person: String, sealedFor: String?, made: Instant, text: Digest,
    page: Digest
  ) throws {
    try lines.append(
      PackReceipt(
        sequence: nextSerial, previous: lines.lastDigest, edition: edition, stage: stage, person: person,
        sealedFor: sealedFor, made: made, text: text, page: page))
    try FileSystem.syncFolder(FileSystem.split(lines.path).folder)
  }

  /// The last receipt of each person for a stage of an edition, in their order.
  package func latest(of edition: EditionID, stage: String) -> [PackReceipt] {
    var latest: [String: PackReceipt] = [:]
    for receipt in lines.entries where receipt.edition == edition && receipt.stage == stage {
      latest[receipt.person] = receipt
    }
    return latest.values.sorted { $0.sequence < $1.sequence }
  }

  /// The editions of which somebody has a copy.
  package var editions: Set<EditionID> { Set(lines.entries.map(\.edition)) }
}
