/// The collections of the archive, in the order in which they are shown.
package enum DocumentCollection: String, CaseIterable, Comparable, Sendable {
  case letters, overviews, guidance
  case followUps = "follow-ups"
  case announcements, consultations, pages

  package static func < (a: DocumentCollection, b: DocumentCollection) -> Bool {
    a.rawValue < b.rawValue
  }

  /// The address of the listing; the pages of the site itself have none.
  package var address: Address? {
    self == .pages ? nil : .home.folder(rawValue)
  }
}
