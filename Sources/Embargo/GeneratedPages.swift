import Model
import PublishingCalendar

/// The addresses of the pages that the generator makes by itself: listings, and what the lists name.
///
/// The later pages of a listing are none of them: what they hold moves on with every release.
struct GeneratedPages: Sendable {
  private let paths: Set<String>

  init(of documents: [PublishedDocument], _ lists: Lists, _ settings: ArchiveSettings) {
    var pages: Set<Address> = [.home]
    for document in documents where !document.isWithdrawn {
      if document.id.collection == .letters {
        pages.formUnion(["priority-actions", "practice"].map(Address.home.folder))
      }
      guard let listing = document.id.collection.address else { continue }
      pages.insert(listing)
      pages.insert(listing.folder(String(settings.zone.local(document.firstRelease).day.year)))
    }
    for (section, ids) in [
      ("themes", lists.themes.map(\.id)), ("areas", lists.areas.map(\.id)),
      ("inspectorates", lists.inspectorates.map(\.id)),
    ] where !ids.isEmpty {
      let listing = Address.home.folder(section)
      pages.insert(listing)
      for id in ids {
        pages.insert(listing.folder(id))
        pages.insert(listing.folder(id).file("feed.xml"))
      }
    }
    pages.formUnion(GeneratedAddresses.files.map(Address.home.file))
    pages.insert(.home.folder("search"))
    let data = Address.home.folder("data")
    pages.insert(data)
    pages.formUnion(GeneratedAddresses.dataFiles(hasSQLite: settings.hasSQLite).map(data.file))
    paths = Set(pages.map(\.path))
  }

  /// Whether one of them is at the path; a part after `#` or `?`, and a slash at the end, are passed over.
  func contains(_ path: String) -> Bool {
    let plain = path.prefix { $0 != "#" && $0 != "?" }
    return Address(written: String(plain)).map { paths.contains($0.path) } ?? (plain == "/")
  }
}
