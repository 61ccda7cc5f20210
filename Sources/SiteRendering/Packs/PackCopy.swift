package import PublishingCalendar

/// What a text is given out for before its release.
package enum PackStage: String, CaseIterable, Sendable {
  /// To be checked for facts.
  case draft
  /// As it will be published.
  case final
}

/// One copy of an edition, for one person.
package struct PackCopy: Sendable {
  package let stage: PackStage
  /// Whom it is for, in the words of whoever gives it.
  package let recipient: String
  /// The number of its receipt.
  package let serial: Int
  /// The digest of the receipt before it: a witness of all those that were there.
  package let receipts: String
  /// When it was made.
  package let made: Instant

  package init(stage: PackStage, recipient: String, serial: Int, receipts: String, made: Instant) {
    self.stage = stage
    self.recipient = recipient
    self.serial = serial
    self.receipts = receipts
    self.made = made
  }
}
