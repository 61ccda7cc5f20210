import Model

extension PublishedArchive {
  /// The part of what is public that belongs to one inspectorate, under a title of its own.
  ///
  /// It holds each document of which a public edition names the inspectorate, so that none leaves the part
  /// again, and the pages of the archive itself. Of the lists it holds what these documents name; the
  /// inspectorates stay whole, since they inspect together. Nothing is known of a removed document but its
  /// address, so that its tombstone stands in every part. The timelines of its letters are those of the whole.
  package func part(of inspectorate: String, titled title: String) -> PublishedArchive {
    let own = documents.filter { document in
      document.id.collection == .pages
        || document.editions.contains { $0.edition.inspectorates.contains(inspectorate) }
    }
    var settings = settings
    settings.title = title
    return PublishedArchive(
      settings: settings, lists: lists.entries(namedBy: own), documents: own, removals: removals,
      timelines: timelines, editorial: editorial, isPacked: isPacked)
  }
}
