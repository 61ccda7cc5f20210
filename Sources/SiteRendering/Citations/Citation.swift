import Embargo
import Model
import PublishingCalendar

/// How an edition is cited: always by the address of the edition itself, which stays.
struct Citation {
  /// Whoever wrote it: the inspectorates by their names of the edition's own date, where the words are theirs;
  /// else the archive.
  let authors: [String]
  /// The date that the text bears; one of the archive's own is of the day of its release.
  let dated: Day
  /// The title, with a mark that says whose words these are, where they are not the inspectorates' own.
  let title: String
  let kind: String
  let number: Int
  /// The day of the edition's release.
  let day: Day
  /// What whoever cites it has to know: whose words these are and whose official text they are about, and that
  /// it is withdrawn.
  let note: String?
  let address: String
  /// The archive, which publishes the edition.
  let publisher: String
  /// The publisher's own number.
  let reference: String?
  let language: String
  /// A name for the edition that no other has, made of letters, digits and hyphens.
  let key: String

  init(
    _ shown: PublishedEdition, of document: PublishedDocument, in catalogue: Catalogue, _ words: Words
  ) {
    let edition = shown.edition
    let isOfficial = edition.wording == .official
    let inspectorates = catalogue.inspectorates(of: shown).map(\.name.name)
    let archive = catalogue.archive.settings.title
    publisher = archive
    authors = isOfficial && !inspectorates.isEmpty ? inspectorates : [archive]
    day = catalogue.day(of: shown.release)
    dated = isOfficial ? edition.dated ?? day : day
    title = isOfficial ? edition.title : "\(edition.title) [\(words[edition.wording.short])]"
    kind = words[edition.singular]
    number = edition.id.number
    let names = inspectorates.joined(separator: words[.listSeparator])
    let notes = [
      edition.wording.note.map { words($0, archive) },
      isOfficial || names.isEmpty ? nil : words(.citationNoteOfficialBy, names),
      document.withdrawal(of: shown).map { withdrawal in
        words(.noticeWithdrawnHeading, words.date(catalogue.day(of: withdrawal.at))) + "."
      },
    ].compactMap(\.self)
    note = notes.isEmpty ? nil : notes.joined(separator: " ")
    address = catalogue.archive.settings.absolute(edition.id.address)
    reference = edition.reference
    language = edition.language
    key = "\(document.id.collection.rawValue)-\(document.id.slug)-edition-\(number)"
  }

  /// The date of the document as `2016/05/10`.
  var datedWithSlashes: String {
    let hyphen = UInt8(ascii: "-")
    return String(
      decoding: dated.description.utf8.map { $0 == hyphen ? UInt8(ascii: "/") : $0 }, as: UTF8.self)
  }

  /// The citation as one line.
  func html(_ words: Words) -> HTMLText {
    let names = authors.joined(separator: words[.listSeparator])
    let edition = words(.citationEdition, String(number))
    return HTMLText(joining: [
      HTMLText("\(names) (\(dated.year)). \(title). \(kind), \(edition), "), HTMLText(day, words),
      HTMLText(". \(words[.citationAvailable]) \(address)"),
    ])
  }
}

extension Wording {
  /// What a citation says of words that are not the inspectorates' own; the archive is named in it.
  fileprivate var note: Phrase? {
    switch self {
    case .official: nil
    case .summary: .citationNoteSummary
    case .facts: .citationNoteFacts
    }
  }
}
