import FileSystem
import Sealing

extension SealedFolder {
  /// A path for another sealed file, with a name of 128 random bits.
  func newFile() -> String {
    let digits = (0..<2).map { _ in
      let text = String(UInt64.random(in: .min ... .max), radix: 16)
      return String(repeating: "0", count: 16 - text.count) + text
    }
    return "\(folder)/\(digits.joined()).age"
  }

  /// Where something is until it is whole and gets its name: beside a sealed file, so that whatever a killed process
  /// leaves is in one place.
  func draft(for sealedFile: String) -> String { "\(folder)/.\(FileSystem.split(sealedFile).name).new" }

  /// Whether a name is one of a draft.
  static func isDraft(_ name: String) -> Bool { name.hasPrefix(".") && name.hasSuffix(".age.new") }

  /// Does the work while nobody else seals in the folder, which is made where it is not there, and in which a killed
  /// process has left nothing.
  func locked<Value>(_ work: () async throws -> Value) async throws -> Value {
    try FileSystem.makeFolder(folder)
    guard let lock = try FolderLock(folder) else { throw SealingProblem.isLocked(folder) }
    do {
      try removeDrafts()
      let value = try await work()
      lock.release()
      return value
    } catch {
      lock.release()
      throw error
    }
  }

  private func removeDrafts() throws {
    for entry in try FileSystem.entries(of: folder) where Self.isDraft(entry.name) {
      try FileSystem.remove(folder + "/" + entry.name)
    }
  }

  /// Seals a document into a file, in one step: whoever reads it, also after a crash, finds what was there or the new
  /// one, which was read back before.
  ///
  /// - Parameter identity: What it is read back with; without it, only the head of the file says for how many keys it
  ///   is.
  func write(
    _ document: SealedDocument, to path: String, for keys: [PublicKey], identity: Identity?
  ) async throws {
    guard !keys.isEmpty else { throw SealingProblem.noRecipients }
    let container: [UInt8]
    do {
      container = try Container.bytes(of: document.files)
    } catch {
      throw SealingProblem.pathIsTooLong(document.place)
    }
    let sealed = try await Age.encrypt(container, for: keys)
    let draft = draft(for: path)
    do {
      try FileSystem.createDurably(draft, sealed)
      if let identity {
        guard try await Age.decrypt(fileAt: draft, with: identity) == container else {
          throw SealingProblem.isNotReadBack(path)
        }
      }
      guard Age.keyCount(of: sealed) == keys.count,
        try FileSystem.read(draft, limit: sealed.count) == sealed
      else { throw SealingProblem.isNotReadBack(path) }
      try FileSystem.rename(draft, to: path)
    } catch {
      try? FileSystem.remove(draft)
      throw error
    }
    try FileSystem.syncFolder(folder)
    try FileSystem.syncFolder(FileSystem.split(folder).folder)
  }
}
