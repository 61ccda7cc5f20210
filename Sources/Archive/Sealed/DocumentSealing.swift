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
  /// Nothing is removed before the sealed file is on the disk. Where this was interrupted after that, it removes what
  /// was left, if the identity shows that it is sealed.
  ///
  /// - Parameter identity: What the sealed file is read back with before anything is removed.
  package func seal(
    _ id: DocumentID, in content: String, identity: Identity?
  ) async throws -> SealedOutcome {
    let content = ContentFolder(content)
    let copies = documents.filter { $0.id == id }
    let open = copies.filter { $0.sealedFile == nil }
    let sealedFile = copies.lazy.compactMap(\.sealedFile).first
    guard let document = open.first else { throw SealingProblem.isSealed(id, in: sealedFile ?? "") }
    guard open.count == 1 else { throw SealingProblem.isAmbiguous(id) }
    let folder = try SealedFolder(content)
    return try await folder.locked {
      let lying = try OpenDocument(document, in: content)
      let file = sealedFile ?? folder.newFile()
      if sealedFile != nil {
        try await check(lying, isIn: file, identity)
      } else {
        try await folder.write(lying.contents, to: file, for: sealingKeys, identity: identity)
      }
      try lying.remove()
      return SealedOutcome(
        file: file, files: lying.contents.files.map(\.path), leftovers: try lying.leftovers())
    }
  }

  private func check(_ document: OpenDocument, isIn file: String, _ identity: Identity?) async throws {
    let sealed = try await opened(file, identity)
    guard document.contents.files.allSatisfy(sealed.files.contains) else {
      throw SealingProblem.differs(document.contents.place, from: file)
    }
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
