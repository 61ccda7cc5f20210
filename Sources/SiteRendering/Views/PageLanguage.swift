import Embargo
import Model

/// A language that pages are in: its words and templates, and what its pages share.
struct PageLanguage: Sendable {
  private let language: SiteLanguage
  /// The language tag of a page in these words.
  let tag: String
  let frame: SiteFrame
  private let headers: [DocumentCollection: HTMLText]

  init(_ language: SiteLanguage, tag: String, _ catalogue: Catalogue, _ site: SiteFolder) {
    self.language = language
    self.tag = tag
    let frame = SiteFrame(catalogue, site, language)
    self.frame = frame
    let headers = DocumentCollection.allCases.map { collection in
      let listing = collection.address.map { Link(language.words[collection.plural], $0) }
      let ways = [Link(language.words[.home], Address.home), listing].compactMap(\.self)
      let way = ways.filter { catalogue.archive.hasPage($0.href) }
      return (collection, frame.header(section: collection.address, breadcrumbs: way))
    }
    self.headers = Dictionary(uniqueKeysWithValues: headers)
  }

  var words: Words { language.words }
  var templates: TemplateLibrary { language.templates }

  /// The header of the documents of a collection, rendered once.
  func header(of collection: DocumentCollection) -> HTMLText {
    guard let header = headers[collection] else { preconditionFailure("every collection has a header") }
    return header
  }

  /// A document as a line of a list on a page of that language tag.
  func line(for document: PublishedDocument, in catalogue: Catalogue, onPage tag: String) -> DocumentLine {
    DocumentLine(document, in: catalogue, language, pageLanguage: tag)
  }
}
