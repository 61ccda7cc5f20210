import Archive
import Diagnostics
import Sealing
import SiteRendering

extension Publication {
  /// The content and the site as they were read.
  struct Source {
    let archive: Archive
    let site: SiteFolder
    /// The folders that they were read from.
    let paths: (content: String, site: String)

    /// Reads both; an error in what every page needs is reported and ends the command.
    init(_ options: ArchiveOptions, _ identity: Identity?) async throws {
      paths = (options.content, options.site)
      archive = try await options.load(with: identity)
      let errors = archive.diagnostics.filter { $0.severity == .error }
      guard errors.isEmpty else {
        Progress.clear()
        Console.report(errors)
        throw PublicationError.brokenContent
      }
      site = try options.loadSite(for: archive)
    }
  }
}
