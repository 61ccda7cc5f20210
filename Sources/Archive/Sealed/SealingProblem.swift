package import Model

/// Why a document cannot be sealed, or a sealed one cannot be opened for good.
package enum SealingProblem: Error {
  /// Nobody in `recipients.yml` opens sealed documents.
  case noRecipients
  /// It is sealed already, in that file.
  case isSealed(DocumentID, in: String)
  /// It lies open already.
  case isOpen(DocumentID)
  /// It is there in several places, and nobody can say which one is meant.
  case isAmbiguous(DocumentID)
  /// Something in the folder of the document is no file of it, and would stay behind.
  case isNoPart(String)
  /// A file is larger than its kind may be, or all of them than can be sealed.
  case isTooLarge(String)
  /// The path is longer than a container holds.
  case pathIsTooLong(String)
  /// A folder of its place in the content is a symbolic link.
  case isLink(String)
  /// Somebody else seals in the folder.
  case isLocked(String)
  /// A file says something else than the one that was sealed.
  case hasChanged(String)
  /// What was written does not read back as what was sealed.
  case isNotReadBack(String)
  /// A sealed file does not open.
  case isUnreadable(String, reason: String)
}
