import Model
package import PublishingCalendar

/// A release that readers saw before and may see again.
package struct EarlierRelease {
  package let id: String
  /// Why those that readers saw after it are not shown again, the last one first.
  package let passedOver: [RollbackError]
  private let folder: ReleaseFolder

  /// - Parameter name: The release; unless named, the last one that may be shown.
  package init(_ name: String?, in folder: ReleaseFolder) throws {
    self.folder = folder
    if let name {
      try Self.check(name, in: folder)
      (id, passedOver) = (name, [])
    } else {
      (id, passedOver) = try Self.last(in: folder)
    }
  }

  private static func last(in folder: ReleaseFolder) throws -> (String, [RollbackError]) {
    var passedOver: [RollbackError] = []
    for release in try folder.earlier {
      do {
        try check(release, in: folder)
        return (release, passedOver)
      } catch let error as RollbackError {
        passedOver.append(error)
      }
    }
    throw RollbackError.none(passedOver)
  }

  /// An error where readers may not see the release: what was withdrawn or removed since never comes back.
  private static func check(_ release: String, in folder: ReleaseFolder) throws {
    guard release != (try folder.current) else { throw RollbackError.current(release) }
    guard folder.ledger.entries.contains(where: { $0.release == release }) else {
      throw RollbackError.unknown(release)
    }
    guard folder.has(release) else { throw RollbackError.notKept(release) }
    let record = try WrittenRecord(ofTree: folder.tree(of: release))
    let history = folder.ledger.history
    for id in record.editions.compactMap(\.editionID) {
      if history.removed.contains(id.document), !record.removed.contains(id.document) {
        throw RollbackError.gone(release, id.document.description, "removed")
      }
      if history.withdrawn.contains(id), !record.withdrawn.contains(id) {
        throw RollbackError.gone(release, id.description, "withdrawn")
      }
    }
  }

  /// Puts it before the public and pins it there; an error where it is not on the disk as it was.
  package func restore(now: () -> Instant, jobs: Int) async throws {
    let problems = try await ReleaseVerification(folder.manifest(of: id), in: folder.tree(of: id))
      .problems(jobs: jobs)
    if let first = problems.first { throw RollbackError.damaged(id, first.description) }
    try folder.show(folder.ledger.next(.rollback, release: id, planned: now()), now: now)
  }
}

/// Why readers cannot be shown an earlier release.
package enum RollbackError: Error, Equatable, CustomStringConvertible {
  /// None of all that there were, each for its reason.
  case none([RollbackError])
  case current(String)
  case unknown(String)
  case notKept(String)
  case gone(String, String, String)
  case damaged(String, String)

  package var description: String {
    switch self {
    case .none([]): "there is no earlier release to go back to"
    case .none(let reasons):
      "there is no earlier release to go back to: " + reasons.map(\.description).joined(separator: "; ")
    case .current(let id): "readers see release \(id) already"
    case .unknown(let id): "there was no release \(id); the ledger names those that there were"
    case .notKept(let id):
      "release \(id) is not kept any more, since it held a text that was removed or --keep was smaller"
    case .gone(let id, let what, let how):
      "release \(id) has the text of \(what), which was \(how) since; what was \(how) never comes back"
    case .damaged(let id, let problem): "release \(id) is not as it was: \(problem)"
    }
  }
}
