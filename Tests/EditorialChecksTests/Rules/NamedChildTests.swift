import Testing

@Suite struct `The rule named-child` {
  private static let message = "this looks like a child with a name or initials and an age"

  @Test(arguments: [
    "For Mathew, aged 12, and his sisters, it was timely.", "David is aged 14 and at risk.",
    "Two-year-old Briony has been known.", "Thirteen-year-old Sarah’s plan.",
    "For 17-year-old Kyle, who has needs,",
    "Thomas is 17 years old and had a social worker.", "Aron is a 12-year old boy who lives there.",
    "Outcomes for Mark, a highly vulnerable seven-year-old boy, were good.", "Sarah (12) is in care.",
    "Sarah (aged 12) lives there.", "Sarah, 12, lives with her aunt.",
    "A 12-year-old girl, Sarah, lives there.",
    "J.S., aged 12, lives there.", "JS is 12 years old.", "Tom and Mary, aged 12 and 14, live there.",
    "Sarah, who was aged only 12, left.", "Briony turned 2 in May.", "Sarah Smith, age 12, left.",
  ])
  func `finds a name or initials with an age`(text: String) async throws {
    try await expectMarked("named-child", text + " ⇐ \(Self.message)")
  }

  @Test(arguments: [
    "Children aged 10 and over.", "children aged 0 to 7 years who are victims",
    "Pupils in Year 6 and key stage 2.",
    "young people in Leeds aged 14", "Young people aged 16 years and over.", "Child A, aged 6, is safe.",
    "homeless 16- and 17-year-olds", "young people between 10 and 15 years old",
    "A 15-year-old British boy left.",
    "He is 12 years old.", "children in Lancashire aged between 16 and 18 years old",
    "Catch 22, which supports them,",
    "One 15-year-old was missing.", "Tier 4 (12) is", "known to the YOS, aged 14", "In May, 12, as in June,",
    "under the age of 12", "The service is 2 years old.", "Sarah was seen 12 times.",
    "Oxfordshire (12) has more.",
    "The school, aged 10, is new.", "Children in Hove Park, aged 12 and 13, were seen.",
  ])
  func `leaves groups, spans, places and labels alone`(text: String) async throws {
    try await expectMarked("named-child", text)
  }

  @Test(arguments: [
    "All names are pseudonyms.", "Sarah is not her real name.", "The names of children have been changed.",
    "We have changed the child’s name.", "Names are anonymised.", "The name is fictional.",
  ])
  func `is content where the section says that the name was changed`(words: String) async throws {
    let story = "Sarah, aged 12, is safe."
    try await expectMarked("named-child", "## Case study\n\n\(words)\n\n### The story\n\n\(story)")
    try await expectMarked("named-child", "\(words)\n\n## Case study\n\n\(story)")
    try await expectMarked("named-child", "## Case study\n\n\(story)[^1]\n\n[^1]: \(words)")
    try await expectMarked(
      "named-child", "## Case study\n\n\(words)\n\n## Another\n\n\(story) ⇐ \(Self.message)")
  }

  @Test func `is not content with other words about names`() async throws {
    try await expectMarked(
      "named-child",
      "The plan has changed. Staff know the name of each child.\n\nSarah, aged 12, is safe. ⇐ \(Self.message)"
    )
  }

  @Test func `is allowed in place`() async throws {
    try await expectMarked("named-child", "- Sarah, aged 12, spoke for the council. {allow=named-child}")
  }
}
