import FileSystem

/// What a look at a public site finds that is not as its ledger says; nothing is changed.
package struct LedgerProof: Sendable {
  package private(set) var problems: [String] = []
  package let entryCount: Int
  package let editionCount: Int
  package private(set) var releaseCount = 0

  /// - Parameter path: The folder of the site; an error where its ledger cannot be believed.
  package init(of path: String, jobs: Int) async throws {
    guard FileSystem.kind(of: path + "/ledger.jsonl") != nil else { throw LedgerProofError(path: path) }
    let ledger = try Ledger(at: path + "/ledger.jsonl")
    entryCount = ledger.entries.count
    editionCount = ledger.history.editions.count
    let current = try FileSystem.target(ofLink: path + "/current")
    guard let release = ledger.history.release, current == "releases/" + release else {
      problems.append(
        "readers are shown \(current ?? "nothing"), and the ledger says \(ledger.history.release ?? "nothing")"
      )
      return
    }
    for release in Set(ledger.entries.map(\.release)).sorted() {
      try await prove(release, in: path, jobs: jobs)
    }
    guard problems.isEmpty, ledger.entries.last?.kind != .rollback else { return }
    let record = try WrittenRecord(ofTree: path + "/releases/" + release)
    problems += HistoryComparison(record, after: ledger.history).violations.map(\.description)
  }

  private mutating func prove(_ release: String, in path: String, jobs: Int) async throws {
    let folder = path + "/releases/" + release
    guard FileSystem.kind(of: folder) != nil else { return }
    releaseCount += 1
    do {
      problems += try await ReleaseVerification(ReleaseManifest(of: release, in: path), in: folder)
        .problems(jobs: jobs).map { "release \(release): \($0)" }
    } catch let error as ReleaseError {
      problems.append(error.description)
    }
  }
}

/// A folder without a ledger.
package struct LedgerProofError: Error, CustomStringConvertible {
  let path: String

  package var description: String {
    "\(path) has no ledger.jsonl; --to takes the folder that findings publish wrote to"
  }
}
