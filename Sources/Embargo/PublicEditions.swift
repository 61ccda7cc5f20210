package import Archive
package import Model
package import PublishingCalendar

extension Archive {
  /// The first edition of a document that readers see at the instant, or that they saw before its text was removed;
  /// nil where there is none.
  package func firstSeenEdition(of id: DocumentID, at instant: Instant) -> StateReport? {
    documents.filter { $0.id == id }.flatMap { states(of: $0, at: instant) }
      .first { $0.state.isPublic || $0.state == .removed }
  }
}
