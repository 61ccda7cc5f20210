import Archive
import Escaping
import Model
import Sealing

/// What is said to whoever has sealed a document: what was done, and who else may still hold its text.
struct SealedWords {
  let id: DocumentID
  let outcome: SealedOutcome
  /// For how many keys it is sealed.
  let keys: Int

  /// Where git may have seen the document: in any folder for order, as a file or as a folder.
  var patterns: [String] {
    ["\(id.slug).md", "\(id.slug)/**"].map { "\(id.collection.rawValue)/**/\($0)" }
  }

  func lines(_ memory: GitMemory) -> [String] {
    let leftovers = outcome.leftovers.map { "\($0) may hold its text too; look at it and delete it." }
    let done =
      "\(id) is sealed for \(count(keys, "key")); \(count(outcome.files.count, "file")) of it "
      + (outcome.files.count == 1 ? "is gone." : "are gone.")
    return [done] + leftovers + words(memory)
  }

  private func words(_ memory: GitMemory) -> [String] {
    switch memory {
    case .noRepository:
      ["The content is in no git repository. Copies and backups of it may hold the text."]
    case .unknown(let reason): ["Nobody knows whether git remembers its text: \(reason)"]
    case .history(commits: 0, _, isInIndex: false):
      ["Git has never seen its files. Backups and the deleted blocks of the disk may hold the text."]
    case .history(commits: 0, _, isInIndex: true):
      ["Git remembers its text, as files that were added and not committed: " + cure]
    case .history(let commits, pushed: 0, _):
      [
        "Git remembers its text in \(count(commits, "commit")) of this repository, none of them known to be "
          + "elsewhere. Before you push, take out every path that the document had (git filter-repo "
          + "--invert-paths), then: " + cure
      ]
    case .history(let commits, let pushed, _):
      [
        "Git remembers its text in \(count(commits, "commit")), \(pushed) of them known to be elsewhere. Whoever "
          + "can read those repositories can read it: sealing keeps only later changes from them.",
        "To take it out, rewrite every copy (git filter-repo) and ask whoever runs the server to drop the old "
          + "commits.",
      ]
    }
  }

  private var cure: String {
    "git add --all, git reflog expire --expire=now --all, git gc --prune=now"
  }

  private func count(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }
}

extension UnopenedDocuments {
  /// How many there are; nil where there are none.
  var json: JSON? { count == 0 ? nil : .number(count) }
}

extension SealingProblem: CustomStringConvertible {
  /// Why, and what to do.
  package var description: String {
    switch self {
    case .noRecipients:
      "nobody opens sealed documents; give somebody in recipients.yml 'sealed-content: true'"
    case .isSealed(let id, let file): "\(id) is sealed already, in \(file)"
    case .isOpen(let id): "\(id) is not sealed"
    case .isAmbiguous(let id): "\(id) lies in several places; findings check names them"
    case .isNoPart(let path):
      "\(path) is no edition and no attachment, and would stay behind; remove it or close what holds it"
    case .isTooLarge(let path): "\(path) is too large to be sealed"
    case .pathIsTooLong(let path):
      "\(path) is too long a path; expected names of at most 100 bytes in folders of at most 155"
    case .isLink(let path): "\(path) is a symbolic link, which is not followed; put a folder in its place"
    case .isLocked(let folder): "somebody else seals in \(folder); run the command again in a moment"
    case .hasChanged(let path):
      "\(path) is not as it was sealed, and was kept; keep it or the sealed file, and delete the other"
    case .isNotReadBack(let file): "\(file) did not read back as it was written; nothing was removed"
    case .isUnreadable(let file, let reason): "\(file) cannot be opened: \(reason)"
    }
  }
}
