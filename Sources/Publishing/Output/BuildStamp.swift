import FileSystem
private import Foundation
import Model
package import PublishingCalendar

/// What the last build of a folder was made of, and what it wrote: where neither has changed since, and the public
/// site does not change with time either, another build would write what is there.
///
/// It stands beside the folder as `.NAME.stamp`. No byte of a site is ever taken from it; without it everything is
/// built.
package struct BuildStamp: Codable {
  /// What a build is made of, as far as it can be told without reading it.
  package struct Inputs: Codable, Equatable {
    /// The program that builds.
    let program: String
    /// The content and the site.
    let files: String
    /// What was asked for, where it decides what is written.
    let options: [String]

    /// - Parameter folders: The content and the site.
    package init?(_ folders: [String], options: [String], now: Instant) throws {
      let folders = try FolderFingerprint(of: folders)
      // A file that was changed just now can be changed again without its times telling.
      guard now.milliseconds - Int64(folders.lastChange / 1_000_000) > Self.tick else { return nil }
      guard let path = FileSystem.resolved("/proc/self/exe") else { return nil }
      let state = try FileSystem.state(of: path)
      program = "\(state.number) \(state.size) \(state.modified) \(state.changed)"
      files = folders.digest.description
      self.options = options
    }

    /// How long the clock of a file system may stand still, in milliseconds.
    private static let tick: Int64 = 2000
  }

  private let inputs: Inputs
  private let output: String
  private let from: Int64
  private let until: Int64?
  /// What the build reported, for people.
  package let report: String
  /// What it counted, by names.
  package let counts: [String: Int]

  /// The stamp of a build that has just written a folder.
  ///
  /// - Parameter change: The first moment after the build's own at which the public site changes.
  package init(
    _ inputs: Inputs, output: String, from instant: Instant, until change: Instant?, report: String,
    counts: [String: Int], jobs: Int
  ) async throws {
    self.inputs = inputs
    self.output = try await FolderFingerprint(of: [output], jobs: jobs).digest.description
    from = instant.milliseconds
    until = change?.milliseconds
    self.report = report
    self.counts = counts
  }

  /// The stamp of a folder; nil where there is none, or it says that a build at the instant would write something else.
  package init?(of output: String, for inputs: Inputs, at instant: Instant, jobs: Int) async throws {
    guard let bytes = try? FileSystem.read(Self.path(of: output), limit: 64 << 20),
      let stamp = try? JSONDecoder().decode(Self.self, from: Data(bytes)), stamp.inputs == inputs,
      stamp.from <= instant.milliseconds, stamp.until.map({ instant.milliseconds < $0 }) ?? true,
      try await FolderFingerprint(of: [output], jobs: jobs).digest.description == stamp.output
    else { return nil }
    self = stamp
  }

  /// Puts it beside the folder, for this user alone: a report may name what is not public.
  package func write(of output: String) throws {
    let path = Self.path(of: output)
    try FileSystem.remove(path)
    try FileSystem.createDurably(path, [UInt8](try JSONEncoder().encode(self)), mode: 0o600)
  }

  /// Takes away what is said of a folder that is about to be another one.
  package static func remove(of output: String) throws { try FileSystem.remove(path(of: output)) }

  private static func path(of output: String) -> String {
    let (folder, name) = FileSystem.split(
      output.count > 1 && output.hasSuffix("/") ? String(output.dropLast()) : output)
    return folder + "/." + name + ".stamp"
  }
}
