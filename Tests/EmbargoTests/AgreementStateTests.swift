import Archive
import Embargo
import Model
import TestSupport
import Testing

@Suite struct `An edition that needs agreement` {
  private static let rule = "agreement: {collections: [letters, overviews], from: 2024-01-01}"
  private static let release = "release: 2024-03-12\ninspectorates: [ofsted, cqc]\n"
  private static let asked = "these inspectorates have not agreed the text: "

  private static func agreed(_ entries: String) -> String { release + "agreed:\n" + entries }

  @Test(arguments: [
    StateCase(
      release, settings: rule, at: "2024-03-13", .awaitingAgreement, asked + "ofsted, cqc"),
    StateCase(
      release, settings: rule, at: "2024-03-01", .awaitingAgreement, asked + "ofsted, cqc"),
    StateCase(
      agreed("- {inspectorate: ofsted, at: 2024-03-01, digest: DIGEST}"), settings: rule, at: "2024-03-13",
      .awaitingAgreement, asked + "cqc"),
    StateCase(
      agreed(
        "- {inspectorate: ofsted, at: 2024-03-01, digest: DIGEST}\n- {inspectorate: cqc, at: 2024-03-02, digest: DIGEST}"
      ),
      settings: rule, at: "2024-03-13", .published, "released on 2024-03-12T09:30:00+00:00"),
    StateCase(
      agreed(
        "- {inspectorate: ofsted, at: 2024-03-01, digest: DIGEST}\n- {inspectorate: cqc, at: 2024-03-02, digest: DIGEST}"
      ),
      settings: rule, at: "2024-03-05", .embargoed, "its release is on 2024-03-12T09:30:00+00:00",
      changes: "2024-03-12"),
    StateCase(
      agreed(
        "- {inspectorate: ofsted, at: 2024-03-01, digest: DIGEST}\n- {inspectorate: cqc, at: 2024-03-02, digest: 1234}"
      ),
      settings: rule, at: "2024-03-13", .awaitingAgreement,
      asked + "cqc; the text changed after cqc agreed"),
    StateCase(
      agreed(
        "- {inspectorate: ofsted, at: 2024-03-01, digest: 1}\n- {inspectorate: cqc, at: 2024-03-02, digest: 2}"
      ),
      settings: rule, at: "2024-03-13", .awaitingAgreement,
      asked + "ofsted, cqc; the text changed after ofsted, cqc agreed"),
    StateCase(
      agreed(
        "- {inspectorate: cqc, at: 2024-03-02, digest: 1}\n- {inspectorate: cqc, at: 2024-03-09, digest: DIGEST}\n"
          + "- {inspectorate: ofsted, at: 2024-03-01, digest: DIGEST}"),
      settings: rule, at: "2024-03-13", .published, "released on 2024-03-12T09:30:00+00:00"),
    StateCase(
      agreed(
        "- {inspectorate: ofsted, at: 2024-03-14, digest: DIGEST}\n- {inspectorate: cqc, at: 2024-03-20, digest: DIGEST}"
      ),
      settings: rule, at: "2024-03-13", .awaitingAgreement, asked + "ofsted, cqc", changes: "2024-03-20 00:00"
    ),
    StateCase(
      agreed(
        "- {inspectorate: ofsted, at: 2024-03-14, digest: DIGEST}\n- {inspectorate: cqc, at: 2024-03-20, digest: DIGEST}"
      ),
      settings: rule, at: "2024-03-20 00:00", .published, "released on 2024-03-12T09:30:00+00:00"),
    StateCase(
      agreed("- {inspectorate: ofsted, at: 2024-03-14, digest: DIGEST}"), settings: rule, at: "2024-03-13",
      .awaitingAgreement, asked + "ofsted, cqc"),
    StateCase(
      "release: 2024-03-12", settings: rule, at: "2024-03-13", .awaitingAgreement,
      asked + "ofsted, cqc, hmicfrs, hmi-probation"),
    StateCase(
      agreed("- {inspectorate: hmicfrs, at: 2024-03-01, digest: DIGEST}"), settings: rule, at: "2024-03-13",
      .awaitingAgreement, asked + "ofsted, cqc"),
    StateCase(
      agreed("- {inspectorate: ofsted, digest: DIGEST}"), settings: rule, at: "2024-03-13", .invalid,
      "it has errors; findings check lists them"),
  ])
  func `waits until every inspectorate has agreed the text as it stands`(row: StateCase) async throws {
    try await row.check()
  }

  @Test(arguments: [
    StateCase(release, at: "2024-03-13", .published, "released on 2024-03-12T09:30:00+00:00"),
    StateCase(
      release, settings: "agreement: {collections: [overviews], from: 2024-01-01}", at: "2024-03-13",
      .published,
      "released on 2024-03-12T09:30:00+00:00"),
    StateCase(
      release, settings: "agreement: {collections: [letters], from: 2024-03-12 09:30:01}", at: "2024-03-13",
      .published, "released on 2024-03-12T09:30:00+00:00"),
    StateCase(
      release, settings: "agreement: {collections: [letters], from: 2024-03-12 09:30}", at: "2024-03-13",
      .awaitingAgreement, asked + "ofsted, cqc"),
  ])
  func `is one of the collections, released from the day of the rule on`(row: StateCase) async throws {
    try await row.check()
  }

  private static let waiting = EditionState.awaitingAgreement

  @Test(arguments: [
    ("title: Another", "Words.\n", waiting), ("title: A title", "Other words.\n", waiting),
    ("title: A title\nthemes: [neglect]", "Words.\n", waiting),
    ("title: A title\nthemes: []", "Words.\n", .published),
    ("title: A title", "[Words](letters/b).\n", .published),
    ("title: A title\nminor: true\nmoratorium-exempt: x", "\n*Words*.\n\n", .published),
    ("title: A title\nredirect-from: /old/", "Words.\n", .published),
  ])
  func `is no longer agreed when its text has changed`(
    frontMatter: String, text: String, state: EditionState
  ) async throws {
    let content = try await letter([Self.one], settings: Self.rule)
    let digest = try #require(try await content.archive().documents.first?.editions.first?.textDigest)
    let agreed = Self.one.split(separator: "DIGEST").joined(separator: digest.description)
    try content.write(Document("letters/a/edition-1.md", agreed + "\n" + frontMatter, text: text))
    #expect(try await content.states(at: "2024-03-13").map(\.state) == [state])
  }

  @Test(arguments: [("plan.pdf", waiting), ("other.pdf", .published)])
  func `is no longer agreed when an attachment of its has changed`(
    name: String, state: EditionState
  ) async throws {
    let text = "[The plan](plan.pdf)"
    let content = try Content {
      Settings(Self.rule)
      Document("letters/a/edition-1.md", Self.one, text: text)
      File("letters/a/plan.pdf", "old")
      File("letters/a/other.pdf", "old")
    }
    let digest = try #require(try await content.archive().documents.first?.editions.first?.textDigest)
    let agreed = Self.one.split(separator: "DIGEST").joined(separator: digest.description)
    try content.write(Document("letters/a/edition-1.md", agreed, text: text))
    #expect(try await content.states(at: "2024-03-13").map(\.state) == [.published])
    try content.write(File("letters/a/\(name)", "new"))
    #expect(try await content.states(at: "2024-03-13").map(\.state) == [state])
  }

  private static let one = """
    release: 2024-03-12
    inspectorates: [ofsted]
    agreed: [{inspectorate: ofsted, at: 2024-03-01, digest: DIGEST}]
    """
}
