import Embargo
import Escaping
import Model
import PublishingCalendar

/// A feed of what became public, newest first (RFC 4287).
///
/// An entry stands for an edition, so a correction is news too; minor changes are not announced. The dates
/// are those of the releases: no clock is read.
struct AtomFeed {
  let title: String
  /// The page that the feed is about.
  let page: Address
  let entries: [Entry]
  /// When the feed last had news.
  let updated: Instant

  /// A public edition of a document.
  struct Entry {
    let document: PublishedDocument
    let shown: PublishedEdition
  }

  /// The editions of the documents that a feed announces, newest first.
  ///
  /// Only the few that can be among the newest are looked at again: a feed is short however long the list.
  static func entries(of documents: some Sequence<PublishedDocument>, limit: Int) -> [Entry] {
    var newest: [Entry] = []
    var oldest: Instant?
    for document in documents {
      for shown in document.editions where shown.isAnnounced {
        if let oldest, shown.release < oldest { continue }
        newest.append(Entry(document: document, shown: shown))
        if newest.count == 2 * limit {
          newest = Array(newest.sorted(by: isNewer).prefix(limit))
          oldest = newest.last?.shown.release
        }
      }
    }
    return Array(newest.sorted(by: isNewer).prefix(limit))
  }

  private static func isNewer(_ a: Entry, _ b: Entry) -> Bool {
    a.shown.release == b.shown.release
      ? a.shown.edition.id < b.shown.edition.id : a.shown.release > b.shown.release
  }

  /// The file; an entry has the words of its own language, as far as the site has them.
  func document(in renderer: SiteRenderer) -> Bytes {
    let settings = renderer.catalogue.archive.settings
    var bytes = Bytes()
    bytes.append(
      "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"")
    bytes.append(xml: settings.language)
    bytes.append("\">\n")
    bytes.append(element: "title", title)
    let own = renderer.ownSettings
    bytes.append(element: "id", own.absolute(page))
    bytes.append(link: "alternate", type: "text/html", own.absolute(page))
    bytes.append(link: "self", type: "application/atom+xml", own.absolute(page.file("feed.xml")))
    bytes.append(element: "updated", updated.rfc3339)
    bytes.append("<author>")
    bytes.append(element: "name", settings.title)
    bytes.append("</author>\n")
    if let licence = settings.licence { bytes.append(element: "rights", licence.name) }
    for entry in entries { write(entry, to: &bytes, renderer) }
    bytes.append("</feed>\n")
    return bytes
  }

  private func write(_ entry: Entry, to bytes: inout Bytes, _ renderer: SiteRenderer) {
    let edition = entry.shown.edition
    let catalogue = renderer.catalogue
    let settings = catalogue.archive.settings
    let words = renderer.language(for: edition.language).words
    bytes.append("<entry")
    if let language = edition.language(on: settings.language) {
      bytes.append(" xml:lang=\"")
      bytes.append(xml: language)
      bytes.append("\"")
    }
    bytes.append(">\n")
    let number = String(edition.id.number)
    bytes.append(
      element: "title", edition.id.number == 1 ? edition.title : words(.feedEdition, number, edition.title))
    // The entry is the same in whatever feed it stands.
    bytes.append(element: "id", settings.absolute(edition.id.address))
    bytes.append(link: "alternate", type: "text/html", renderer.ownSettings.absolute(edition.id.address))
    bytes.append(element: "published", entry.document.firstRelease.rfc3339)
    bytes.append(element: "updated", entry.shown.release.rfc3339)
    // Only what the inspectorates wrote is by them.
    for (_, name) in edition.wording == .official ? catalogue.inspectorates(of: entry.shown) : [] {
      bytes.append("<author>")
      bytes.append(element: "name", name.name)
      bytes.append("</author>\n")
    }
    for theme in catalogue.themes(of: edition) { bytes.append(category: theme.name) }
    // Readers sort by categories, so that they are in one language.
    bytes.append(category: renderer.mainWords[edition.wording.short])
    if let summary = edition.change ?? edition.summary {
      bytes.append(element: "summary", "\(words[edition.wording.short]). \(summary)")
    } else {
      bytes.append(element: "summary", words[edition.wording.short])
    }
    bytes.append("</entry>\n")
  }
}

extension Bytes {
  fileprivate mutating func append(element name: StaticString, _ text: String) {
    append("<")
    append(name)
    append(">")
    append(xml: text)
    append("</")
    append(name)
    append(">\n")
  }

  fileprivate mutating func append(link relation: StaticString, type: StaticString, _ address: String) {
    append("<link rel=\"")
    append(relation)
    append("\" type=\"")
    append(type)
    append("\" href=\"")
    append(xml: address)
    append("\"/>\n")
  }

  fileprivate mutating func append(category term: String) {
    append("<category term=\"")
    append(xml: term)
    append("\"/>\n")
  }
}

extension PublishedEdition {
  /// Whether feeds announce the edition: not when it is withdrawn, nor for a change of no substance.
  fileprivate var isAnnounced: Bool {
    withdrawal == nil && (edition.id.number == 1 || !edition.isMinor)
  }
}
