extension EditorialRule {
  /// All rules, in the order in which they are explained to authors.
  package static let all: [EditorialRule] = [
    // Dates.
    workingDay, weekday, dueDate, fieldworkDays, missingHolidays,
    // Names.
    inspectorateName, addresseeCutOff, areaCode,
    // People.
    namedChild, dateOfBirth, nhsNumber, telephoneNumber, personalEmail,
    // What does not belong into a letter.
    gradedJudgement, draftingResidue, attachmentProperties, formulaCell,
  ]
}
