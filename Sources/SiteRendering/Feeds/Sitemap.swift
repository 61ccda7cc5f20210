import Escaping
import Model
import PublishingCalendar

/// The pages of the site for search engines, in files of at most 50,000 addresses (sitemaps.org).
struct Sitemap {
  /// A page that is to be found, and when it changed where that is known.
  struct Page {
    let address: Address
    let changed: Instant?
  }

  private static let longest = 50_000

  /// The files by their addresses; one file, or an index with its parts.
  static func files(_ pages: [Page], settings: ArchiveSettings) -> [(address: Address, bytes: Bytes)] {
    let main = Address.home.file("sitemap.xml")
    guard pages.count > longest else { return [(main, list(pages, settings))] }
    let starts = Array(stride(from: 0, to: pages.count, by: longest))
    var files = starts.enumerated().map { index, start in
      (
        Address.home.file("sitemap-\(index + 1).xml"),
        list(Array(pages[start..<min(start + longest, pages.count)]), settings)
      )
    }
    var index = Bytes()
    index.append("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<sitemapindex xmlns=\"")
    index.append("http://www.sitemaps.org/schemas/sitemap/0.9\">\n")
    for (address, _) in files {
      index.append("<sitemap><loc>")
      index.append(xml: settings.absolute(address))
      index.append("</loc></sitemap>\n")
    }
    index.append("</sitemapindex>\n")
    files.append((main, index))
    return files
  }

  private static func list(_ pages: [Page], _ settings: ArchiveSettings) -> Bytes {
    var bytes = Bytes()
    bytes.append("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<urlset xmlns=\"")
    bytes.append("http://www.sitemaps.org/schemas/sitemap/0.9\">\n")
    for page in pages {
      bytes.append("<url><loc>")
      bytes.append(xml: settings.absolute(page.address))
      bytes.append("</loc>")
      if let changed = page.changed {
        bytes.append("<lastmod>")
        bytes.append(verbatim: changed.rfc3339)
        bytes.append("</lastmod>")
      }
      bytes.append("</url>\n")
    }
    bytes.append("</urlset>\n")
    return bytes
  }
}
