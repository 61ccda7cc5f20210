import Testing

@Suite struct `The rule nhs-number` {
  private static let message = "this looks like an NHS number"

  // 943 476 5919 and 401 023 2137 are numbers of the NHS Data Dictionary’s examples.
  @Test(arguments: [
    "NHS number 943 476 5919.", "The child (9434765919) was seen.", "Number 943-476-5919, seen.",
    "4010232137", "401 023 2137 and more.",
  ])
  func `finds ten digits with their check digit`(text: String) async throws {
    try await expectMarked("nhs-number", text + " ⇐ \(Self.message)")
  }

  @Test(arguments: [
    "943 476 5918.", "9434765910", "94347659190", "1943 476 5919", "943 476 5919 1", "ISBN 9434765919",
    "ISBN-10: 9434765919", "9999999999", "See https://files.ofsted.gov.uk/v1/file/9434765919.",
    "The budget was 943,476,5919.", "0113 496 0000", "REF9434765919",
  ])
  func `leaves other digits alone`(text: String) async throws {
    try await expectMarked("nhs-number", text)
  }
}
