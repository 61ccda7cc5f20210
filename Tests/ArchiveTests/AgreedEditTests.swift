import Archive
import Model
import PublishingCalendar
import TestSupport
import Testing

@Suite struct `An agreement in front matter` {
  private static let digest = Digest(of: [])

  /// What is written for `NEW`.
  private static let entry =
    "{inspectorate: cqc, by: B. Editor, at: 2027-03-09T10:20:00+00:00, digest: \(digest)}"

  /// What may stand there already.
  private static let ofsted = "{inspectorate: ofsted, at: 2027-03-01, digest: 1}"
  private static let cqc = "{inspectorate: cqc, by: 'A, it''s #1', at: 2027-03-01, digest: 2}"

  private static func edited(_ file: String, person: String? = "B. Editor") throws -> String? {
    let zone = try #require(Zone(identifier: "Europe/London"))
    let record = AgreementRecord(
      inspectorate: "cqc", person: person, at: "2027-03-09T10:20:00Z", digest: digest)
    return AgreedEdit(record, zone: zone).apply(to: Array(file.utf8)).map {
      String(decoding: $0, as: UTF8.self)
    }
  }

  /// The file with a front matter in which the names stand for entries.
  private static func file(_ frontMatter: String, body: String = "\nWords.\n---\nagreed: x\n") -> String {
    let words = [("NEW", entry), ("OFSTED", ofsted), ("CQC", cqc)]
    let yaml = words.reduce(frontMatter) { text, word in
      text.split(separator: word.0, omittingEmptySubsequences: false).joined(separator: word.1)
    }
    return "---\n\(yaml)---\n\(body)"
  }

  private static let edits = [
    // No key yet.
    ("title: A\n", "title: A\nagreed:\n  - NEW\n"),
    ("# Why\ntitle: A # b\n\n# The end\n", "# Why\ntitle: A # b\n\n# The end\nagreed:\n  - NEW\n"),
    ("  title: A\n  release: 2027-03-12\n", "  title: A\n  release: 2027-03-12\n  agreed:\n    - NEW\n"),
    ("title: A\nsummary: |\n  b\n\n", "title: A\nsummary: |\n  b\n\nagreed:\n  - NEW\n"),
    (
      "title: A\nsummary: >-\n  agreed:\n  - x\n",
      "title: A\nsummary: >-\n  agreed:\n  - x\nagreed:\n  - NEW\n"
    ),
    ("title: A\n...\n", "title: A\nagreed:\n  - NEW\n...\n"),
    ("title: A\n... # end\n\n", "title: A\nagreed:\n  - NEW\n... # end\n\n"),
    // A list of dashes.
    ("agreed:\n  - OFSTED\ntitle: A\n", "agreed:\n  - OFSTED\n  - NEW\ntitle: A\n"),
    ("title: A\nagreed:\n- OFSTED\n", "title: A\nagreed:\n- OFSTED\n- NEW\n"),
    ("title: A\nagreed:\n- OFSTED\nminor: true\n", "title: A\nagreed:\n- OFSTED\n- NEW\nminor: true\n"),
    (
      "agreed: # by\n  # a\n  - OFSTED # b\n  # c\n\ntitle: A\n",
      "agreed: # by\n  # a\n  - OFSTED # b\n  - NEW\n  # c\n\ntitle: A\n"
    ),
    ("title: A\nagreed:\n  - CQC\n  - OFSTED\n", "title: A\nagreed:\n  - NEW\n  - OFSTED\n"),
    (
      "title: A\nagreed:\n  - OFSTED\n  -   CQC   # signed\n",
      "title: A\nagreed:\n  - OFSTED\n  -   NEW   # signed\n"
    ),
    (
      "agreed:\n  - inspectorate: cqc\n    at: 2027-03-01\n\n    digest: 2\n  - OFSTED\ntitle: A\n",
      "agreed:\n  - NEW\n  - OFSTED\ntitle: A\n"
    ),
    (
      "agreed:\n  -\n    inspectorate: ofsted\n    at: 2027-03-01\n    digest: 2 # x\ntitle: A\n",
      "agreed:\n  -\n    inspectorate: ofsted\n    at: 2027-03-01\n    digest: 2 # x\n  - NEW\ntitle: A\n"
    ),
    (
      "agreed:\n  - {inspectorate: cqc,\n     at: 2027-03-01,\n     digest: 2}\ntitle: A\n",
      "agreed:\n  - NEW\ntitle: A\n"
    ),
    ("agreed:\n  - CQC\n  - OFSTED\n  - CQC\ntitle: A\n", "agreed:\n  - NEW\n  - OFSTED\ntitle: A\n"),
    // A list in brackets.
    ("agreed: []\ntitle: A\n", "agreed: [NEW]\ntitle: A\n"),
    ("title: A\nagreed: [ ] # none\n", "title: A\nagreed: [NEW ] # none\n"),
    ("title: A\nagreed: [OFSTED]\n", "title: A\nagreed: [OFSTED, NEW]\n"),
    ("'agreed' : [OFSTED, CQC]\ntitle: A\n", "'agreed' : [OFSTED, NEW]\ntitle: A\n"),
    ("\"agreed\": [CQC,OFSTED,]\ntitle: A\n", "\"agreed\": [NEW,OFSTED,]\ntitle: A\n"),
    (
      "title: A\nagreed:\n  [ # list\n    OFSTED, # one\n    CQC # two\n  ]\n",
      "title: A\nagreed:\n  [ # list\n    OFSTED, # one\n    NEW # two\n  ]\n"
    ),
    (
      "title: A\nagreed: [\n  OFSTED # one\n]\n", "title: A\nagreed: [\n  OFSTED, NEW # one\n]\n"
    ),
    ("title: A\nagreed: [CQC, OFSTED, CQC]\n", "title: A\nagreed: [NEW, OFSTED]\n"),
    (
      "title: A\nagreed: [{inspectorate: ofsted, by: \"a]\\\"}, \", at: 2027-03-01, digest: it's}]\n",
      "title: A\nagreed: [{inspectorate: ofsted, by: \"a]\\\"}, \", at: 2027-03-01, digest: it's}, NEW]\n"
    ),
  ]

  @Test(arguments: edits)
  func `is added, or takes the place of a former one, and nothing else changes`(
    before: String, after: String
  ) throws {
    #expect(try Self.edited(Self.file(before)) == Self.file(after))
    // A second agreement of the same kind changes nothing more.
    #expect(try Self.edited(Self.file(after)) == Self.file(after))
    // Lines that end as in other systems, and a mark at the beginning of the file.
    let crlf = { (text: String) in
      "\u{FEFF}"
        + Self.file(text).split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n")
    }
    #expect(try Self.edited(crlf(before)) == crlf(after))
  }

  @Test(arguments: [
    // The whole front matter, or the key, in a form of its own.
    "{title: A}\n", "? agreed\n: [OFSTED]\ntitle: A\n", "title: A\nagreed: \"x\"\n",
    "title: A\nagreed: {a: b}\n",
    "{title: A, agreed: [OFSTED]}\n",
    // Comments that would go with what they are about.
    "agreed:\n  - inspectorate: cqc # now\n    at: 2027-03-01\n    digest: 2\ntitle: A\n",
    "agreed:\n  - {inspectorate: cqc, # now\n     at: 2027-03-01, digest: 2}\ntitle: A\n",
    "agreed:\n  - CQC\n  - CQC # again\ntitle: A\n", "agreed: [CQC, # now\n  CQC]\ntitle: A\n",
    // What is no YAML, or no front matter.
    "title: [\n", "title: A\nagreed: [OFSTED\n", "title: A\ntitle: B\nagreed: &a [OFSTED]\nthemes: *a\n",
  ])
  func `is not written where something else would change`(frontMatter: String) throws {
    #expect(try Self.edited(Self.file(frontMatter)) == nil)
  }

  @Test(arguments: edits.map(\.0))
  func `leaves the text alone, and is written once, whatever character slips in`(before: String) throws {
    let file = Array(Self.file(before))
    for place in stride(from: 4, to: before.count + 4, by: 5) {
      for slip in "'\"{}[],#:-\n " {
        let slipped = String(file[..<place]) + String(slip) + String(file[place...])
        guard let edited = try Self.edited(slipped) else { continue }
        let isWhole =
          edited.hasSuffix("---\n\nWords.\n---\nagreed: x\n") && edited.contains(Self.entry)
        let isStable = try Self.edited(edited) == edited
        #expect(isWhole && isStable, "\(slipped)")
      }
    }
  }

  @Test func `is not written into a file without front matter`() throws {
    #expect(try Self.edited("title: A\n") == nil)
    #expect(try Self.edited("---\ntitle: A\n") == nil)
    #expect(try Self.edited("") == nil)
  }

  @Test(arguments: [
    ("B. Editor", "B. Editor"), ("Bríd O’Neill-Ó Sé", "Bríd O’Neill-Ó Sé"), ("null", "\"null\""),
    ("B, C", "\"B, C\""), ("\"Bo\" \\ {x}", #""\"Bo\" \\ {x}""#), ("# 1", "\"# 1\""), ("a: b", "\"a: b\""),
    ("yes ", "\"yes \""), ("7", "\"7\""), ("'B'", "\"'B'\""), ("👍", "\"👍\""),
  ])
  func `names whoever agreed so that the name is read back`(person: String, written: String) throws {
    let file = try #require(try Self.edited("---\ntitle: A\n---\n", person: person))
    #expect(file.contains("{inspectorate: cqc, by: \(written), at: 2027-03-09T10:20:00+00:00, "))
  }

  @Test func `names nobody where nobody is given`() throws {
    let file = try #require(try Self.edited("---\ntitle: A\n---\n", person: nil))
    #expect(file.contains("  - {inspectorate: cqc, at: 2027-03-09T10:20:00+00:00, digest: \(Self.digest)}\n"))
  }
}
