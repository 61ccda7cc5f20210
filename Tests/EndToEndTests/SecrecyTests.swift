import Foundation
import Testing

/// Diagnostics and states of what is not public quote none of its text, and name no unreleased document.
@Suite struct SecrecyTests {
  /// Ways to keep an edition from being public, as front matter.
  static let states: [(name: String, front: String)] = [
    ("draft", ""),
    ("embargoed", "release: 2090-01-01"),
    ("held", "release: 2024-01-10\nhold: {reason: qzholdreason, review: 2024-01-01}"),
    ("unreadable", "release: qzreleaseword"),
    ("impossible", "release: 2024-02-31"),
  ]

  /// An edition with secret words in every field and every kind of mistake in its text.
  private static func secretDocument(_ front: String) -> String {
    """
    title: "Qztitleword \u{200B}"
    \(front)
    summary: |
      qzsummaryone

      qzsummarytwo
    wording: qzwordingword
    dated: qzdatedword
    inspectorates: [qzinspectorate, ofsted, ofsted]
    themes: [qzthemeword, neglekt]
    area: qzareaword
    programme: qzprogrammeword
    guidance: Qzguidance Word
    fieldwork: {start: 2024-03-02, end: 2024-03-01, qzfieldworkkey: qzfieldworkvalue}
    addressees: {qzaddresseekey: qzaddresseevalue}
    signatories: [[qzsignatory]]
    principal-authority: [qzauthority]
    statement: {required: qzrequired, due: qzdueword, qzstatementkey: 1}
    milestones: {qzmilestone: qzmilestoneday}
    agreed: [{inspectorate: qzagreed, by: qzagreedby, at: qzagreedat, digest: qzdigest, qzagreedkey: 1}]
    withdrawn: {at: qzwithdrawnat, reason: qzwithdrawnreason, qzwithdrawnkey: 1}
    redirect-from: ["/letters/qz redirect/", qzredirect]
    reference: [qzreference]
    applies-to: {qzappliesto: 1}
    source: {name: qzsourcename, url: "qzsource.example"}
    language: qzlanguage-qzlanguage-qzlanguage-qzlanguage
    translation-of: qztranslation
    minor: qzminor
    qzunknownkey: qzunknownvalue
    qzinvisiblekey: "qz\u{200B}"
    qzduplicate: 1
    """
  }

  private static let secretText = """
    # Qzheading {#qzid .qzclass qzattribute="qzvalue" allow=qzrule}

    ### Qzskipped {#qzid}

    <b>qzrawhtml</b> <!-- qzcomment --> &#8203;qzinvisible qzbidi\u{202E}qzafter

    [qzlabel](javascript:qzscript) [qzlabel](qzpath/qzelse) [qzlabel](qzfile.pdf) [qzlabel](letters/qzletter)
    [qzlabel](#qzfragment) [qzlabel](/qzpage#qzpart) [qzlabel](../qzabove) ![](qzimage.png) [qzlabel](data:qzdata)
    [qzlabel](https://findings.example.org/letters/qzwhole) [qzlabel](guidance/public-guidance#qzpart)

    [^qznote]: qznotetext

    Noted[^qzmissing] and [qzundefined][qzreflabel].

    [qzunused]: https://qzunused.example/

    <div>
    qzblock
    </div>

    | qzcell | b |
    | --- |
    | qzrow | b | c | qzextra |

    Table: qzcaption

    - qzitem {agencies="qzagency" criteria="qzcriterion" kind=qzkind}

    3. qznumbered
    9. qznumbered paragraph 99 and paragraphs 4 to 900
    """

  /// Mistakes in the facts of the other collections.
  private static let otherFacts = [
    (
      "guidance/secret-guidance.md",
      """
      in-force: qzinforce
      replaces: letters/qzletter
      timetable: {qzfirst: {after: qzfist, working-days: qzdays, public: qzpublic, qzkey: 1}, qzsecond: qzvalue,
        qzthird: {after: qzfirst, working-days: 2}, qzfourth: {after: qzfirs, working-days: 1}, qzfifth: ~}
      """
    ),
    (
      "overviews/secret-overview.md",
      "round: {themes: [qztheme], from: qzfrom, to: [qzto], letters: [qz letter], qzkey: 1}"
    ),
    ("consultations/secret-consultation.md", "opens: qzopens\ncloses: {qzcloses: 1}\noutcome: qzoutcome"),
    ("follow-ups/secret-follow-up.md", "follows: guidance/qzguidance\nkind: qzkind"),
  ]

  private func archive(_ front: String, at path: String = "letters/secret-name.md") throws -> Workspace {
    let workspace = try Workspace()
    try workspace.writeLists()
    try workspace.writeDocument(
      "guidance/public-guidance.md", "title: Guidance\nrelease: 2020-01-01", "## Scope")
    try workspace.writeDocument(path, Self.secretDocument(front), Self.secretText)
    for (path, facts) in Self.otherFacts {
      try workspace.writeDocument(path, "title: Qztitle\n\(front)\n\(facts)", "qztext")
    }
    return workspace
  }

  /// The lines of a text that hold a secret word.
  private func leaks(in result: CommandResult) -> [Substring] {
    (result.text + result.errors).split(separator: "\n").filter { $0.lowercased().contains("qz") }
  }

  @Test("No diagnostic quotes an unreleased edition", arguments: states, ["text", "json", "github"])
  func diagnosticsQuoteNothing(state: (name: String, front: String), format: String) throws {
    let workspace = try archive(state.front)
    let result = try workspace.findings(
      "check", "--content", "content", "--format", format, "--at", "2024-06-01")
    #expect(result.code == 1)
    #expect(result.text.contains("secret-name.md"))
    #expect(result.text.contains("unknown-key") && result.text.contains("raw-html"), "\(result.text)")
    #expect(leaks(in: result) == [])
  }

  @Test("Neither a build nor the status quotes an unreleased edition", arguments: states)
  func buildAndStatusQuoteNothing(state: (name: String, front: String)) throws {
    let workspace = try archive(state.front)
    for arguments in [["status"], ["status", "--format", "json"], ["status", "letters/secret-name"]] {
      let result = try workspace.findings(arguments + ["--content", "content", "--at", "2024-06-01"])
      #expect(result.code == 0)
      #expect(result.text.contains("letters/secret-name"))
      #expect(leaks(in: result) == [])
    }
    let build = try workspace.findings(
      "build", "--content", "content", "--site", Repository.site.path, "--at", "2024-06-01", "--output",
      "public")
    #expect(build.errors.contains("secret-name.md"))
    #expect(leaks(in: build) == [])
    if build.code == 0 {
      let tree = try workspace.tree("public")
      #expect(tree.paths(containing: "qz").isEmpty)
      #expect(tree.paths(containing: "secret-name").isEmpty)
    }
  }

  @Test("No diagnostic quotes a second file at the address of a public document")
  func rivalIsNotQuoted() throws {
    let workspace = try archive("release: 2090-01-01", at: "letters/elsewhere/secret-name.md")
    try workspace.writeDocument("letters/secret-name.md", "title: Public letter\nrelease: 2024-01-10")
    let check = try workspace.findings("check", "--content", "content", "--at", "2024-06-01")
    #expect(check.text.contains("elsewhere/secret-name.md") && check.text.contains("duplicate-address"))
    #expect(leaks(in: check) == [])
    let tree = try workspace.build(at: "2024-06-01")
    #expect(tree.paths(containing: "qz").isEmpty)
    #expect(tree.text("letters/secret-name/index.html").contains("Public letter"))
  }

  /// YAML that cannot be read, with a secret in it.
  static let brokenFronts = [
    "title: 'qzopen", "title: [qzopen", "title: qzone: qztwo", "- qzlist", "qztext", "&qzanchor title: qz",
    "title: *qzalias", "? [qzkey]\n: qzvalue", "title: !qztag qz", "qzkey: 1\nqzkey: 2",
    "title: \"\\qzescape\"",
    "%qzdirective", "\tqztab: qz", "title: {qzdeep: {qzdeep: {}}}", "title: qz\u{7}bell",
  ]

  @Test("No diagnostic quotes front matter that cannot be read", arguments: brokenFronts)
  func brokenFrontMatter(front: String) throws {
    let workspace = try Workspace()
    try workspace.writeLists()
    try workspace.writeDocument("letters/secret-name.md", front, "qzbody")
    for format in ["text", "json", "github"] {
      let result = try workspace.findings("check", "--content", "content", "--format", format)
      #expect(result.code == 1)
      #expect(leaks(in: result) == [])
    }
    let build = try workspace.findings(
      "build", "--content", "content", "--site", Repository.site.path, "--output", "public")
    #expect(leaks(in: build) == [])
  }

  @Test("Suggestions name public documents only", arguments: ["public", "secret"])
  func suggestions(kind: String) throws {
    let workspace = try Workspace()
    try workspace.writeLists()
    try workspace.writeDocument(
      "letters/qzleeds-2024.md", "title: Leeds\nrelease: " + (kind == "public" ? "2024-01-01" : "2090-01-01"),
      "## Qzheading")
    try workspace.writeDocument(
      "letters/york.md", "title: York\nrelease: 2024-01-10\nguidance: qzguidance-2023",
      "[Leeds](letters/qzleeds-2023) and [again](letters/qzleeds-2024#qzheadin)")
    try workspace.writeDocument("guidance/qzguidance-2024.md", "title: Guidance\nrelease: 2090-01-01")
    let check = try workspace.findings(
      "check", "--content", "content", "--at", "2024-06-01", "--format", "json")
    let report = try JSONDecoder().decode(Report.self, from: check.output)
    let suggested = report.diagnostics.compactMap(\.suggestion)
    #expect(suggested.sorted() == (kind == "public" ? ["letters/qzleeds-2024", "qzheading"] : []))
  }

  private struct Report: Decodable {
    struct Entry: Decodable {
      let suggestion: String?
    }

    let diagnostics: [Entry]
  }
}
