package import Archive
package import Model
package import PublishingCalendar

extension Archive {
  /// The editions that the rules would make public at the instant although their release was missed, in order.
  ///
  /// Nothing becomes public because somebody saved a file: a release is missed where the public site has already
  /// gone past it, and where agreement or the clearing of a hold came after it.
  ///
  /// - Parameters:
  ///   - shown: The editions that the public has seen.
  ///   - last: The last instant whose archive was public.
  package func missedReleases(
    at instant: Instant, shown: Set<EditionID>, since last: Instant
  ) -> [EditionID] {
    documents.flatMap { document -> [EditionID] in
      let unseen = states(of: document, at: instant).filter { $0.state.isPublic && !shown.contains($0.id) }
      return unseen.filter { $0.release.map { $0 <= last } ?? false || isLate($0.id, in: document) }.map(\.id)
    }
  }

  /// Whether an edition waited for something else when its release came.
  private func isLate(_ id: EditionID, in document: ArchivedDocument) -> Bool {
    guard let edition = document.editions.first(where: { $0.id == id }),
      case .at(let release) = edition.status.release
    else { return false }
    let requirements = rules.requirements(of: edition, inspectorates: lists.inspectorates.map(\.id))
    return requirements.contains { $0.metFrom.map { $0 > release } ?? true }
  }

  /// Whether an edition that the public has not seen has a release in the time behind one instant and up to another,
  /// so that it will have been missed if it does not become public now.
  package func hasReleases(after last: Instant, upTo instant: Instant, besides shown: Set<EditionID>) -> Bool
  {
    documents.contains { document in
      document.editions.contains { edition in
        guard !shown.contains(edition.id), case .at(let release) = edition.status.release else {
          return false
        }
        return last < release && release <= instant
      }
    }
  }

  /// The archive with some editions held back.
  package func withholding(_ editions: Set<EditionID>) -> Archive {
    guard !editions.isEmpty else { return self }
    var archive = self
    for document in archive.documents.indices {
      for edition in archive.documents[document].editions.indices
      where editions.contains(archive.documents[document].editions[edition].id) {
        archive.documents[document].editions[edition].status.hold = .untilNewRelease
      }
    }
    return archive
  }
}

extension PublishingStatus.Hold {
  fileprivate static let untilNewRelease = Self(
    reason: "its release was missed", review: nil, cleared: nil)
}
