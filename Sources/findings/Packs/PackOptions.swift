import Archive
import ArgumentParser
import Diagnostics
import Model
import Publishing
import SiteRendering

/// Where the receipts of packs are.
struct PackOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The receipts of packs; packs.jsonl in the folder of the content, unless given.", valueName: "file"))
  var packs: String?

  func path(in content: String) -> String { packs ?? Self.path(in: content) }

  /// Where they are unless somebody keeps them elsewhere.
  static func path(in content: String) -> String { content + "/packs.jsonl" }

  /// Warnings about editions whose text is not the one that somebody was given as final; an error where the receipts
  /// cannot be believed.
  func outdatedPacks(of archive: Archive, content: String) throws -> [Diagnostic] {
    let receipts: PackReceipts
    do {
      receipts = try PackReceipts(at: path(in: content))
    } catch let error as ChainError {
      let place = Place(file: error.path, line: error.line)
      return [Diagnostic(.error, "receipts", at: place, "\(error.reason)")]
    }
    let given = receipts.editions
    return try archive.documents.flatMap { document in
      try document.editions.filter { given.contains($0.id) && $0.status.removal == nil }.flatMap { edition in
        let text = try document.textDigest(of: edition.edition, settings: archive.settings)
        return receipts.latest(of: edition.id, stage: PackStage.final.rawValue).filter { $0.text != text }
          .map { edition.warning(about: $0) }
      }
    }
  }
}

extension ArchivedEdition {
  fileprivate func warning(about receipt: PackReceipt) -> Diagnostic {
    Diagnostic(
      .warning, "outdated-pack", at: Place(file: file),
      "the text is not the one that \(quoting: receipt.person) was given as final in copy \(receipt.sequence)",
      expected: "another copy for them, or the text as it was")
  }
}
