/// The first names of the addresses that the generator makes by itself, and so no document may have.
package enum GeneratedAddresses {
  /// Pages below the root that are neither collections nor documents, each with what lies below it.
  package static let sections: Set<String> = [
    "agencies", "areas", "assets", "channels", "criteria", "data", "inspectorates", "practice",
    "priority-actions",
    "search", "themes",
  ]

  /// Files at the root.
  package static let files: Set<String> = [
    "index.html", "404.html", "robots.txt", "sitemap.xml", "feed.xml", "record.json",
  ]

  /// Files beside the page about the data for researchers.
  package static func dataFiles(hasSQLite: Bool) -> [String] {
    let tables = ["documents.csv", "findings.csv", "passages.csv", "coverage.csv"]
    return tables + tables.map { $0 + "-metadata.json" } + ["csv-metadata.json", "datapackage.json"]
      + (hasSQLite ? ["findings.sqlite"] : [])
  }

  /// Whether the first name of an address, in lower case, is that of a section, a file or a collection.
  package static func contains(_ name: String) -> Bool {
    sections.contains(name) || files.contains(name) || DocumentCollection(rawValue: name) != nil
  }
}
