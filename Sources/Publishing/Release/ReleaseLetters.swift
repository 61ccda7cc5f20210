import Escaping
import FileSystem
private import Foundation
import Model
import SiteRendering

/// What the letters of the release that readers see have left, so that the next one renders those alone that change.
///
/// What the letters of the next release leave lies with its tree in the private staging folder until readers see it.
struct ReleaseLetters {
  let layout: ReleaseLayout

  private var note: String { layout.kept + "/note" }
  private var index: String { layout.kept + "/index" }
  private var records: String { layout.kept + "/records" }

  /// What it is that was left.
  private struct Note: Codable {
    let release: String
    let program: String
    /// The digest of what tells where letters were left.
    let index: String
  }

  /// What the letters of a release left, where this program made it; else nothing yet.
  func site(after release: String?, jobs: Int) async throws -> KeptSite {
    try FileSystem.makePrivateFolder(layout.kept)
    if let kind = FileSystem.kind(of: records), kind != .file { try FileSystem.remove(records) }
    return try await KeptSite(
      recordsIn: records, index: release.flatMap(knownIndex), newOnesIn: layout.stagedRecords, jobs: jobs)
  }

  private func knownIndex(of release: String) -> Bytes? {
    guard let note = readNote(), note.release == release, note.program == (try? RunningProgram.name),
      let bytes = try? FileSystem.read(index, limit: 1 << 30), Digest(of: bytes).description == note.index
    else { return nil }
    return bytes
  }

  private func readNote() -> Note? {
    guard let bytes = try? FileSystem.read(note, limit: 1 << 16) else { return nil }
    return try? JSONDecoder().decode(Note.self, from: Data(bytes))
  }

  /// Keeps what the letters of a release left that readers see now; where that cannot be done, the next release renders
  /// everything.
  func settle(_ letters: KeptSite, of release: String) throws {
    do {
      try FileSystem.remove(note)
      try letters.settle()
      let bytes = letters.index()
      try replace(index, with: bytes)
      guard let program = try RunningProgram.name else { return }
      let note = Note(release: release, program: program, index: Digest(of: bytes).description)
      try replace(self.note, with: Bytes(JSONEncoder().encode(note)))
    } catch {
      try FileSystem.remove(layout.kept)
    }
  }

  private func replace(_ path: String, with bytes: Bytes) throws(FileError) {
    try FileSystem.remove(path)
    try FileSystem.createDurably(path, bytes, mode: 0o600)
  }

  /// Removes what was left by another release than this: readers may not see its text any more.
  func removeAll(besides release: String?) throws {
    if readNote()?.release != release { try FileSystem.remove(layout.kept) }
  }
}
