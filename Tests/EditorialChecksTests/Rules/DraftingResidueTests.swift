import TestSupport
import Testing

@Suite struct `The rule drafting-residue` {
  @Test(
    arguments: [
      ("In ENTER LA NAME, services are good.", "ENTER LA NAME,"), ("The date is TBC.", "TBC."),
      ("INSERT DATE here.", "INSERT DATE here."), ("This is in track changes.", "track changes."),
      ("Accepted Track Changes.", "Track Changes."),
      ("Some XX children and XXX more.", "XX children and XXX"),
      ("The chair is [insert name].", "[insert name]"),
      ("The chair is [NAME].", "[NAME]."), ("Error! Reference source not found.", "Error! Reference source"),
      ("Click or tap here to enter text.", "Click or tap here"),
      ("Lorem ipsum dolor sit amet.", "Lorem ipsum dolor sit"),
      ("Drafting note: check.", "Drafting note: check"), ("LA NAME is a city.", "LA NAME is a"),
      ("DRAFT letter of findings.", "DRAFT letter of findings"), ("The date is Tbc.", "Tbc."),
      ("The date is tba.", "tba."), ("The chair [to be added] agreed.", "[to be added"),
      ("On xx June 2017 they met.", "xx June 2017 they"), ("Comment [AB1]: why?", "Comment [AB1"),
      ("Commented [JS12]: why?", "Commented [JS12"), ("Insert name here", "Insert name here"),
      ("It is so: please insert the date.", "insert the date."), ("Enter text here.", "Enter text here."),
    ] as [(String, String)])
  func `finds what drafting left`(text: String, excerpt: String) async throws {
    let slips = try await MarkedDocument(text: text).slips(of: "drafting-residue")
    #expect(slips.contains("6: this looks like residue of drafting: '\(excerpt)'"))
  }

  @Test(arguments: [
    "Leaders track changes in demand and use data to track changes.",
    "Social workers tracked changes in risk.",
    "See Annex XX.", "Enter the building. Please insert a coin.", "The plan [of the council] is late.",
    "They checked [the name] and [sic].", "A trial and error approach.", "In Los Angeles, LA services.",
    "NHS CCG MASH JTAI", "Names and dates are on file.",
    "A draft letter was sent.", "Staff comment [in writing] on it.", "They enter names here and there.",
    "Staff insert the date into each record.", "The plan [to be a partner] is new.", "See pages xx to xxx.",
    "Add the area to the list.", "Comment [sic].",
  ])
  func `leaves ordinary words alone`(text: String) async throws {
    try await expectMarked("drafting-residue", text)
  }

  @Test func `knows the abbreviations of the glossary`() async throws {
    try await expectMarked(
      "drafting-residue", "The TBC meets.",
      files: [File("glossary.yml", "- {term: TBC, expansion: Tees Board for Children}\n")])
  }
}
