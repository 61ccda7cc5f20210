import Diagnostics
import FanOut
import FileSystem
import Model
import Sealing

/// The sealed documents of a content.
struct SealedFolder: Sendable {
  /// Its name in the content.
  static let name = "sealed"

  let folder: String
  /// The paths of the sealed files as the user would type them.
  let files: [String]
  /// What lies there and is no sealed file.
  private(set) var diagnostics: [Diagnostic] = []

  /// The folder at a path, whatever is in it.
  init(at path: String) {
    folder = path
    files = []
  }

  /// Looks for them; an error where the folder cannot be listed.
  init(_ content: ContentFolder) throws(FileError) {
    folder = content.displayPath(Self.name)
    guard FileSystem.kind(of: folder) == .folder else {
      files = []
      return
    }
    var files: [String] = []
    for entry in try FileSystem.entries(of: folder) {
      let path = folder + "/" + entry.name
      if Self.isDraft(entry.name) {
        diagnostics.append(
          Diagnostic(
            .warning, "unexpected-file", at: Place(file: path),
            "a run that was interrupted has left this, perhaps with the text of a document",
            expected: "another findings seal or unseal, which removes it"))
      }
      if entry.name.hasPrefix(".") { continue }
      guard entry.kind == .file, entry.isNameValid, entry.name.hasSuffix(".age") else {
        diagnostics.append(
          Diagnostic(
            .warning, "unexpected-file", at: Place(file: path), "this is no sealed document",
            expected: "files that findings seal made, ending in .age"))
        continue
      }
      files.append(path)
    }
    self.files = files
  }

  /// The documents that the identity opens, in memory, at most `jobs` at a time, and what is not opened.
  func open(
    with identity: Identity?, jobs: Int
  ) async throws -> (documents: [ScannedDocument], unopened: UnopenedDocuments) {
    guard let identity else { return ([], UnopenedDocuments(count: files.count, in: folder)) }
    let files = files
    let opened = try await gather(over: files.count, workers: jobs) { index in
      try await Self.open(files[index], with: identity)
    }
    var documents: [ScannedDocument] = []
    var unopened = UnopenedDocuments()
    for (file, result) in zip(files, opened) {
      switch result {
      case .success(let document): documents.append(document.scanned(from: file))
      case .failure(let problem): unopened.add(file, reason: problem.reason)
      }
    }
    return (documents, unopened)
  }

  /// The document in a sealed file, or why there is none; an error where nothing can be opened at all.
  static func open(
    _ file: String, with identity: Identity
  ) async throws -> Result<SealedDocument, SealedDocument.Problem> {
    do {
      let files = try Container.files(in: try await Age.decrypt(fileAt: file, with: identity))
      return .success(try SealedDocument(files))
    } catch OpeningFailure.noProgram(let error) {
      throw error
    } catch OpeningFailure.reason(let reason) {
      return .failure(SealedDocument.Problem(reason))
    } catch let problem as SealedDocument.Problem {
      return .failure(problem)
    } catch is Container.Problem {
      return .failure(SealedDocument.Problem("what is in it is not as findings seal writes it"))
    }
  }
}
