import Embargo
import Escaping
import Model
import PublishingCalendar

/// What search engines read about a page: a JSON-LD data block of schema.org.
enum StructuredData {
  /// The edition as a report.
  static func report(
    _ shown: PublishedEdition, of document: PublishedDocument, _ citation: Citation, in catalogue: Catalogue
  ) -> String {
    let edition = shown.edition
    let settings = catalogue.archive.settings
    let areas = catalogue.areas(of: edition).map(\.name)
    let authors = citation.authors.map { JSON.object([("@type", "Organization"), ("name", .string($0))]) }
    let data = JSON.members([
      ("@context", "https://schema.org"),
      ("@type", .string(document.id.collection == .pages ? "WebPage" : "Report")),
      ("name", .string(edition.title)),
      ("description", .text(edition.summary)),
      ("url", .string(settings.absolute(document.id.address))),
      ("identifier", .string(citation.address)),
      ("inLanguage", .string(edition.language)),
      ("datePublished", .string(document.firstRelease.rfc3339)),
      ("dateModified", .string(shown.release.rfc3339)),
      ("version", .string(String(edition.id.number))),
      ("creativeWorkStatus", document.withdrawal(of: shown) == nil ? nil : "Withdrawn"),
      ("reportNumber", .text(edition.reference)),
      ("author", .array(authors)),
      ("spatialCoverage", areas.isEmpty ? nil : .strings(areas)),
      ("isBasedOn", .text(edition.source?.url)),
      ("license", .text(settings.licence?.url)),
    ])
    return String(decoding: data.line(), as: UTF8.self)
  }

  /// The site itself.
  static func site(_ settings: ArchiveSettings, description: String) -> String {
    let data = JSON.members([
      ("@context", "https://schema.org"),
      ("@type", "WebSite"),
      ("name", .string(settings.title)),
      ("description", .string(description)),
      ("url", .string(settings.absolute(.home))),
      ("inLanguage", .string(settings.language)),
    ])
    return String(decoding: data.line(), as: UTF8.self)
  }
}
