import Escaping
import FileSystem
private import Foundation
import Model
package import PublishingCalendar
package import SiteRendering

/// What the last build of a folder was made of, what it wrote, and what it left of its letters for the next one.
///
/// Where neither content nor folder has changed since, and the public site does not change with time either, another
/// build would write what is there. Where something has changed, the letters that it does not concern need not be
/// rendered again.
///
/// It stands beside the folder as `.NAME.last`, for this user alone: it holds what was public at the instant of the
/// build, and reports may name what was not. Without it everything is built, and every byte is the same.
package struct LastBuild {
  /// What a build is made of, as far as it can be told without reading it.
  package struct Inputs: Codable, Equatable {
    /// The program that builds.
    let program: String
    /// The content and the site; nil where they were changed so shortly before the build that their times do not tell.
    let files: String?
    /// What was asked for, where it decides what is written.
    let options: [String]

    /// - Parameter folders: The content and the site.
    package init?(_ folders: [String], options: [String], now: Instant) throws {
      let folders = try FolderFingerprint(of: folders)
      guard let program = try RunningProgram.name else { return nil }
      self.program = program
      let age = now.milliseconds - Int64(folders.lastChange / 1_000_000)
      files = age > Self.tick ? folders.digest.description : nil
      self.options = options
    }

    /// How long the clock of a file system may stand still, in milliseconds.
    private static let tick: Int64 = 2000

    /// Whether the same program was asked for the same.
    func asksForTheSame(as other: Inputs) -> Bool { program == other.program && options == other.options }
  }

  /// What is noted of a build.
  private struct Note: Codable {
    let inputs: Inputs
    let output: String
    let from: Int64
    let until: Int64?
    let report: String
    let counts: [String: Int]
    /// The digest of what tells where letters were left.
    let index: String
  }

  private let output: String
  private let inputs: Inputs
  /// Nil where there is none, or the folder is not what it says.
  private let note: Note?
  /// What the last build wrote, where it is what the folder holds.
  private let written: FolderFingerprint?

  /// Looks at what the last build left beside a folder, and whether the folder is still what it wrote.
  package init(of output: String, for inputs: Inputs, jobs: Int) async throws {
    let output = FileSystem.resolved(output) ?? FileSystem.trimmed(output)
    self.output = output
    self.inputs = inputs
    let found = try await Self.note(of: output, jobs: jobs)
    note = found?.note
    written = found?.written
  }

  private init(_ output: String, _ inputs: Inputs) {
    (self.output, self.inputs, note, written) = (output, inputs, nil, nil)
  }

  /// The files of the folder, where it is what the last build wrote.
  var files: [String]? { written?.paths }

  /// The same where no other build has written the folder since it was looked at, else as if there had been none; asked
  /// for when no other build can.
  func confirmed() -> LastBuild {
    guard let note, Self.note(of: output)?.output == note.output else { return LastBuild(output, inputs) }
    return self
  }

  /// What the last build reported and counted, where a build at the instant would write the same.
  package func result(at instant: Instant) -> (report: String, counts: [String: Int])? {
    guard let note, inputs.files != nil, note.inputs == inputs, note.from <= instant.milliseconds,
      note.until.map({ instant.milliseconds < $0 }) ?? true
    else { return nil }
    return (note.report, note.counts)
  }

  /// What the letters left; no other build may be writing the folder.
  package func letters(jobs: Int) async throws -> KeptSite {
    try FileSystem.makePrivateFolder(Self.folder(of: output))
    let index = note.flatMap { note in
      note.inputs.asksForTheSame(as: inputs) ? Self.index(of: output, note.index) : nil
    }
    return try await KeptSite(recordsIn: Self.folder(of: output) + "/records", index: index, jobs: jobs)
  }

  // MARK: A copy of the folder

  /// Where a second tree of the same files is, which the next build brings up to date.
  var copy: String { Self.folder(of: output) + "/tree" }

  /// Removes a copy that has not just the files of the folder: nothing else shall get there by it.
  package func checkCopy(jobs: Int) async throws {
    guard let written, FileSystem.kind(of: copy) != nil else { return }
    let found = try? await FolderFingerprint(of: [copy], jobs: jobs)
    if FileSystem.kind(of: copy) != .folder || found?.digest != written.digest { try FileSystem.remove(copy) }
  }

  /// Puts the copy into an empty folder; false where there is none that can be used.
  func moveCopy(to folder: String) throws -> Bool {
    guard FileSystem.kind(of: copy) == .folder else { return false }
    guard note != nil else {
      try FileSystem.remove(copy)
      return false
    }
    for entry in try FileSystem.entries(of: copy) {
      try FileSystem.rename(copy + "/" + entry.name, to: folder + "/" + entry.name)
    }
    try FileSystem.removeFolder(copy)
    return true
  }

  // MARK: The next build

  /// Forgets what is said of the folder, which is about to be another one.
  func forget() throws { try FileSystem.remove(Self.folder(of: output) + "/note") }

  /// Removes what a build has left that failed, where none before it left anything.
  func clearUp() throws {
    if note == nil { try FileSystem.remove(Self.folder(of: output)) }
  }

  /// Removes whatever the last build of a folder left.
  package static func remove(of output: String) throws {
    try FileSystem.remove(folder(of: FileSystem.resolved(output) ?? FileSystem.trimmed(output)))
  }

  /// Notes the build that has just written the folder.
  ///
  /// - Parameters:
  ///   - letters: What letters leave for the next build.
  ///   - change: The first moment after the build's own at which the public site changes.
  ///   - report: What was reported, for people.
  ///   - counts: What was counted, by names.
  ///   - difference: What alone the build did to the files of the folder; nil where it did more.
  func note(
    _ letters: KeptSite, from instant: Instant, until change: Instant?, report: String,
    counts: [String: Int], difference: TreeDifference?, jobs: Int
  ) async throws {
    try letters.settle()
    let index = letters.index()
    let note = Note(
      inputs: inputs, output: try await digest(after: difference, jobs: jobs).description,
      from: instant.milliseconds, until: change?.milliseconds, report: report, counts: counts,
      index: Digest(of: index).description)
    try Self.write(index, as: "index", of: output)
    try Self.write([UInt8](try JSONEncoder().encode(note)), as: "note", of: output)
  }

  /// The digest of the folder as it is now.
  private func digest(after difference: TreeDifference?, jobs: Int) async throws -> Digest {
    guard let written, let difference else {
      return try await FolderFingerprint(of: [output], jobs: jobs).digest
    }
    return try written.digest(after: difference, in: output)
  }

  // MARK: Files

  private static func folder(of output: String) -> String {
    let (folder, name) = FileSystem.split(output)
    return folder + "/." + name + ".last"
  }

  private static func write(_ bytes: Bytes, as name: String, of output: String) throws {
    let path = folder(of: output) + "/" + name
    try FileSystem.remove(path)
    try FileSystem.createDurably(path, bytes, mode: 0o600)
  }

  private static func read(_ name: String, of output: String) -> Bytes? {
    try? FileSystem.read(folder(of: output) + "/" + name, limit: 1 << 30)
  }

  /// The note of a folder; nil where there is none, or the folder is not what it says.
  private static func note(
    of output: String, jobs: Int
  ) async throws -> (note: Note, written: FolderFingerprint)? {
    guard FileSystem.kind(of: output) != nil, let note = note(of: output) else { return nil }
    let found = try await FolderFingerprint(of: [output], jobs: jobs)
    guard found.digest.description == note.output else { return nil }
    return (note, found)
  }

  private static func note(of output: String) -> Note? {
    read("note", of: output).flatMap { try? JSONDecoder().decode(Note.self, from: Data($0)) }
  }

  private static func index(of output: String, _ digest: String) -> Bytes? {
    read("index", of: output).flatMap { Digest(of: $0).description == digest ? $0 : nil }
  }
}
