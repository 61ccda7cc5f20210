import Embargo
import Model
import PublishingCalendar

extension Catalogue {
  /// The letters of a round of inspections, newest first: those that it names, as far as they are listed; where
  /// it names none, those on its themes whose inspection falls between its days.
  ///
  /// - Parameter overview: The release of the overview that looks back on them: where the round has no last
  ///   day, nothing that became public later belongs to it.
  func letters(of round: Round, upTo overview: Instant) -> [ListedDocument] {
    guard round.letters.isEmpty else {
      return round.letters.compactMap(listed).sorted { $0.position < $1.position }
    }
    let letters = round.themes.flatMap { documents(onTheme: $0) }.filter { listed in
      listed.document.id.collection == .letters && !isTranslation(listed.document)
        && falls(listed.document, into: round, upTo: overview)
    }
    var seen: Set<Int> = []
    return letters.sorted { $0.position < $1.position }.filter { seen.insert($0.position).inserted }
  }

  /// Whether the inspection that a letter tells of falls between the days of a round: by the first day of
  /// fieldwork, or by the release where that is not known.
  private func falls(_ letter: PublishedDocument, into round: Round, upTo overview: Instant) -> Bool {
    let day = letter.fieldwork?.start ?? day(of: letter)
    if let from = round.from, day < from { return false }
    guard let to = round.to else { return letter.firstRelease <= overview }
    return day <= to
  }
}

extension PublishedDocument {
  /// The days of fieldwork of the inspection that a letter tells of, nil where they are not known.
  var fieldwork: Fieldwork? {
    if case .letter(let facts) = current.edition.facts { facts.fieldwork } else { nil }
  }
}
