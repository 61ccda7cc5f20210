import Testing

@Suite struct `The rule telephone-number` {
  private static let message = "this looks like a telephone number"

  // Numbers that Ofcom keeps for drama.
  @Test(arguments: [
    "Call 07700 900123 now.", "Call 0113 496 0000.", "(020) 7946 0958", "020-7946-0958", "+44 7700 900123",
    "+44 (0)20 7946 0958", "0044 20 7946 0958", "01632960123", "Call 0113.496.0000.",
    "+44.113.496.0000", "Call +33 1 99 00 12 34 now.", "+1 (202) 555-0123", "Her number is 07700 900123.",
    "[Her number](tel:07700900123)",
  ])
  func `finds the numbers of a person`(text: String) async throws {
    try await expectMarked("telephone-number", text + " ⇐ \(Self.message)")
  }

  @Test(arguments: [
    "Call 03000 130415 or 0300 123 1231.", "Call 0800 1111 or 0808 800 5000.", "Call 101, 111 or 999.",
    "Of 012345 children, 0 to 7 years.", "File 50000216 of 01/02/2016.", "A share of 0.1234567890.",
    "From 2015 to 2016, 020 of 300.", "100113 496 0000",
    "Its reference 01234567890.", "Reference: 01234567890", "Ref. no. 0113 496 0000", "URN 01632960123",
    "In 2016 it was 0113. 496 of 0000 came.", "On 01.02.2016.1234 it was.", "A growth of +10 000 000.",
    "It fell from 012.5 to 12345678.",
  ])
  func `leaves other numbers alone`(text: String) async throws {
    try await expectMarked("telephone-number", text)
  }

  @Test func `leaves the numbers of offices alone in documents that are no letters`() async throws {
    let text = """
      ## Contact

      0113 496 0000

      ## Elsewhere

      The press office: 0113 496 0000.
      """
    try await expectMarked("telephone-number", in: "pages/about.md", text)
    try await expectMarked(
      "telephone-number", in: "pages/about.md", text + "\n\nHer phone: 0113 496 0000. ⇐ \(Self.message)")
    try await expectMarked(
      "telephone-number", in: "pages/about.md", "The press office: 07700 900123. ⇐ \(Self.message)")
    try await expectMarked("telephone-number", "Our office: 0113 496 0000. ⇐ \(Self.message)")
  }
}
