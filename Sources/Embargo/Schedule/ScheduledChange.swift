package import Model
package import PublishingCalendar

/// A moment at which the public site changes, with all that changes it.
package struct ScheduledMoment: Hashable, Sendable {
  /// The moment; just before it the site was another.
  package let instant: Instant
  /// The changes of documents in the order of their ids, then those of the lists; there is at least one.
  package let changes: [ScheduledChange]
}

/// Something that changes the public site at its moment, with nobody acting any more.
package enum ScheduledChange: Hashable, Sendable {
  /// The first edition of a document becomes public.
  case release(EditionID)
  /// A later edition becomes public and takes the place of the one with that number.
  case correction(EditionID, of: Int)
  /// The notice of a withdrawal appears.
  case withdrawal(EditionID)
  /// An edition whose text was removed before its moment gets its tombstone.
  case tombstone(EditionID)
  /// The tombstone of a document gives the reason.
  case removalNotice(DocumentID)
  /// A consultation takes answers from now on.
  case opening(EditionID)
  /// A consultation takes no more answers.
  case closing(EditionID)
  /// A name of an inspectorate begins to hold.
  case name(String, number: Int, of: String)
  /// A timetable of a programme begins to hold, on which the timeline of a public letter rests.
  case timetable(number: Int, of: String)
}

extension ScheduledChange {
  /// The name of the kind, for programs: `release`, `removal-notice`.
  package var kind: String {
    switch self {
    case .release: "release"
    case .correction: "correction"
    case .withdrawal: "withdrawal"
    case .tombstone: "tombstone"
    case .removalNotice: "removal-notice"
    case .opening: "opening"
    case .closing: "closing"
    case .name: "name"
    case .timetable: "timetable"
    }
  }

  /// The document that changes, nil where a list does.
  package var document: DocumentID? {
    if case .removalNotice(let id) = self { id } else { edition?.document }
  }

  /// The edition that changes, nil where a whole document or a list does.
  package var edition: EditionID? {
    switch self {
    case .release(let id), .correction(let id, _), .withdrawal(let id), .tombstone(let id), .opening(let id),
      .closing(let id):
      id
    case .removalNotice, .name, .timetable: nil
    }
  }

  /// Whether the text that the change is about was removed, so that not even its title may be repeated.
  package var isOfRemoved: Bool {
    switch self {
    case .tombstone, .removalNotice: true
    default: false
    }
  }

  /// What makes it the same change in every schedule, whatever its moment and its title:
  /// `release/letters/leeds-2024/1`.
  package var id: String {
    switch self {
    case .release(let id), .correction(let id, _):
      // Whether it is a correction depends on what became public before.
      "release/\(id.document)/\(id.number)"
    case .withdrawal(let id), .tombstone(let id): "\(kind)/\(id.document)/\(id.number)"
    // The dates of a consultation are one, whichever edition gives them.
    case .opening(let id), .closing(let id): "\(kind)/\(id.document)"
    case .removalNotice(let id): "\(kind)/\(id)"
    // Of names and timetables the place counts, so that the change stays the same when a slip is mended.
    case .name(_, let number, of: let inspectorate): "\(kind)/\(inspectorate)/\(number)"
    case .timetable(let number, of: let programme): "\(kind)/\(programme)/\(number)"
    }
  }
}

extension ScheduledChange: CustomStringConvertible {
  /// The change in words that quote nothing of a text: `release of letters/leeds-2024 edition 1`.
  package var description: String {
    switch self {
    case .release(let id): "release of \(id)"
    case .correction(let id, of: let number): "release of \(id), which takes the place of edition \(number)"
    case .withdrawal(let id): "withdrawal of \(id)"
    case .tombstone(let id): "tombstone of \(id), whose text was removed"
    case .removalNotice(let id): "notice of the removal of \(id)"
    case .opening(let id): "opening of the consultation \(id)"
    case .closing(let id): "closing of the consultation \(id)"
    case .name(let name, _, of: let inspectorate): "name of \(inspectorate): \(name)"
    case .timetable(let number, of: let programme): "timetable \(number) of programme \(programme)"
    }
  }
}
