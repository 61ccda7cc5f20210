import Model
import PublishingCalendar
import Testing

@Suite struct `The digest of the public text` {
  private static let text =
    "## Strengths\n\n- Staff *listen* to [children](letters/b).\n\n![A map](map.png)\n"

  private func digest(
    _ edition: Edition, _ attachments: [(name: String, digest: Digest)] = []
  ) throws -> Digest {
    try EditionText(edition, settings: settings).publicTextDigest(attachments: attachments)
  }

  @Test(arguments: [
    "## Strengths\n\n- Staff *listen* to [children](letters/c).\n\n![A map](map.png)\n",  // the target of a link
    "## Strengths\n\n- Staff **listen** to [children](letters/b).\n\n![A map](map.png)\n",  // emphasis
    "## Strengths\n\n- Staff\n  *listen* to [children](letters/b).\n\n![A map](map.png)\n",  // a line break
    "Strengths\n---------\n\n* Staff *listen* to [children](letters/b).\n\n![A map](map.png)",  // other marks
    "## Strengths\n\n- Staff *listen* to children.\n\n![A map](map.png)\n",  // no link
  ])
  func `stays where a reader is told the same`(text: String) throws {
    #expect(try digest(edition(text)) == digest(edition(Self.text)))
  }

  @Test(arguments: [
    "## Strengths\n\n- Staff *hear* [children](letters/b).\n\n![A map](map.png)\n",  // a word
    "### Strengths\n\n- Staff *listen* to [children](letters/b).\n\n![A map](map.png)\n",  // the level
    "Strengths\n\n- Staff *listen* to [children](letters/b).\n\n![A map](map.png)\n",  // the kind of a block
    "## Strengths\n\nStaff *listen* to [children](letters/b).\n\n![A map](map.png)\n",
    "## Strengths\n\n1. Staff *listen* to [children](letters/b).\n\n![A map](map.png)\n",
    "## Strengths\n\n> - Staff *listen* to [children](letters/b).\n\n![A map](map.png)\n",
    "## Strengths\n\n- Staff *listen* to [children](letters/b).\n\n![A plan](map.png)\n",  // alternative text
    "## Strengths {#s}\n\n- Staff *listen* to [children](letters/b).\n\n![A map](map.png)\n",  // an id of ours
    "## Strengths\n\n- Staff *listen* to [children](letters/b). \u{200B}\n\n![A map](map.png)\n",
    "",
  ])
  func `changes with the text`(text: String) throws {
    #expect(try digest(edition(text)) != digest(edition(Self.text)))
  }

  private static let changes: [(String, @Sendable (inout Edition) -> Void)] = [
    ("title", { $0.title = "Another" }), ("summary", { $0.summary = "Short" }),
    ("wording", { $0.wording = .facts }), ("dated", { $0.dated = Day(year: 2024, month: 1, day: 2) }),
    ("inspectorates", { $0.inspectorates = ["cqc"] }), ("themes", { $0.themes = [] }),
    ("change", { $0.change = "A word" }), ("reference", { $0.reference = "123" }),
    ("applies-to", { $0.appliesTo = ["England"] }), ("language", { $0.language = "cy" }),
    ("source", { $0.source = Source(name: "Ofsted", url: "https://x.example/") }),
    ("area", { $0.facts = .letter(with { $0.areas = ["leeds"] }) }),
    ("addressee", { $0.facts = .letter(with { $0.addressees = ["leeds"] }) }),
    ("signatory", { $0.facts = .letter(with { $0.signatories = ["leeds"] }) }),
    ("programme", { $0.facts = .letter(with { $0.programme = "jtai" }) }),
    ("authority", { $0.facts = .letter(with { $0.principalAuthority = "leeds" }) }),
    ("statement", { $0.facts = .letter(with { $0.statement = StatementOfAction() }) }),
    ("round", { $0.facts = .overview(Round()) }),
  ]

  @Test(arguments: changes.indices)
  func `changes with a fact of the front matter`(index: Int) throws {
    let plain = edition(Self.text, facts: .letter(LetterFacts()))
    let changed = edition(Self.text, facts: .letter(LetterFacts()), change: Self.changes[index].1)
    let isEmpty = ["statement", "round"].contains(Self.changes[index].0)
    #expect(try (digest(changed) == digest(plain)) == isEmpty, "\(Self.changes[index].0)")
  }

  @Test(arguments: ["minor", "redirects", "milestones", "source url", "document", "number", "guidance"])
  func `does not change with status keys, nor with what is no text`(key: String) throws {
    let plain = edition(Self.text, facts: .letter(LetterFacts())) { $0.source = Source(name: "a", url: "b") }
    let changed = edition(
      Self.text, of: key == "document" ? "letters/z" : "letters/a", number: key == "number" ? 7 : 1,
      facts: .letter(
        with {
          guard let day = Day(year: 2024, month: 1, day: 2) else { return }
          if key == "milestones" { $0.milestones = [ActualMilestone(name: "x", day: day)] }
          if key == "guidance" { $0.guidance = DocumentID("guidance/x") }
        })
    ) {
      $0.source = Source(name: "a", url: key == "source url" ? "c" : "b")
      if key == "minor" { $0.isMinor = true }
      if key == "redirects" { $0.redirects = [.home.folder("old")] }
    }
    #expect(try digest(changed) == digest(plain))
  }

  @Test func `changes with the attachments and not with their order`() throws {
    let one = ("a.pdf", Digest(of: [1]))
    let two = ("b.pdf", Digest(of: [2]))
    let both = try digest(edition(""), [one, two])
    #expect(try digest(edition(""), [two, one]) == both)
    #expect(try digest(edition(""), [one]) != both)
    #expect(try digest(edition(""), [one, ("b.pdf", Digest(of: [3]))]) != both)
    #expect(try digest(edition(""), [one, ("c.pdf", Digest(of: [2]))]) != both)
  }

  @Test func `cannot be made of other members by moving a border`() throws {
    let one = edition("", facts: .letter(with { $0.addressees = ["a", "b"] }))
    let other = edition(
      "",
      facts: .letter(
        with {
          $0.addressees = ["a"]; $0.signatories = ["b"]
        }))
    let joined = edition("", facts: .letter(with { $0.addressees = ["a b"] }))
    #expect(try Set([digest(one), digest(other), digest(joined)]).count == 3)
  }

  private static func with(_ change: (inout LetterFacts) -> Void) -> LetterFacts {
    var facts = LetterFacts()
    change(&facts)
    return facts
  }

  private func with(_ change: (inout LetterFacts) -> Void) -> LetterFacts { Self.with(change) }
}
