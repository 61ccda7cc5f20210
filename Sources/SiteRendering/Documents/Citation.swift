import Embargo
import Model
import PublishingCalendar

/// How an edition is cited: always by the address of the edition itself, which stays.
struct Citation {
  /// The inspectorates by their names of the edition's own date, else the title of the archive.
  let authors: [String]
  let year: Int
  let title: String
  let kind: String
  let number: Int
  let day: Day
  /// Whose words, where they are not the inspectorates' own.
  let wording: String?
  let address: String

  init(_ shown: PublishedEdition, kind: String, in catalogue: Catalogue, _ words: Words) {
    let edition = shown.edition
    let names = catalogue.inspectorates(of: shown).map(\.name.name)
    authors = names.isEmpty ? [catalogue.archive.settings.title] : names
    day = catalogue.day(of: shown.release)
    year = (edition.dated ?? day).year
    title = edition.title
    self.kind = kind
    number = edition.id.number
    wording = edition.wording == .official ? nil : words[edition.wording.short]
    address = catalogue.archive.settings.absolute(edition.id.address)
  }

  /// The citation as one line.
  func html(_ words: Words) -> HTMLText {
    let names = authors.joined(separator: words[.listSeparator])
    let edition = words(.citationEdition, String(number))
    let mark = wording.map { " [\($0)]" } ?? ""
    return HTMLText(joining: [
      HTMLText("\(names) (\(year)). \(title). \(kind), \(edition), "), HTMLText(day, words),
      HTMLText("\(mark). \(words[.citationAvailable]) \(address)"),
    ])
  }
}
