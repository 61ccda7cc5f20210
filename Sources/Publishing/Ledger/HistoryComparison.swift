import Escaping
import FileSystem
package import Model

/// What a new release changes in what the public has seen, and what of that must not be (rules 4, 5 and 7).
package struct HistoryComparison: Sendable {
  package private(set) var published: [LedgerEntry.Edition] = []
  package private(set) var changed: [LedgerEntry.Edition] = []
  package private(set) var withdrawn: [LedgerEntry.Edition] = []
  package private(set) var removed: [DocumentID] = []
  package private(set) var violations: [Violation] = []

  /// Something that has once been public and would be undone.
  package enum Violation: Equatable, Sendable, CustomStringConvertible {
    case altered(EditionID)
    case vanished(EditionID)
    case restored(EditionID)
    case reappeared(DocumentID)
    case lostAddress(String)

    package var description: String {
      switch self {
      case .altered(let id):
        "the text of \(id) is not the one that readers saw; undo the change, or make it a new edition"
      case .vanished(let id):
        "\(id) was public and no longer is; what has been public is withdrawn or removed, never undone"
      case .restored(let id):
        "\(id) was withdrawn and no longer is; publish it anew as another edition"
      case .reappeared(let id):
        "the text of \(id) was removed and would come back; leave its removal in place"
      case .lostAddress(let path): "/\(path) would lead nowhere; an address is for ever"
      }
    }
  }

  package init(_ record: WrittenRecord, after history: PublicHistory) {
    let known = Set(history.editions.keys.map(\.document))
    let removals = Set(record.removed)
    var shown: Set<EditionID> = []
    for edition in record.editions {
      guard let id = edition.editionID else { continue }
      shown.insert(id)
      if history.removed.contains(id.document) {
        violations.append(.reappeared(id.document))
      } else if let before = history.editions[id] {
        if before.digest != edition.digest { violations.append(.altered(id)) }
      } else if known.contains(id.document) {
        changed.append(edition)
      } else {
        published.append(edition)
      }
      if record.withdrawn.contains(id) {
        if !history.withdrawn.contains(id) { withdrawn.append(edition) }
      } else if history.withdrawn.contains(id) {
        violations.append(.restored(id))
      }
    }
    for id in history.editions.keys.sorted() where !shown.contains(id) {
      if !removals.contains(id.document), !history.removed.contains(id.document) {
        violations.append(.vanished(id))
      }
    }
    removed = record.removed.filter { !history.removed.contains($0) && known.contains($0) }
  }

  /// Adds the addresses of criteria and redirects that the last release had and the new one lacks.
  ///
  /// Those of documents and editions are in the record, and attachments are part of a text. Lists may grow shorter.
  ///
  /// - Parameter folder: Where the last release is.
  package mutating func compareAddresses(
    of last: ReleaseManifest, in folder: String, with new: ReleaseManifest
  ) throws {
    let kept = Set(new.files.map(\.path))
    for file in last.files where file.path.hasSuffix("/index.html") && !kept.contains(file.path) {
      let isRedirect = try FileSystem.read(folder + "/" + file.path, limit: 4096)?.isRedirect ?? false
      if isRedirect || file.path.hasPrefix("criteria/") {
        violations.append(.lostAddress(String(file.path.dropLast("index.html".count))))
      }
    }
  }
}

extension Bytes {
  /// Whether the page only leads to another one.
  fileprivate var isRedirect: Bool {
    String(decoding: self, as: UTF8.self).contains("http-equiv=\"refresh\"")
  }
}
