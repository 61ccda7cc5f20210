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

  /// Whether a file of the output is a style, a script or an image of the site itself.
  package static func isAsset(_ path: String) -> Bool {
    let names = path.split(separator: "/")
    return names.first == "assets" || (names.first == "channels" && names.dropFirst(2).first == "assets")
  }

  /// Whether a file of the output is named by the digest of its bytes, so that its address never has others.
  package static func isNamedByContent(_ path: String) -> Bool {
    isAsset(path) || (path.hasPrefix("search/index/") && path != "search/index/manifest")
  }

  /// Whether the first name of an address, in lower case, is that of a section, a file or a collection.
  package static func contains(_ name: String) -> Bool {
    sections.contains(name) || files.contains(name) || DocumentCollection(rawValue: name) != nil
  }
}
