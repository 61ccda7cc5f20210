import FileSystem
package import Model
package import Sealing

/// What sealing a document did.
package struct SealedOutcome: Sendable {
  /// The sealed file.
  package let file: String
  /// The files that were sealed and are gone, by their paths from the folder of the content.
  package let files: [String]
  /// Files that may hold its text and are still there.
  package let leftovers: [String]
}

extension Archive {
  /// The keys to which documents are sealed.
  package var sealingKeys: [PublicKey] { recipients.filter(\.opensSealedContent).flatMap(\.keys) }

  /// Seals a document that lies open in a folder of content, and removes its files.
  ///
  /// Nothing is removed before the sealed file is on the disk. Where a former run was interrupted after that, what it
  /// left is removed.
  ///
  /// - Parameter identity: What the sealed file is read back with before anything is removed.
  package func seal(
    _ id: DocumentID, in content: String, identity: Identity?
  ) async throws -> SealedOutcome {
    let content = ContentFolder(content)
    let copies = try copies(of: id)
    let folder = try SealedFolder(content)
    return try await folder.locked {
      let document: SealedDocument
      let file: String
      if let sealedFile = copies.sealedFile {
        (document, file) = (try await opened(sealedFile, identity), sealedFile)
        guard try !document.openFiles(in: content).isEmpty else {
          throw copies.open == nil ? SealingProblem.isSealed(id, in: file) : .isAmbiguous(id)
        }
      } else {
        guard let open = copies.open else { throw SealingProblem.isAmbiguous(id) }
        (document, file) = (try SealedDocument(open, in: content), folder.newFile())
        try await folder.write(document, to: file, for: sealingKeys, identity: identity)
      }
      return SealedOutcome(
        file: file, files: try document.removeOpenFiles(from: content),
        leftovers: try document.leftovers(in: content))
    }
  }

  /// The document where it lies open, and the file in which it is sealed; an error where it is there more often.
  func copies(of id: DocumentID) throws -> (open: ArchivedDocument?, sealedFile: String?) {
    let copies = documents.filter { $0.id == id }
    let open = copies.filter { $0.sealedFile == nil }
    let sealed = copies.compactMap(\.sealedFile)
    guard open.count <= 1, sealed.count <= 1, !copies.isEmpty else { throw SealingProblem.isAmbiguous(id) }
    return (open.first, sealed.first)
  }

  /// The document in a sealed file, read anew.
  func opened(_ file: String, _ identity: Identity?) async throws -> SealedDocument {
    guard let identity else { throw SealingProblem.isUnreadable(file, reason: "no identity was given") }
    switch try await SealedFolder.open(file, with: identity) {
    case .success(let document): return document
    case .failure(let problem): throw SealingProblem.isUnreadable(file, reason: problem.reason)
    }
  }
}
