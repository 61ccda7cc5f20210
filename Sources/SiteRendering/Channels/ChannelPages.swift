import Embargo
import Model
import PublishingCalendar

/// Which addresses a channel answers; whatever else a page of it leads to, the archive answers.
///
/// A channel has its documents and the ways to them: home, listings, themes and areas. What compares the whole
/// archive, such as the pages of agencies and criteria, the search and the data, is the archive's alone.
struct ChannelPages: Sendable {
  /// The documents by the paths of their addresses.
  private let documents: [String: PublishedDocument]
  /// The paths of documents, editions and tombstones.
  private let texts: Set<String>
  /// The paths of other pages and files.
  private let pages: Set<String>
  /// The paths of pages below which it has everything that the archive has.
  private let sections: Set<String>

  /// What a channel has of the part of the archive that belongs to it.
  init(_ catalogue: Catalogue) {
    let archive = catalogue.archive
    documents = Dictionary(
      archive.documents.map { ($0.id.address.path, $0) }, uniquingKeysWith: { first, _ in first })
    let addresses =
      archive.documents.flatMap { [$0.id.address] + $0.editions.map(\.edition.id.address) }
      + archive.removals.flatMap { [$0.id.address] + $0.editions.map(\.address) }
    texts = Set(addresses.map(\.path))
    var pages: Set<Address> = [.home]
    for file in ["404.html", "feed.xml", "sitemap.xml"] { pages.insert(.home.file(file)) }
    pages.formUnion(archive.redirects.map(\.from))
    var sections: Set<Address> = [.home.folder("assets")]
    for collection in DocumentCollection.allCases {
      guard let listing = collection.address, !catalogue.documents(in: collection).isEmpty else { continue }
      pages.insert(listing)
      sections.insert(listing.folder("page"))
      let years = Set(catalogue.documents(in: collection).map { catalogue.day(of: $0.document).year })
      sections.formUnion(years.map { listing.folder(String($0)) })
    }
    if !archive.lists.themes.isEmpty { pages.insert(EntryList.themes.address) }
    if !archive.lists.areas.isEmpty { pages.insert(EntryList.areas.address) }
    sections.formUnion(archive.lists.themes.map { .theme($0.id) })
    sections.formUnion(archive.lists.areas.map { .area($0.id) })
    self.pages = Set(pages.map(\.path))
    self.sections = Set(sections.map(\.path))
  }

  /// The paths of pages that are no documents, and of those below which it has everything.
  var besidesDocuments: [Set<String>] { [pages, sections] }

  /// Whether the address is that of a document, an edition or a tombstone.
  func isOfDocument(_ address: Address) -> Bool { texts.contains(address.path) }

  /// Whether the channel answers at a path from its root, however an author may have written it.
  func contains(_ path: String) -> Bool {
    if hasPage(path) { return true }
    // An author may leave out the last slash, or name the file.
    guard !path.hasSuffix("/"), let address = Address(written: path) else { return false }
    return address.path != path && hasPage(address.path)
  }

  /// Whether there is a page or file at the path of an address; asked for each link of each page.
  private func hasPage(_ path: String) -> Bool {
    if texts.contains(path) || pages.contains(path) { return true }
    let bytes = path.utf8
    var slashes = 0
    var last = bytes.startIndex
    for index in bytes.indices where bytes[index] == UInt8(ascii: "/") {
      slashes += 1
      last = index
      if slashes == 2 || slashes == 3, sections.contains(String(path[...index])) { return true }
    }
    guard let document = documents[String(path[...last])] else { return false }
    let name = path[bytes.index(after: last)...]
    return name.hasSuffix(Self.picture) || document.attachment(linkedAs: String(name)) != nil
  }

  /// The ending of the pictures that pages draw; no attachment has it.
  private static let picture = ".svg"

  /// Whether the address is that of a picture on the page of a document.
  func hasPicture(at address: Address) -> Bool {
    guard address.path.hasSuffix(Self.picture), let slash = address.path.lastIndex(of: "/") else {
      return false
    }
    return documents[String(address.path[...slash])] != nil
  }
}
