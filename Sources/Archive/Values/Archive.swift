package import Diagnostics
package import EditorialChecks
package import Model
package import PublishingCalendar

/// Everything that the content holds, public or not.
///
/// Nothing here may reach a reader: `published(at:)` of the module `Embargo` is the only way out.
package struct Archive: Sendable {
  package var settings: ArchiveSettings
  package var rules: PublishingRules
  package var lists: Lists
  package var workingDays: WorkingDays
  /// The people who may be given what is not public yet.
  package let recipients: [Recipient]
  /// The documents in the order of their ids.
  package var documents: [ArchivedDocument]
  /// The sealed documents that are not among them.
  package let unopened: UnopenedDocuments
  /// What is wrong with the settings, the lists and the folders: it stops every build.
  package var diagnostics: [Diagnostic]
}

/// What `archive.yml` says about when editions may be released.
package struct PublishingRules: Sendable {
  package var agreement: AgreementRule?
  package var moratoria: [Moratorium] = []
  /// What is said of editorial rules, by their names.
  package var checks: [String: CheckLevel] = [:]

  package init() {}

  /// The moratorium that keeps back an edition with that release, nil where none does or it is exempt.
  package func moratorium(over edition: ArchivedEdition, release: Instant) -> Moratorium? {
    guard edition.status.moratoriumExemption == nil else { return nil }
    return moratoria.first { $0.covers(edition, release: release) }
  }
}

/// The collections whose editions, released from a moment on, every inspectorate must have agreed.
package struct AgreementRule: Sendable {
  package let collections: [DocumentCollection]
  package let from: Instant

  /// Whether an edition with that release needs the agreement of its inspectorates.
  package func covers(_ edition: ArchivedEdition, release: Instant) -> Bool {
    collections.contains(edition.id.document.collection) && release >= from
  }
}

/// A window in which nothing is released unless exempted.
package struct Moratorium: Sendable {
  package let from: Instant
  package let to: Instant
  package let reason: String
  /// The areas and collections that it covers; none named means all.
  package let areas: [String]
  package let collections: [DocumentCollection]

  /// Whether an edition with that release falls into the window.
  package func covers(_ edition: ArchivedEdition, release: Instant) -> Bool {
    guard from <= release, release <= to else { return false }
    guard collections.isEmpty || collections.contains(edition.id.document.collection) else { return false }
    return areas.isEmpty || edition.edition.facts.areas.contains(where: areas.contains)
  }
}

/// A document with all its editions, first to last.
package struct ArchivedDocument: Sendable {
  package let id: DocumentID
  package var editions: [ArchivedEdition]
  /// The files in the document's folder, whoever links to them.
  package let attachments: [Attachment]
  /// The path of the sealed file that it was opened from; nil where it lies open.
  package let sealedFile: String?
  /// Whether its address is its own.
  ///
  /// Where it is none, or that of something else, nothing of the document has a place on the site, not even the notice
  /// of a removal.
  package var ownsAddress = false
}

/// An edition with what decides whether it is public.
package struct ArchivedEdition: Sendable {
  package let id: EditionID
  /// The path as the user would type it.
  package let file: String
  /// What the front matter says, as far as it could be read.
  package var edition: Edition
  package var status: PublishingStatus
  /// The former addresses that it names, but for those that belong to something else.
  package var redirects: [Address] = []
  /// The line of the file on which the former addresses stand.
  package var redirectLine: Int?
  /// The digest of the text as it stands, where an agreement to it has to be compared; nil where the text
  /// cannot be read.
  package var textDigest: Digest?
  package var diagnostics: [Diagnostic]

  package var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }
}

/// The status keys of an edition.
package struct PublishingStatus: Sendable {
  package enum Release: Sendable {
    /// No `release` key: a draft.
    case none
    case at(Instant)
    /// A release that names no moment; until it is mended, nobody can say that it is not due.
    case unreadable
  }

  package struct Agreement: Sendable {
    package let inspectorate: String
    package let by: String?
    package let at: Instant
    package let digest: String
  }

  package struct Hold: Sendable {
    package let reason: String
    /// The end of the day on which somebody should look again.
    package let review: Instant?
    package let cleared: Clearance?

    package init(reason: String, review: Instant?, cleared: Clearance?) {
      self.reason = reason
      self.review = review
      self.cleared = cleared
    }
  }

  package struct Clearance: Sendable {
    package let by: String?
    package let at: Instant
  }

  package struct Removal: Sendable {
    /// The moment from which the tombstone says more; nil where the key cannot be read.
    ///
    /// The text is gone either way.
    package let at: Instant?
    package let reason: String
    package let decidedBy: String?
  }

  package var release: Release = .none
  package var agreements: [Agreement] = []
  package var hold: Hold?
  /// The reason for which moratoria do not apply.
  package var moratoriumExemption: String?
  package var withdrawal: Withdrawal?
  package var removal: Removal?

  package init() {}
}
