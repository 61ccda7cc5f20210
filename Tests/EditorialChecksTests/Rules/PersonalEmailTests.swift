import Testing

@Suite struct `The rule personal-email` {
  private static let message = "this looks like the e-mail address of a person"

  @Test(arguments: [
    "Write to jane.smith@leeds.gov.uk.", "(j.smith@leeds.gov.uk)", "jsmith@leeds.gov.uk",
    "contact.leeds@gmail.com", "Jane_Smith2@hotmail.co.uk", "[Write](mailto:jane.smith@leeds.gov.uk)",
    "[Write](mailto:jane.smith@leeds.gov.uk?subject=enquiries)",
  ])
  func `finds the address of a person`(text: String) async throws {
    try await expectMarked("personal-email", text + " ⇐ \(Self.message)")
  }

  @Test(arguments: [
    "ProtectionOfChildren@ofsted.gov.uk", "enquiries@ofsted.gov.uk.", "press.office@cqc.org.uk",
    "socialcare@ofsted.gov.uk", "leeds-mash@leeds.gov.uk", "ofsted@example.org", "leeds@leeds.gov.uk",
    "[Write](mailto:corrections@findings.example.org)", "Local ‘@ct staff’ with experience", "@findings",
    "jtai@leeds.gov.uk", "cqc@leeds.gov.uk",
  ])
  func `leaves the addresses of offices alone`(text: String) async throws {
    try await expectMarked("personal-email", text)
  }
}
