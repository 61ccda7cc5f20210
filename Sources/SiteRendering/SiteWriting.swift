package import Embargo

extension SiteRenderer {
  /// Writes a whole site: the documents, then the pages about them.
  ///
  /// - Parameters:
  ///   - kept: What the last build of the same site left, whose tree the output has as its last.
  ///   - whenDocumentsAreWritten: Takes what was found in the documents before the pages are begun; what it
  ///     throws ends the work.
  /// - Returns: What was found in the documents, and the number of pages; nil where an error in a text stands in the
  ///   way of publishing, so that no page about documents is written.
  package static func writeSite(
    of archive: PublishedArchive, with site: SiteFolder, to sink: any OutputSink, scope: SiteScope, jobs: Int,
    kept: KeptSite? = nil, whenDocumentsAreWritten: (Result) async throws -> Void = { _ in }
  ) async throws -> (documents: Result, pages: Int?) {
    let renderer = try await SiteRenderer(
      archive, site: site, sink: sink, jobs: jobs, scope: scope, kept: kept)
    let documents = try await renderer.renderDocuments(jobs: jobs)
    try await whenDocumentsAreWritten(documents)
    guard !documents.hasErrors else { return (documents, nil) }
    return (documents, try await renderer.renderPages(after: documents, jobs: jobs))
  }
}
