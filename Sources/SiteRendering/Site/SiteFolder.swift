package import Diagnostics
import Escaping
import FileSystem
package import Model
import StrictYAML

/// What the folder of the site holds: templates, styles, words and the frame around the pages.
package final class SiteFolder: Sendable {
  let configuration: SiteConfiguration
  let languages: [String: SiteLanguage]
  let assets: [Asset]

  init(configuration: SiteConfiguration, languages: [String: SiteLanguage], assets: [Asset]) {
    self.configuration = configuration
    self.languages = languages
    self.assets = assets
  }

  /// The largest file of the site, in bytes.
  private static let sizeLimit = 8 << 20

  /// Reads the folder; whatever is wrong with it is thrown as diagnostics, all at once.
  package static func load(from path: String, settings: ArchiveSettings) throws -> SiteFolder {
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
    if diagnostics.contains(where: { $0.severity == .error }) { throw SiteProblems(diagnostics: diagnostics) }
    return SiteFolder(
      configuration: configuration, languages: languages, assets: try Asset.load(from: path))
  }

  private static func yaml(_ name: String, in path: String, report: Report) throws -> Fields {
    let bytes = try FileSystem.read(path + "/" + name, limit: sizeLimit) ?? []
    guard let text = String(validating: bytes, as: UTF8.self) else {
      report.error("invalid-utf8", line: nil, "the file is not UTF-8")
      return Fields(.mapping([], line: 1), report: report)
    }
    return Fields(YAMLValue.parse(text, report: report) ?? .mapping([], line: 1), report: report)
  }

  /// The files of a folder with that ending, by name without it, in the order of the names.
  static func texts(in folder: String, endingIn ending: String) throws -> [(name: String, text: String)] {
    try FileSystem.entries(of: folder).filter { $0.kind == .file && $0.name.hasSuffix(ending) }.map { entry in
      let bytes = try FileSystem.read(folder + "/" + entry.name, limit: sizeLimit) ?? []
      return (String(entry.name.dropLast(ending.count)), String(decoding: bytes, as: UTF8.self))
    }
  }
}

/// Everything that is wrong with the folder of the site.
package struct SiteProblems: Error {
  package let diagnostics: [Diagnostic]
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
