import Testing

@Suite struct `The rule addressee-cut-off` {
  @Test func `finds addressees whose office breaks off, each at its line`() async throws {
    try await expectMarked(
      "addressee-cut-off",
      front: """
        addressees:
          - Sarah Bellars, Executive Director, Quality and Nursing, Frimley Clinical ⇐ this addressee ends with 'Frimley Clinical', which looks cut off
          - Matthew Barber, Police and Crime Commissioner for Thames Valley
          - Anne Smith, Director of ⇐ this addressee ends with 'Director of', which looks cut off
          - John Smith, Chief Constable, ⇐ this addressee ends with 'Constable,', which looks cut off
          - Jane Smith, Chair (Leeds ⇐ this addressee ends with '(Leeds', which looks cut off
          - Jane Smith, Director of Children’s ⇐ this addressee ends with 'of Children’s', which looks cut off
          - Jo Smith, Director, Durham Tees Valley Community Rehabilitation ⇐ this addressee ends with 'Community Rehabilitation', which looks cut off
        """)
  }

  @Test func `leaves whole addressees alone`() async throws {
    try await expectMarked(
      "addressee-cut-off",
      front: """
        addressees:
          - Sophie Linden, Deputy Mayor for Policing and Crime
          - Simon Leftley, Deputy Chief Executive (People) & Statutory Director of Children’s Services
          - Alan Caton, Chair of Islington Safeguarding Children’s Board LSCB
          - Kilvinder Vigurs, Divisional Director, National Probation Service London
          - Cressida Dick CBE QPM, Commissioner of the Metropolitan Police
          - Clare Knibbs, Superintendent Head of Public Protection
          - Jo Fisher, Head of Safeguarding
        signatories:
          - The National Director of
        """)
  }
}
