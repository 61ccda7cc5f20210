package import Archive
package import Diagnostics
import EditorialChecks
import FanOut
import Markdown
import Model
package import PublishingCalendar

extension Archive {
  /// The archive with the texts of editions read and checked, and what was found added to each.
  ///
  /// What is public at an instant decides which links lead somewhere; `published` says it.
  ///
  /// - Parameters:
  ///   - published: What is public.
  ///   - includesPublic: Whether the texts of public editions are checked too, or only the others.
  ///   - jobs: How many texts are read at a time.
  package func checkingTexts(
    with published: PublishedArchive, includesPublic: Bool, jobs: Int
  ) async throws -> Archive {
    let suggestions = published.documents.map(\.id.description)
    let editorial = editorialChecks
    let findings = FindingChecks(self, published)
    let checks = try await fanOut(over: documents.count, jobs: jobs) { index in
      let document = documents[index]
      let shifts = findings.shifts(in: document)
      return document.editions.enumerated().map { position, edition in
        guard includesPublic || !published.shows(edition) else { return TextCheck() }
        var check = TextCheck(
          of: edition, in: document, self, published, editorial: editorial, findings: findings,
          suggestions: suggestions)
        check.diagnostics += shifts[position] ?? []
        return check
      }
    }
    var anchors: [DocumentID: Set<String>] = [:]
    for (document, found) in zip(documents, checks) {
      guard let current = published.document(document.id)?.current.edition.body.file,
        let position = document.editions.firstIndex(where: { $0.file == current })
      else { continue }
      anchors[document.id] = includesPublic ? found[position].anchors : nil
    }
    var checked = self
    for index in documents.indices {
      var names = AttachmentNames()
      for position in documents[index].editions.indices {
        let check = checks[index][position]
        checked.documents[index].editions[position].diagnostics +=
          check.diagnostics + check.fragments.compactMap { $0.warning(anchors: anchors) }
          + names.add(check.attachments, file: documents[index].editions[position].file)
      }
    }
    return checked
  }

  /// Everything that is wrong at the instant, each thing once; of editions that are not public nothing is
  /// quoted.
  ///
  /// An edition that its errors alone keep back is no secret: its release has come.
  package func allDiagnostics(with published: PublishedArchive, at instant: Instant) -> [Diagnostic] {
    let due = Set(brokenDueEditions(at: instant).filter { $0.status.release.instant != nil }.map(\.file))
    return diagnostics + unopened.diagnostics
      + documents.flatMap { document in
        document.editions.flatMap { edition in
          let mayBeQuoted = published.shows(edition) || due.contains(edition.file)
          // Two things may read the same once their quotations are left out.
          let found = Set(edition.diagnostics)
          return mayBeQuoted ? Array(found) : found.map(\.redacted)
        }
      }
  }
}

extension PublishedArchive {
  /// Whether readers see that edition, and not another file that claims the same id.
  fileprivate func shows(_ edition: ArchivedEdition) -> Bool {
    document(edition.id.document)?.editions.contains { $0.edition.body.file == edition.file } ?? false
  }
}

/// What the reading of one text found.
private struct TextCheck: Sendable {
  var diagnostics: [Diagnostic] = []
  var fragments: [DocumentFragment] = []
  var anchors: Set<String> = []
  var attachments: [String] = []

  init() {}

  init(
    of edition: ArchivedEdition, in document: ArchivedDocument, _ archive: Archive,
    _ published: PublishedArchive, editorial: EditorialChecks, findings: FindingChecks,
    suggestions: [String]
  ) {
    do {
      let text = try EditionText(edition.edition, settings: archive.settings)
      let blocks = text.markdown.blocks()
      let attachment = { name in document.attachments.first { $0.name == name } }
      diagnostics =
        text.diagnostics(
          isPublic: { published.leads(to: $0) || findings.isCriterion($0) }, suggestions: suggestions,
          attachment: attachment)
        + findings.findings(of: edition.edition, blocks: blocks).diagnostics
        + CriterionTables(blocks).diagnostics(of: edition.edition)
        + ConsultationQuestion.diagnostics(of: edition.edition, blocks: blocks)
        + editorial.diagnostics(
          in: text, blocks: blocks, of: edition.edition, release: edition.status.release.instant,
          dueDate: archive.dueDate(of: document), attachment: attachment)
      fragments = text.fragments
      attachments = text.attachmentNames
      anchors = Set(text.markdown.anchors)
    } catch {
      diagnostics = [
        Diagnostic(.error, "unreadable", at: Place(file: edition.file), "\(String(describing: error))")
      ]
    }
  }
}
