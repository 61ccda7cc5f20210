import Testing

@Suite struct `The rule graded-judgement` {
  private static let message = "this reads like a graded judgement"

  @Test(arguments: [
    "Overall effectiveness: good.", "The overall effectiveness of the service is inadequate.",
    "Leadership requires improvement to be good.", "The service was judged inadequate.",
    "It was judged by Ofsted to be outstanding.", "The council is rated ‘good’ by Ofsted.",
    "Schools graded as requiring improvement.", "A judgement of good was given.", "Grade: outstanding",
    "We judge it Good overall.", "Ofsted judges the service to be inadequate.", "The service is inadequate.",
    "They came. The local authority is now outstanding.", "The youth justice service was inadequate overall.",
    "Leadership requires improvement. The council is good",
    "| a | b |\n|---|---|\n| Overall effectiveness | Good |",
  ])
  func `finds a grade`(text: String) async throws {
    try await expectMarked("graded-judgement", text + " ⇐ \(Self.message)")
  }

  @Test(arguments: [
    "Practice is good, sometimes outstanding, and seldom inadequate.", "Assessments are of a good standard.",
    "Its practice requires improvement in this area.", "Inspectors judged it to be good practice.",
    "Their professional judgement is good.", "Grade 3 pupils", "Overall effectiveness is looked at.",
    "The effectiveness of the good work",
    "Inadequate supervision of staff is a risk.", "Liaison with the school is good.",
    "The service is good at listening.", "The response of the service is inadequate.",
    "The service is inadequate for children who wait.", "A judge is good. They judge risk well.",
    "The good service is outstanding among many.",
  ])
  func `leaves ordinary words alone`(text: String) async throws {
    try await expectMarked("graded-judgement", text)
  }

  @Test func `lets other documents speak of judgements`() async throws {
    try await expectMarked("graded-judgement", in: "guidance/a.md", "The service was judged inadequate.")
  }
}
