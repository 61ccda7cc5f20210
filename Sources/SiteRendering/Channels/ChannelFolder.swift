import Diagnostics
import FileSystem
import Model
import StrictYAML

/// The channels of the folder `channels` of the site, a file for each.
struct ChannelFolder {
  let channels: [Channel]
  let diagnostics: [Diagnostic]

  /// Reads the folder; there need be none.
  ///
  /// - Parameter inspectorates: The ids that the archive knows. A file that seems to mean one of them but is
  ///   named otherwise is an error, since its channel would vanish; one that means none is only reported, so
  ///   that a site also serves an archive of fewer inspectorates.
  init(_ path: String, settings: ArchiveSettings, inspectorates: [String]) throws {
    var channels: [Channel] = []
    var diagnostics: [Diagnostic] = []
    let entries = FileSystem.kind(of: path) == .folder ? try FileSystem.entries(of: path) : []
    for entry in entries where !entry.name.hasPrefix(".") {
      let report = Report(file: path + "/" + entry.name)
      defer { diagnostics += report.diagnostics }
      guard entry.kind == .file, entry.name.hasSuffix(".yml") else {
        report.error("unknown-file", line: nil, "this is no channel", expected: "files such as ofsted.yml")
        continue
      }
      let id = String(entry.name.dropLast(4))
      let text = try SiteFolder.text(of: path + "/" + entry.name)
      let value = YAMLValue.parse(text, report: report) ?? .mapping([], line: 1)
      guard !report.hasErrors else { continue }
      let fields = Fields(value, report: report)
      guard let channel = Channel(id: id, fields, archive: settings), !report.hasErrors else { continue }
      if inspectorates.contains(id) {
        channels.append(channel)
      } else if let near = nearMiss(for: id, among: inspectorates) {
        report.error(
          "unknown-id", line: nil, "no inspectorate has the id '\(id)'",
          expected: "an id of inspectorates.yml", suggestion: near + ".yml")
      } else {
        report.warning(
          "unknown-id", line: nil, "no inspectorate has the id '\(id)', so it gets no channel",
          expected: "an id of inspectorates.yml")
      }
    }
    self.channels = channels
    self.diagnostics = diagnostics
  }
}
