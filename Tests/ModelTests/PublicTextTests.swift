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
    // the target of a link
    "## Strengths\n\n- Staff *listen* to [children](letters/c).\n\n![A map](map.png)\n",
    // emphasis
    "## Strengths\n\n- Staff **listen** to [children](letters/b).\n\n![A map](map.png)\n",
    // a line break
    "## Strengths\n\n- Staff\n  *listen* to [children](letters/b).\n\n![A map](map.png)\n",
    // other marks
    "Strengths\n---------\n\n* Staff *listen* to [children](letters/b).\n\n![A map](map.png)",
    // no link
    "## Strengths\n\n- Staff *listen* to children.\n\n![A map](map.png)\n",
  ])
  func `stays where a reader is told the same`(text: String) throws {
    #expect(try digest(edition(text)) == digest(edition(Self.text)))
  }

  @Test(arguments: [
    // a word
    "## Strengths\n\n- Staff *hear* [children](letters/b).\n\n![A map](map.png)\n",
    // the level
    "### Strengths\n\n- Staff *listen* to [children](letters/b).\n\n![A map](map.png)\n",
    // the kind of a block
    "Strengths\n\n- Staff *listen* to [children](letters/b).\n\n![A map](map.png)\n",
    "## Strengths\n\nStaff *listen* to [children](letters/b).\n\n![A map](map.png)\n",
    "## Strengths\n\n1. Staff *listen* to [children](letters/b).\n\n![A map](map.png)\n",
    "## Strengths\n\n> - Staff *listen* to [children](letters/b).\n\n![A map](map.png)\n",
    // alternative text
    "## Strengths\n\n- Staff *listen* to [children](letters/b).\n\n![A plan](map.png)\n",
    // an id of ours
    "## Strengths {#s}\n\n- Staff *listen* to [children](letters/b).\n\n![A map](map.png)\n",
    "## Strengths\n\n- Staff *listen* to [children](letters/b). \u{200B}\n\n![A map](map.png)\n",
    "",
  ])
  func `changes with the text`(text: String) throws {
    #expect(try digest(edition(text)) != digest(edition(Self.text)))
  }

  private static let changes: [(name: String, change: @Sendable (inout Draft) -> Void)] = [
    ("title", { $0.title = "Another" }),
    ("summary", { $0.summary = "Short" }),
    ("wording", { $0.wording = .facts }),
    ("dated", { $0.dated = Day(year: 2024, month: 1, day: 2) }),
    ("inspectorates", { $0.inspectorates = ["cqc"] }),
    ("themes", { $0.themes = [] }),
    ("change", { $0.change = "A word" }),
    ("reference", { $0.reference = "123" }),
    ("applies-to", { $0.appliesTo = ["England"] }),
    ("language", { $0.language = "cy" }),
    ("source", { $0.source = Source(name: "Ofsted", url: "https://x.example/") }),
    ("area", { $0.letter { $0.areas = ["leeds"] } }),
    ("programme", { $0.letter { $0.programme = "jtai" } }),
    ("addressees", { $0.letter { $0.addressees = ["leeds"] } }),
    ("signatories", { $0.letter { $0.signatories = ["leeds"] } }),
    ("principal-authority", { $0.letter { $0.principalAuthority = "leeds" } }),
    (
      "statement",
      {
        $0.letter {
          $0.statement = StatementOfAction(); $0.statement?.isRequired = true
        }
      }
    ),
    (
      "round",
      {
        $0.facts = .overview(Round()); $0.themes = ["x"]
      }
    ),
  ]

  @Test(arguments: changes.indices)
  func `changes with each fact of the front matter`(index: Int) throws {
    let changed = edition(Self.text, Self.changes[index].change)
    #expect(try digest(changed) != digest(edition(Self.text)), "\(Self.changes[index].name)")
  }

  private static let silentChanges: [(name: String, change: @Sendable (inout Draft) -> Void)] = [
    ("minor", { $0.isMinor = true }),
    ("document", { $0.document = "letters/z" }),
    ("number", { $0.number = 7 }),
    ("guidance", { $0.letter { $0.guidance = DocumentID("guidance/x") } }),
    ("milestones", { $0.letter { $0.milestones = milestones } }),
  ]

  private static let milestones = [
    Day(year: 2024, month: 1, day: 2).map { ActualMilestone(name: "letter-sent", day: $0) }
  ].compactMap(\.self)

  @Test(arguments: silentChanges.indices)
  func `does not change with status keys, nor with what is no text`(index: Int) throws {
    let changed = edition(Self.text, Self.silentChanges[index].change)
    #expect(try digest(changed) == digest(edition(Self.text)), "\(Self.silentChanges[index].name)")
  }

  @Test func `does not change with where the original is`() throws {
    let one = edition("") { $0.source = Source(name: "Ofsted", url: "https://a.example/") }
    let other = edition("") { $0.source = Source(name: "Ofsted", url: "https://b.example/") }
    #expect(try digest(one) == digest(other))
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
    let editions = [
      edition("") { $0.letter { $0.addressees = ["a", "b"] } },
      edition("") { $0.letter { $0.addressees = ["a b"] } },
      edition("") {
        $0.letter {
          $0.addressees = ["a"]
          $0.signatories = ["b"]
        }
      },
    ]
    #expect(try Set(editions.map { try digest($0) }).count == 3)
  }
}
