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
    "\"Ella\" is 15 years old.", "‘Ella’, 15, said that she was safe.", "“Ella” (15) lives there.",
    "The boy, Kai (14), was seen.", "P is a 15 year old girl.", "Aisha, who is 13, told staff.",
    "Mohammed was 11 when he moved.", "Ben’s age is 12.", "Kai was only 11.", "A girl, Ella (9).",
    "We read anonymised case records. Sarah, aged 12, is safe.",
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
    "Oak House, aged 3, is new.", "Elm Lodge was 12 when it closed.", "Child P is a 15 year old girl.",
    "The rate for Barton was 12, and the average age was 11.", "Children’s age is 12.", "His age is 12.",
    "The ‘Turnaround’ project is 2 years old.", "The share of Kirk Deighton was 12, as before.",
    "Their number was 12. I was 12 when I left.", "In Leeds (12), York (9) and Selby (3),",
    "The total was 12 and the rate in Whitby was 12.",
  ])
  func `leaves groups, spans, places and labels alone`(text: String) async throws {
    try await expectMarked("named-child", text)
  }

  @Test(arguments: [
    "All names are pseudonyms.", "This is not her real name.", "The names of children have been changed.",
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

  @Test(arguments: [
    "We read anonymised case records.", "Names have not been changed.", "The names are real.",
    "The name of the service has changed.", "The team’s name was changed.", "School names are pseudonyms.",
    "Jack’s name has been changed.", "Jack is not his real name.",
  ])
  func `is not content where something else is changed`(words: String) async throws {
    try await expectMarked(
      "named-child", "\(words)\n\n## Case study\n\nSarah, aged 12, is safe. ⇐ \(Self.message)")
  }

  @Test(arguments: [
    "Jack’s name has been changed.", "Jack is not his real name.", "The name Jack has been changed.",
    "Jack (not his real name) was seen.", "Jack is a pseudonym.",
  ])
  func `takes a change of one name for that name, in the whole letter`(words: String) async throws {
    try await expectMarked(
      "named-child",
      """
      ## Case study

      \(words)

      Jack, aged 7, was seen. Sarah, aged 12, was not. ⇐ \(Self.message)

      ## Another

      Jack’s age is 7.
      """)
  }

  @Test func `takes a change of names for those that are listed`() async throws {
    try await expectMarked(
      "named-child",
      "The names of Jack and Mary have been changed.\n\nMary, aged 7, and Jack, aged 12, left.")
    try await expectMarked(
      "named-child",
      "Jack’s and Mary’s names have been changed.\n\nMary, aged 7, left. Sarah, aged 12, left. ⇐ \(Self.message)"
    )
  }

  @Test func `takes a change of a child’s name for one name`() async throws {
    let words = "## Case study\n\nThe child’s name has been changed.\n\nJack, aged 7, was seen."
    try await expectMarked("named-child", words + " Jack, aged 7, left.")
    try await expectMarked(
      "named-child", words + " ⇐ \(Self.message)\n\nSarah, aged 12, was not. ⇐ \(Self.message)")
  }

  @Test(arguments: [
    "All names in this letter are pseudonyms.", "Every name in the report was changed.",
    "Names were changed throughout.",
  ])
  func `is content with words about the whole letter in any section`(words: String) async throws {
    try await expectMarked(
      "named-child", "## Case study\n\n\(words)\n\n## Another\n\nSarah, aged 12, is safe.")
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
