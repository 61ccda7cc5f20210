import Testing

@Suite struct `The rule date-of-birth` {
  private static let message = "this looks like a date of birth"

  @Test(arguments: [
    "Her date of birth is 3 May 2010.", "Date of birth: 03/05/2010.", "The boy (DOB 3.5.10) was seen.",
    "A child, D.O.B. 2010-05-03, was seen.", "He was born on 3 May 2010.", "She was born on the 3rd of May.",
    "Born 3 May 2010, he lives in care.", "Her birthday is on 3 May.", "The boy (b. 12/03/2008) left.",
    "Kai, b. 12/03/2008, left.", "Kai b. 3 May 2010 left.",
  ])
  func `finds the day on which a child was born`(text: String) async throws {
    try await expectMarked("date-of-birth", text + " ⇐ \(Self.message)")
  }

  @Test(arguments: [
    "Records lack the child’s date of birth.", "Children born in 2010 were seen.",
    "Children born on or after 1 September 2019 have a place.", "Babies born before 3 May 2010.",
    "The plan was born of need. On 3 May 2010 it began.", "See section b. 3 May 2010 was the day.",
    "b. 3 May 2010: the visit", "Plan B. 3 May 2010 was the day.",
  ])
  func `leaves other words alone`(text: String) async throws {
    try await expectMarked("date-of-birth", text)
  }

  @Test func `does not repeat the date, nor where it is redacted`() async throws {
    let slips = try await MarkedDocument(text: "He was born on 3 May 2010.").slips(of: "date-of-birth")
    #expect(slips == ["6: \(Self.message)"])
  }
}
