package import PublishingCalendar

/// What `archive.yml` says that readers may know.
package struct ArchiveSettings: Sendable {
  package var title: String
  /// The address of the site without a slash at the end: `https://findings.example.org`.
  package var address: String
  package var zone: Zone
  /// The time of a release that is given as a date alone.
  package var releaseTime: TimeOfDay
  package var language: String
  package var licence: Licence?
  /// Whether the SQLite download is made.
  package var hasSQLite: Bool

  package init(
    title: String, address: String, zone: Zone, releaseTime: TimeOfDay, language: String,
    licence: Licence?, hasSQLite: Bool
  ) {
    self.title = title
    self.address = address
    self.zone = zone
    self.releaseTime = releaseTime
    self.language = language
    self.licence = licence
    self.hasSQLite = hasSQLite
  }

  /// The whole address of a place on the site.
  package func absolute(_ place: Address) -> String { address + place.path }
}

package struct Licence: Hashable, Sendable {
  package let name: String
  package let url: String

  package init(name: String, url: String) {
    self.name = name
    self.url = url
  }
}
