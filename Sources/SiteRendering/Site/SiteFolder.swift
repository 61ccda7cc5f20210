package import Diagnostics
import Escaping
import FileSystem
package import Model
import StrictYAML

/// What the folder of the site holds: templates, styles, words and the frame around the pages.
package final class SiteFolder: Sendable {
  let configuration: SiteConfiguration
  let languages: [String: SiteLanguage]
  let assets: Assets
  let channels: [Channel]
  /// The archive that the site is a part of, where it is the site of a channel.
  let archive: ArchiveReference?
  /// What is odd about the folder and keeps nothing from being published.
  package let warnings: [Diagnostic]
  /// The digest of the files of the folder.
  let digest: Digest

  init(
    configuration: SiteConfiguration, languages: [String: SiteLanguage], assets: Assets,
    channels: [Channel] = [], archive: ArchiveReference? = nil, warnings: [Diagnostic] = [],
    digest: Digest
  ) {
    self.configuration = configuration
    self.languages = languages
    self.assets = assets
    self.channels = channels
    self.archive = archive
    self.warnings = warnings
    self.digest = digest
  }

  /// The ids of the channels, in their order.
  package var channelIDs: [String] { channels.map(\.id) }

  /// The largest file of the site, in bytes.
  private static let sizeLimit = 8 << 20

  /// Reads the folder; whatever is wrong with it is thrown as `SiteProblems`, all at once, but for a file
  /// that is no text at all.
  ///
  /// - Parameter inspectorates: The ids of the inspectorates, each of which may have a channel.
  package static func load(
    from path: String, settings: ArchiveSettings, inspectorates: [String] = []
  ) throws -> SiteFolder {
    // Before anything is read: what is changed meanwhile then belongs to no digest.
    let digest = try Digest(ofFilesIn: path)
    let report = Report(file: path + "/site.yml")
    let configuration = SiteConfiguration(try yaml("site.yml", in: path, report: report))
    let templates = try texts(in: path + "/templates", endingIn: ".mustache")
    var diagnostics = report.diagnostics
    var languages: [String: SiteLanguage] = [:]
    for (name, _) in try texts(in: path + "/strings", endingIn: ".yml") {
      let report = Report(file: path + "/strings/\(name).yml")
      let words = Words(
        language: name, try yaml("strings/\(name).yml", in: path, report: report), report: report)
      let library = TemplateLibrary(templates, words: words, folder: path + "/templates", report: report)
      languages[name] = SiteLanguage(words: words, templates: library)
      diagnostics += report.diagnostics
    }
    if languages[SiteLanguage.code(of: settings.language)] == nil {
      diagnostics.append(
        Diagnostic(
          .error, "missing-language", at: Place(file: path + "/strings"),
          "there are no words in the language of the archive, \(settings.language)",
          expected: "the file strings/\(SiteLanguage.code(of: settings.language)).yml"))
    }
    let channels = try ChannelFolder(path + "/channels", settings: settings, inspectorates: inspectorates)
    diagnostics += channels.diagnostics
    diagnostics += SearchAssets.warnings(in: path)
    if diagnostics.contains(where: { $0.severity == .error }) { throw SiteProblems(diagnostics: diagnostics) }
    return SiteFolder(
      configuration: configuration, languages: languages, assets: try Assets.load(from: path),
      channels: channels.channels, warnings: diagnostics, digest: digest)
  }

  private static func yaml(_ name: String, in path: String, report: Report) throws -> Fields {
    let text = try text(of: path + "/" + name)
    return Fields(YAMLValue.parse(text, report: report) ?? .mapping([], line: 1), report: report)
  }

  /// The files of a folder with that ending, by name without it, in the order of the names.
  static func texts(in folder: String, endingIn ending: String) throws -> [(name: String, text: String)] {
    try FileSystem.entries(of: folder).filter { $0.kind == .file && $0.name.hasSuffix(ending) }.map { entry in
      (String(entry.name.dropLast(ending.count)), try text(of: folder + "/" + entry.name))
    }
  }

  /// The text of a file, which must be one.
  static func text(of path: String) throws -> String {
    guard let text = String(validating: try bytes(of: path), as: UTF8.self) else {
      throw SiteProblems(path, "invalid-utf8", "the file is not UTF-8")
    }
    return text
  }

  /// The bytes of a file, which must not be too large to be one of the site.
  static func bytes(of path: String) throws -> Bytes {
    guard let bytes = try FileSystem.read(path, limit: sizeLimit) else {
      throw SiteProblems(path, "input-too-large", "the file is larger than 8 MiB")
    }
    return bytes
  }
}

extension Digest {
  /// The digest of the files of a folder with their paths.
  fileprivate init(ofFilesIn folder: String) throws {
    let files = try FileSystem.files(below: folder)
    self.init(ofParts: try files.flatMap { [Bytes($0.utf8), try Digest(ofFile: folder + "/" + $0).raw] })
  }
}

/// Everything that is wrong with the folder of the site.
package struct SiteProblems: Error {
  /// The problems in the order of the files; at least one is an error.
  package let diagnostics: [Diagnostic]

  fileprivate init(diagnostics: [Diagnostic]) {
    self.diagnostics = diagnostics
  }

  fileprivate init(_ file: String, _ rule: String, _ message: Message) {
    self.init(diagnostics: [Diagnostic(.error, rule, at: Place(file: file), message)])
  }
}

/// The words and templates of one language.
struct SiteLanguage: Sendable {
  let words: Words
  let templates: TemplateLibrary

  /// The language without its region: `en` of `en-GB`.
  static func code(of language: String) -> String {
    String(language.prefix { $0 != "-" }).lowercased()
  }
}
