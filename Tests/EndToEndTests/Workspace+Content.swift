import Foundation

extension Workspace {
  /// Copies the site of the repository with short listings, lists of findings and feeds, so that few documents fill
  /// several.
  func copySite(listing: Int, findings: Int = 100, feed: Int) throws {
    try copy(Repository.site, to: "site")
    let lines = try read("site/site.yml").split(separator: "\n", omittingEmptySubsequences: false)
    let changed = lines.map { line in
      if line.hasPrefix("findings:") { return "findings: \(findings)" }
      if line.hasPrefix("listing:") { return "listing: \(listing)" }
      return line.hasPrefix("feed:") ? "feed: \(feed)" : String(line)
    }
    try write("site/site.yml", changed.joined(separator: "\n"))
  }

  /// Writes the smallest archive: its settings, and a list of each kind with an entry or two.
  func writeLists(_ settings: String = "") throws {
    try write(
      "content/archive.yml",
      """
      title: Test archive
      address: https://findings.example.org/
      time-zone: Europe/London
      release-time: "09:30"
      language: en-GB
      \(settings)
      """)
    try write(
      "content/inspectorates.yml",
      "- {id: ofsted, name: Ofsted}\n- {id: cqc, name: Care Quality Commission}\n")
    try write("content/themes.yml", "- {id: neglect, name: Neglect}\n")
    try write("content/areas.yml", "- {id: leeds, name: Leeds, region: Yorkshire, listed: true}\n")
    try write("content/programmes.yml", "- {id: jtai, name: Joint targeted area inspection}\n")
  }

  /// Writes a document of front matter and text.
  func writeDocument(_ path: String, _ front: String, _ body: String = "The text.") throws {
    try write("content/\(path)", "---\n\(front)\n---\n\n\(body)\n")
  }
}
