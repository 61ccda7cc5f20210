import Archive
import Model
import PublishingCalendar

extension Archive {
  /// What changes for readers of a document at the instant.
  func changes(of document: ArchivedDocument, at instant: Instant) -> [ScheduledChange] {
    guard let removal = document.removal else {
      return DocumentChanges(of: document, in: self, at: instant, view: .asItStands).all
    }
    guard document.ownsAddress else { return [] }
    let changes = DocumentChanges(of: document.beforeRemoval, in: self, at: instant, view: .beforeRemoval)
    return changes.tombstones
      + (removal.at == instant && changes.wasPublic ? [.removalNotice(document.id)] : [])
  }
}

/// What the editions of a document are just before an instant and at it.
private struct DocumentChanges {
  let document: ArchivedDocument
  let instant: Instant
  private let before: [EditionState]
  private let after: [EditionState]

  init(of document: ArchivedDocument, in archive: Archive, at instant: Instant, view: StateRules.View) {
    self.document = document
    self.instant = instant
    func states(at instant: Instant) -> [EditionState] {
      StateRules(archive: archive, document: document, instant: instant, view: view).verdicts().map(\.state)
    }
    before = states(at: instant.previous)
    after = states(at: instant)
  }

  /// Whether an edition was public just before.
  var wasPublic: Bool { before.contains(where: \.isPublic) }

  var all: [ScheduledChange] {
    let changes = document.editions.indices.map { place in
      (isReleased(place) ? [release(of: place)] : [])
        + (isWithdrawn(place) ? [.withdrawal(document.editions[place].id)] : [])
    }
    return changes.flatMap(\.self) + consultation
  }

  var tombstones: [ScheduledChange] {
    document.editions.indices.filter(isReleased).map { .tombstone(document.editions[$0].id) }
  }

  private func isReleased(_ place: Int) -> Bool { after[place].isPublic && !before[place].isPublic }

  private func isWithdrawn(_ place: Int) -> Bool { after[place] == .withdrawn && before[place] != .withdrawn }

  /// The editions before one that becomes public are all public with it or were so before.
  private func release(of place: Int) -> ScheduledChange {
    let id = document.editions[place].id
    return place == 0 ? .release(id) : .correction(id, of: document.editions[place - 1].id.number)
  }

  /// The opening and the closing: of the latest public edition alone, whose page or data say whether the
  /// consultation is open.
  private var consultation: [ScheduledChange] {
    guard let place = after.lastIndex(where: \.isPublic) else { return [] }
    let edition = document.editions[place]
    let facts = edition.edition.facts.consultation
    return (facts?.opens?.instant == instant ? [.opening(edition.id)] : [])
      + (facts?.closes?.instant == instant ? [.closing(edition.id)] : [])
  }
}
