package import Diagnostics
package import Embargo
package import Escaping
import Markdown
package import Model

/// A copy of an edition for somebody who may read it before its release: one page that needs no other file, and a
/// sheet for comments.
package struct Pack: Sendable {
  /// The page.
  package let html: Bytes
  /// The sheet as a table for a word processor: a key, the text, and room for a comment and its evidence.
  package let comments: Bytes
  /// The digest of the public text, as the record of the site will have it.
  package let text: Digest
  /// What is wrong with the text; one with errors is given to nobody.
  package let diagnostics: [Diagnostic]

  /// Renders the edition with the same reading, marks and templates as the site.
  package init(_ packed: PackedEdition, copy: PackCopy, site: SiteFolder) throws {
    let catalogue = Catalogue(packed.archive)
    let edition = packed.shown.edition
    guard
      let language = site.languages[SiteLanguage.code(of: edition.language)]
        ?? site.languages[SiteLanguage.code(of: packed.archive.settings.language)]
    else { preconditionFailure("a site folder is loaded with the language of its archive") }
    var places: [CommentPlace] = []
    let rendered = try RenderedEdition(
      packed.shown, of: packed.document, with: TextReading(packed.archive), words: language.words,
      marks: { blocks, findings in
        places = CommentPlace.all(in: blocks, findings)
        return CommentPlace.marks(for: places)
      },
      readAttachment: { attachment in
        try attachment.read().map {
          RenderedAttachment(attachment: attachment, size: $0.count, digest: Digest(of: $0))
        }
      })
    let (pictures, absent) = try Self.files(of: rendered, packed.document.id)
    let view = PackView(
      rendered, packed: packed, copy: copy, absent: absent, places: places, catalogue: catalogue,
      words: language.words, styles: site.assets.styles.bytes)
    html = PackAddresses(packed: packed, pictures: pictures).settled(language.templates.render(.pack, view))
    comments = Self.table(of: places)
    text = rendered.digest
    diagnostics = rendered.diagnostics
  }

  /// The pictures that the text shows, by their addresses on the site, and the files that it only links to.
  private static func files(
    of rendered: RenderedEdition, _ document: DocumentID
  ) throws -> (pictures: [String: Bytes], absent: [RenderedAttachment]) {
    var pictures: [String: Bytes] = [:]
    var absent: [RenderedAttachment] = []
    for file in rendered.attachments {
      let path = document.address.file(file.attachment.name).path
      if PackAddresses.shows(path, in: rendered.html), let picture = try file.pictureAddress() {
        pictures[path] = picture
      } else {
        absent.append(file)
      }
    }
    return (pictures, absent)
  }

  private static func table(of places: [CommentPlace]) -> Bytes {
    var table = Bytes("key,text,comment,evidence\r\n".utf8)
    for place in places {
      table.append(spreadsheetCell: place.key)
      table.append(",")
      table.append(spreadsheetCell: place.text)
      table.append(",,\r\n")
    }
    return table
  }
}
