import Model
package import PublishingCalendar

/// A release that readers saw before and may see again.
package struct EarlierRelease {
  package let id: String
  private let folder: ReleaseFolder

  /// - Parameter name: The release; the one before the current one, unless named.
  package init(_ name: String?, in folder: ReleaseFolder) throws {
    guard let id = try name ?? folder.previous else { throw RollbackError.none }
    guard id != (try folder.current) else { throw RollbackError.current(id) }
    guard folder.ledger.entries.contains(where: { $0.release == id }), folder.has(id) else {
      throw RollbackError.unknown(id)
    }
    self.id = id
    self.folder = folder
  }

  /// Puts it before the public and pins it there.
  ///
  /// What was withdrawn or removed since never comes back; then, and where the release is not on the disk as it was,
  /// this is an error.
  package func restore(now: () -> Instant, jobs: Int) async throws {
    let record = try WrittenRecord(ofTree: folder.tree(of: id))
    let history = folder.ledger.history
    for edition in record.editions {
      guard let id = edition.editionID else { continue }
      if history.removed.contains(id.document), !record.removed.contains(id.document) {
        throw RollbackError.gone(id.document.description, "removed")
      }
      if history.withdrawn.contains(id), !record.withdrawn.contains(id) {
        throw RollbackError.gone(id.description, "withdrawn")
      }
    }
    let problems = try await ReleaseVerification(folder.manifest(of: id), in: folder.tree(of: id))
      .problems(jobs: jobs)
    if let first = problems.first { throw RollbackError.damaged(id, first.description) }
    try folder.show(folder.ledger.next(.rollback, release: id, planned: now()), now: now)
  }
}

/// Why readers cannot be shown an earlier release.
package enum RollbackError: Error, CustomStringConvertible {
  case none
  case current(String)
  case unknown(String)
  case gone(String, String)
  case damaged(String, String)

  package var description: String {
    switch self {
    case .none: "there is no earlier release to go back to"
    case .current(let id): "readers see release \(id) already"
    case .unknown(let id): "there is no release \(id) any more; the ledger names those that there were"
    case .gone(let what, let how):
      "the release has the text of \(what), which was \(how) since; what was \(how) never comes back"
    case .damaged(let id, let problem): "release \(id) is not as it was: \(problem)"
    }
  }
}
