import Diagnostics
import Embargo
import Model
@testable import SiteRendering
import TestSupport
import Testing

@Suite struct `The file of a channel` {
  private static let good = ChannelSample.file("Letters", address: "https://letters.example.org")

  @Test(arguments: [
    (good, "ofsted.yml", []),
    (good + "navigation: [{title: Letters, href: /letters/}]\n", "ofsted.yml", []),
    (
      good.replacing("title: Letters\n", with: ""), "ofsted.yml",
      ["error:1: the key 'title' is missing; expected: 'title: …'"]
    ),
    (
      good.replacing("description:", with: "descripton:"), "ofsted.yml",
      [
        "error:1: the key 'description' is missing; expected: 'description: …'",
        "error:3: unknown key 'descripton'; expected: one of address, colours, description, navigation, title; "
          + "did you mean: description",
      ]
    ),
    (
      good.replacing("accent-dark", with: "dark"), "ofsted.yml",
      [
        "error:4: the key 'accent-dark' is missing; expected: 'accent-dark: …'",
        "error:4: unknown key 'dark'; expected: one of accent, accent-dark",
      ]
    ),
    (
      good.replacing("#5b2a7b", with: "purple"), "ofsted.yml",
      ["error:4: 'accent' is 'purple'; expected: a colour such as \"#0b4f6c\", in quotation marks"]
    ),
    (
      good.replacing("#5b2a7b", with: "#777777").replacing("#d0b1ea", with: "#11181e"), "ofsted.yml",
      [
        "error:4: 'accent' has a contrast of 4.4 to 1 on #ffffff; expected: at least 4.5 to 1, so that everybody "
          + "can read it",
        "error:4: 'accent-dark' has a contrast of 1.0 to 1 on #11181d; expected: at least 4.5 to 1, so that "
          + "everybody can read it",
      ]
    ),
    (
      good.replacing("example.org", with: "example.org/letters/"), "ofsted.yml",
      [
        "error:2: 'address' is 'https://letters.example.org/letters/'; expected: an address without a path, such "
          + "as https://letters.example.org/"
      ]
    ),
    (
      good.replacing("letters.example.org", with: "Findings.example.org"), "ofsted.yml",
      ["error:2: 'address' is that of the archive; expected: the address of another host"]
    ),
    (
      good + "title: Twice\n", "ofsted.yml",
      [
        "error:1: the YAML cannot be read: the key 'title' stands there twice; expected: keys and values as "
          + "`key: value`, text with `: ` or ` #` in quotation marks"
      ]
    ),
    (
      good, "ofstd.yml",
      [
        "error: no inspectorate has the id 'ofstd'; expected: an id of inspectorates.yml; did you mean: ofsted.yml"
      ]
    ),
    (
      good, "health-and-safety.yml",
      [
        "warning: no inspectorate has the id 'health-and-safety', so it gets no channel; expected: an id of "
          + "inspectorates.yml"
      ]
    ),
    (good, "ofsted.yaml", ["error: this is no channel; expected: files such as ofsted.yml"]),
  ])
  func `is read strictly`(text: String, name: String, problems: [String]) async throws {
    let copy = try SiteCopy()
    try copy.write(Array(text.utf8), to: "channels/" + name)
    #expect(try await Self.problems(of: copy) == problems)
  }

  @Test(arguments: [
    ("Site/channels/ofsted.yml", "ofsted"), ("Site/channels/cqc.yml", "cqc"),
    ("Site/channels/hmicfrs.yml", "hmicfrs"), ("Site/channels/hmi-probation.yml", "hmi-probation"),
  ])
  func `is there for each inspectorate of the archive`(file: String, id: String) async throws {
    let published = try await Content {}.published(at: "2025-01-01")
    let site = try SiteFolder.load(
      from: BuiltSite.folder, settings: published.settings,
      inspectorates: published.lists.inspectorates.map(\.id))
    #expect(site.channelIDs.contains(id), "\(file)")
    #expect(site.warnings.isEmpty)
  }

  @Test func `has its colours checked against the paper of the styles`() throws {
    let styles = try SiteFolder.texts(in: BuiltSite.folder + "/styles", endingIn: ".css").map(\.text).joined()
    #expect(styles.contains("--paper: #fff;"))
    #expect(styles.contains("--paper: #11181d;"))
  }

  /// What is wrong with the folder, a line each.
  private static func problems(of copy: SiteCopy) async throws -> [String] {
    let published = try await Content {}.published(at: "2025-01-01")
    let diagnostics: [Diagnostic]
    do {
      diagnostics = try SiteFolder.load(
        from: copy.path, settings: published.settings, inspectorates: published.lists.inspectorates.map(\.id)
      ).warnings
    } catch let problems as SiteProblems {
      diagnostics = problems.diagnostics
    }
    return diagnostics.map { found in
      [
        "\(found.severity.rawValue)\(found.place.line.map { ":\($0)" } ?? ""): \(found.message.text)",
        found.expected.map { "expected: \($0.text)" }, found.suggestion.map { "did you mean: \($0)" },
      ].compactMap(\.self).joined(separator: "; ")
    }
  }
}
