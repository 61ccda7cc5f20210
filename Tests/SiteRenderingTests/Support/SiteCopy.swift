import FileSystem
import TestSupport

/// A copy of the site's folder with other sizes in its `site.yml`.
struct SiteCopy {
  private let folder: TemporaryFolder

  var path: String { folder.path }

  init(latest: Int = 3, listing: Int = 50, feed: Int = 30, findings: Int = 100) throws {
    folder = try TemporaryFolder()
    for name in try ["templates", "strings", "styles"].flatMap({ folder in
      try FileSystem.entries(of: BuiltSite.folder + "/" + folder).map { folder + "/" + $0.name }
    }) {
      try folder.write(FileSystem.read(BuiltSite.folder + "/" + name, limit: 1 << 20) ?? [], to: name)
    }
    try folder.write(
      "description: A test\nlatest: \(latest)\nlisting: \(listing)\nfeed: \(feed)\nfindings: \(findings)\n",
      to: "site.yml")
  }

  /// Puts other bytes into one of its files.
  func write(_ bytes: [UInt8], to name: String) throws {
    try folder.write(bytes, to: name)
  }
}
