package import Archive
import Embargo
import Escaping
import FileSystem
package import Model
package import PublishingCalendar
package import SiteRendering

/// Proves that a site tells nothing that is not public at its instant.
///
/// It is built again from a copy of the content from which everything unreleased was deleted: whatever differs depends
/// on what readers must not know. What that cannot prove, since files go to readers as they are, is looked for: titles,
/// names and every eight words in a row of what is unreleased, as far as no public source has them.
package struct EmbargoAudit: Sendable {
  private let archive: Archive
  private let content: String
  private let site: SiteFolder
  private let sitePath: String
  private let instant: Instant
  private let jobs: Int
  private let workFolder: String

  /// - Parameters:
  ///   - archive: What was built, editions that were left out being held in it.
  ///   - content: The folder that it was read from.
  ///   - site: The templates, styles and words, and the folder that they were read from.
  ///   - workFolder: Where copies of the content are made; nobody else may look into it.
  package init(
    _ archive: Archive, content: String, site: (read: SiteFolder, path: String), at instant: Instant,
    jobs: Int, workFolder: String
  ) {
    self.archive = archive
    self.content = content
    self.site = site.read
    sitePath = site.path
    self.instant = instant
    self.jobs = jobs
    self.workFolder = workFolder
  }

  /// Looks at a site, channels included, that was built of the archive at the instant.
  ///
  /// - Parameters:
  ///   - folder: Where the site is.
  ///   - digests: The digests of its files by their paths.
  ///   - shown: The digests of files that readers have seen: what they tell cannot be kept back any more.
  package func report(
    onSite folder: String, digests: [String: Digest], shown: Set<Digest> = []
  ) async throws -> AuditReport {
    let published = archive.published(at: instant)
    let pruned = try await PrunedContent(
      of: archive, in: content, keeping: published, at: instant, jobs: jobs, workFolder: workFolder)
    let expected = try await digestsOfSite(of: pruned)
    var report = AuditReport(unopened: archive.unopened)
    report.fileCount = digests.count
    report.differences = Self.differences(of: digests, from: expected)
    var phrases = PhraseSet(of: archive, besides: published, using: pruned.vocabulary, at: instant)
    report.unreleasedCount =
      archive.documents.map(\.editions.count).reduce(0, +)
      - published.documents.map(\.editions.count).reduce(0, +)
    phrases.close()
    let mentions = try await PublicSources(pruned, site: sitePath, of: published).mentions(
      of: phrases, jobs: jobs)
    phrases.remove(mentions.map(\.phrase))
    phrases.close()
    report.phraseCount = phrases.count
    report.mentions = Self.reported(mentions, of: phrases, in: pruned.path)
    let (hits, unread) = try await OutputScan(phrases: phrases, folder: folder, workFolder: workFolder).hits(
      in: digests, jobs: jobs)
    report.unread = unread
    let different = Set(report.differences.map(\.file))
    let shownEditions = Set(published.documents.flatMap { $0.editions.map(\.edition.id) })
    for hit in hits {
      let leak = AuditReport.Leak(file: hit.file, secret: hit.secret)
      let isNewCopy =
        digests[hit.file].map { pruned.attachments.contains($0) && !shown.contains($0) } ?? false
      // What the staff write of an edition to come is in no text, so that no page comes to say it by chance.
      let isForStaff =
        hit.secret.kind == .status && hit.secret.subject.edition.map { !shownEditions.contains($0) } ?? false
      if different.contains(hit.file) || ((isNewCopy || isForStaff) && hit.secret.isTelling) {
        report.leaks.append(leak)
      } else {
        report.chances.append(leak)
      }
    }
    return report
  }

  /// Builds the site of the pruned content, of which nothing is kept.
  private func digestsOfSite(of content: PrunedContent) async throws -> [String: Digest] {
    let archive = try await Archive.load(from: content.path, jobs: jobs)
    let output = try DigestOutput(in: workFolder)
    _ = try await SiteRenderer.writeSite(
      of: archive.published(at: instant), with: site, to: output, scope: .archiveAndChannels, jobs: jobs)
    return try output.digests()
  }

  private static func differences(
    of digests: [String: Digest], from expected: [String: Digest]
  ) -> [AuditReport.Difference] {
    let present = digests.compactMap { file, digest -> AuditReport.Difference? in
      guard let other = expected[file] else { return .init(kind: .added, file: file) }
      return other == digest ? nil : .init(kind: .differs, file: file)
    }
    let missing = expected.keys.filter { digests[$0] == nil }
    return (present + missing.map { .init(kind: .missing, file: $0) }).sorted { $0.file < $1.file }
  }

  /// The mentions that tell of a document in the text of another.
  ///
  /// Editions of one document share most of their words, and letters share phrases: only titles and names tell.
  private static func reported(
    _ mentions: [PublicSources.Mention], of phrases: PhraseSet, in folder: String
  ) -> [AuditReport.Mention] {
    var known: Set<AuditReport.Mention> = []
    return mentions.compactMap { mention in
      let secret = phrases.secrets[mention.secret]
      guard [.title, .slug, .fileName].contains(secret.kind), secret.kind == .slug || !secret.isShort,
        mention.file.hasPrefix(folder + "/")
      else { return nil }
      let source = String(mention.file.dropFirst(folder.count + 1))
      if let document = secret.subject.document, source.hasPrefix("\(document)/") { return nil }
      let found = AuditReport.Mention(source: source, secret: secret)
      return known.insert(found).inserted ? found : nil
    }
  }
}
