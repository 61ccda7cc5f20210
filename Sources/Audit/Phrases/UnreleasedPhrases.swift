import Archive
import Embargo
import Escaping
import Model
import PublishingCalendar

extension PhraseSet {
  /// The phrases of everything in an archive that is not public at an instant, whether or not readers may know them
  /// from elsewhere.
  ///
  /// - Parameter vocabulary: The words of what is public.
  init(
    of archive: Archive, besides published: PublishedArchive, using vocabulary: PublicVocabulary,
    at instant: Instant
  ) {
    self.init()
    let removed = Set(published.removals.map(\.id))
    for document in archive.documents {
      let known = published.document(document.id)
      if known == nil, !removed.contains(document.id) { insert(document.id) }
      // Another file may claim the id.
      let shown = document.ownsAddress ? known : nil
      let numbers = Set(shown?.editions.map(\.edition.id.number) ?? [])
      for edition in document.editions {
        insertStatus(edition, at: instant)
        if !numbers.contains(edition.id.number) { insert(edition) }
      }
      insertFileNames(of: document, besides: shown, settings: archive.settings)
    }
    insertEntries(of: archive.lists, besides: published.lists)
    insertUnusedEntries(of: archive.lists, vocabulary)
    insertNamesToCome(of: archive.lists, besides: published.lists)
    for moratorium in archive.rules.moratoria {
      insert(moratorium.reason, .status, telling: .entry(of: "archive.yml", "moratoria"))
    }
    // Last, since a phrase tells of what it was first found in, and a name alone stops nothing.
    for document in archive.documents {
      for edition in document.editions { insertPeople(of: edition, at: instant) }
    }
  }

  /// Adds an edition that readers must not know: its title, and every run of words of its file.
  private mutating func insert(_ edition: ArchivedEdition) {
    let subject = Secret.Subject.edition(edition.id)
    insert(edition.edition.title, .title, telling: subject)
    let front = (try? edition.edition.body.readFrontMatter()) ?? []
    let body = (try? edition.edition.body.read()) ?? []
    // As it is written, in case the file itself got out, and as readers would see it; what status keys say is known
    // to tombstones.
    let texts = [
      Bytes((edition.edition.summary ?? "").utf8), Bytes((edition.edition.change ?? "").utf8),
      (front + body).withoutStatusKeys, body.withoutMarkdownTargets,
    ]
    insertRuns(of: texts, telling: subject)
  }

  /// Adds what the status keys say, which is for the staff; a withdrawal until it begins.
  private mutating func insertStatus(_ edition: ArchivedEdition, at instant: Instant) {
    let status = edition.status
    let (withdrawal, removal) = (status.withdrawal(after: instant), status.removal(after: instant))
    for text in [status.hold?.reason, status.moratoriumExemption, withdrawal?.reason, removal?.reason] {
      if let text { insert(text, .status, telling: .edition(edition.id)) }
    }
  }

  /// Adds whom the status keys name, in the same way.
  private mutating func insertPeople(of edition: ArchivedEdition, at instant: Instant) {
    let status = edition.status
    let (withdrawal, removal) = (status.withdrawal(after: instant), status.removal(after: instant))
    let names =
      status.agreements.map(\.by) + [status.hold?.cleared?.by, withdrawal?.decidedBy, removal?.decidedBy]
    for name in names { if let name { insert(name, .person, telling: .edition(edition.id)) } }
  }

  /// Adds the names of the files beside a document that no public edition links to.
  private mutating func insertFileNames(
    of document: ArchivedDocument, besides shown: PublishedDocument?, settings: ArchiveSettings
  ) {
    guard !document.attachments.isEmpty else { return }
    let linked = shown?.linkedNames(settings: settings) ?? []
    for attachment in document.attachments where !linked.contains(attachment.name) {
      insert(attachment.name, .fileName, telling: .document(document.id))
    }
  }

  /// Adds the names of the entries that no public edition reaches.
  private mutating func insertEntries(of lists: Lists, besides reached: Lists) {
    let themes = Set(reached.themes.map(\.id))
    for theme in lists.themes where !themes.contains(theme.id) {
      for name in [theme.name] + theme.aliases {
        insert(name, .listEntry, telling: .entry(of: "themes.yml", theme.id))
      }
    }
    let areas = Set(reached.areas.map(\.id))
    for area in lists.areas where !areas.contains(area.id) {
      for name in [area.name] + area.aliases {
        insert(name, .listEntry, telling: .entry(of: "areas.yml", area.id))
      }
    }
    let programmes = Set(reached.programmes.map(\.id))
    for programme in lists.programmes where !programmes.contains(programme.id) {
      insert(programme.name, .listEntry, telling: .entry(of: "programmes.yml", programme.id))
    }
  }

  /// Adds the agencies that no public text can name, and what the glossary says of terms that none has.
  private mutating func insertUnusedEntries(of lists: Lists, _ vocabulary: PublicVocabulary) {
    for agency in lists.agencies {
      let names = [agency.name] + agency.aliases
      guard !([agency.id] + names).contains(where: vocabulary.mayHave) else { continue }
      for name in names { insert(name, .listEntry, telling: .entry(of: "agencies.yml", agency.id)) }
    }
    for (place, entry) in lists.glossary.enumerated() {
      let names = [entry.term, entry.expansion].compactMap(\.self)
      guard !names.contains(where: vocabulary.mayHave) else { continue }
      for text in names + [entry.definition].compactMap(\.self) {
        insert(text, .listEntry, telling: .entry(of: "glossary.yml", "entry \(place + 1)"))
      }
    }
  }

  /// Adds the names of inspectorates that do not hold yet.
  private mutating func insertNamesToCome(of lists: Lists, besides reached: Lists) {
    for (inspectorate, known) in zip(lists.inspectorates, reached.inspectorates) {
      for name in inspectorate.names where !known.names.contains(name) {
        for text in [name.name, name.shortName].compactMap(\.self) {
          insert(text, .listEntry, telling: .entry(of: "inspectorates.yml", inspectorate.id))
        }
      }
    }
  }
}

extension PublishingStatus {
  /// The withdrawal, where it is still to come.
  fileprivate func withdrawal(after instant: Instant) -> Withdrawal? {
    withdrawal.flatMap { $0.at > instant ? $0 : nil }
  }

  /// The removal, where nobody is told its reason yet.
  fileprivate func removal(after instant: Instant) -> Removal? {
    removal.flatMap { ($0.at.map { $0 > instant } ?? true) ? $0 : nil }
  }
}

extension PublishedDocument {
  /// The names of the files that a public edition links to.
  func linkedNames(settings: ArchiveSettings) -> Set<String> {
    Set(
      editions.flatMap { edition in
        (try? EditionText(edition.edition, settings: settings))?.attachmentNames ?? []
      })
  }
}
