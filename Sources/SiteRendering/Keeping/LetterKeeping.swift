import Embargo
import Escaping
import FileSystem
import Markdown
import Model

/// Whether the pages of a letter can stay as the last build left them.
extension SiteRenderer {
  /// Keeps the pages of a letter; nil where they are not there, or would be others.
  ///
  /// - Parameter hasDatabase: Whether rows of it are needed for a database.
  func keep(_ letter: PublishedDocument, _ entry: KeptIndex.Entry, hasDatabase: Bool) throws -> KeptLetter? {
    guard let kept, let record = try? kept.file.read(entry.record),
      let last = try KeptLetter(reading: record, of: letter),
      answers(to: last.links, in: letter) == last.answers, (last.database != nil) == hasDatabase
    else { return nil }
    if let words = last.search, try search?.add(words, of: letter) == false { return nil }
    for site in [self] + channels where site.has(letter.id) {
      guard try site.sink.keep(folder: letter.id.address.outputFolder) else {
        throw LastTreeError.missing(letter.id)
      }
    }
    return last
  }

  /// The digest of what the pages of all letters take besides documents: the archive, the site with its words, and the
  /// pages that there are in the menus and channels.
  func basisOfLetters() -> Digest {
    var builder = DigestBuilder()
    builder.append(catalogue.archive.basis.raw)
    builder.append(site.digest.raw)
    builder.append(Digest(ofPartsOf: (accessibilityPage, siteFeeds)).raw)
    for site in [self] + channels {
      builder.append(site.frameDigest.raw)
      builder.append(Digest(ofPartsOf: site.addressing.pagesBesidesDocuments).raw)
    }
    return builder.digest
  }

  /// The digest of what stands around the pages of letters.
  private var frameDigest: Digest {
    Digest(
      ofParts: site.languages.keys.sorted().flatMap { code in
        let language = language(for: code)
        return [language.header(of: .letters), language.frame.head, language.frame.footer].map(\.bytes)
      })
  }

  /// Where links of a letter lead: for each whether readers find it, and whether each of the letter's channels has it.
  func answers(to links: [String], in letter: PublishedDocument) -> Bytes {
    let own = channels.filter { $0.has(letter.id) }
    return links.flatMap { link in
      let reference = Reference(link, settings: catalogue.archive.settings).written(in: letter.id)
      guard reading.leads(to: reference) else { return Bytes([0]) }
      let path =
        switch EditionText.target(of: reference, in: letter.id, isPublic: reading.leads) {
        case .address(let address): address
        case .asWritten, .plainText: link
        }
      return [1] + own.map { $0.addressing.has(path) ? 1 : 0 }
    }
  }
}
