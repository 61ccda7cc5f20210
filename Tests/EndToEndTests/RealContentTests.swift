import Foundation
import Testing

/// The archive of the repository, as readers get it.
@Suite struct RealContentTests {
  /// The site of an instant, built once for each.
  private func site(at instant: String) throws -> (workspace: Workspace, tree: Tree) {
    let workspace = try Workspace()
    return (workspace, try workspace.build(Repository.content.path, at: instant))
  }

  /// What tells of Oxfordshire's inspection, whose letter was released on 10 May 2016 at 9.30.
  private static let oxfordshire = [
    "oxfordshire-2016", "7 to 12 March 2016", "2016-03-07", "2016-03-12", "7 March 2016", "12 March 2016",
    "inspection of Oxfordshire", "2016-05-10", "10 May 2016",
  ]

  @Test("A second before its release there is nothing of Oxfordshire's letter")
  func beforeTheRelease() throws {
    let (_, tree) = try site(at: "2016-05-10T09:29:59+01:00")
    for trace in Self.oxfordshire {
      #expect(tree.paths(containing: trace) == [], "\(trace)")
    }
    // The name is on the pages of areas only: those, the lists of them, and their addresses.
    let named = tree.paths(containing: "Oxfordshire").filter { !$0.hasPrefix("areas/") }
    #expect(named == ["data/findings.sqlite", "index.html", "sitemap.xml"])
    let feeds = tree.paths.filter { $0.hasSuffix("feed.xml") && !$0.hasPrefix("areas/") }
    for feed in feeds { #expect(!tree.text(feed).contains("2016-05-")) }
  }

  @Test("At its release there is a page, a listing, a count, a feed and the dates of Oxfordshire's letter")
  func atTheRelease() throws {
    let (_, before) = try site(at: "2016-05-10T09:29:59+01:00")
    let (_, tree) = try site(at: "2016-05-10T09:30:00+01:00")
    for trace in ["oxfordshire-2016", "7 to 12 March 2016", "inspection of Oxfordshire", "10 May 2016"] {
      #expect(!tree.paths(containing: trace).isEmpty, "\(trace)")
    }
    for path in [
      "letters/oxfordshire-2016/index.html", "letters/oxfordshire-2016/index.json",
      "letters/oxfordshire-2016/editions/1/index.html", "letters/index.html", "letters/2016/index.html",
      "areas/oxfordshire/index.html", "areas/oxfordshire/feed.xml",
      "themes/child-sexual-exploitation/index.html",
      "themes/child-sexual-exploitation/feed.xml", "inspectorates/ofsted/feed.xml", "feed.xml", "sitemap.xml",
      "record.json", "index.html",
    ] {
      #expect(tree.text(path).contains("oxfordshire-2016"), "\(path)")
    }
    #expect(before.text("letters/index.html") != tree.text("letters/index.html"))
    #expect(before.text("areas/index.html") != tree.text("areas/index.html"), "the count of the area")
  }

  @Test("An area without a letter says so")
  func areaWithoutLetter() throws {
    let (_, tree) = try site(at: "2016-05-10T09:29:59+01:00")
    #expect(tree.text("areas/oxfordshire/index.html").contains("No letter has been published"))
  }

  @Test("The content has no error; warnings are shown")
  func contentHasNoError() throws {
    let result = try Workspace().findings(
      "check", "--content", Repository.content.path, "--at", "2030-01-01")
    if !result.output.isEmpty { print(result.text) }
    #expect(result.code == 0)
    #expect(result.errors.contains("0 errors"))
  }

  @Test(
    "Every file of the site is well formed, and every link within it leads somewhere",
    arguments: ["2012-01-01", "2016-05-10T09:29:59+01:00", "2019-06-01", "2030-01-01"])
  func siteIsSound(instant: String) throws {
    let (workspace, tree) = try site(at: instant)
    #expect(tree.files.count > 100)
    let check = try workspace.python("check_site.py", "public", "https://findings.example.org/")
    #expect(check.code == 0, "\(check.text)\(check.errors)")
  }

  @Test("Nothing changes between two releases")
  func nothingChangesBetweenReleases() throws {
    let (_, first) = try site(at: "2016-05-10T09:30:00+01:00")
    let (_, second) = try site(at: "2016-06-29T09:29:59+01:00")
    #expect(first.difference(to: second) == nil)
  }

  @Test(
    "From the home page it is three clicks to what inspectors say of the police in inspections of neglect")
  func threeClicks() throws {
    let (_, tree) = try site(at: "2030-01-01")
    var page = tree.text("index.html")
    for address in [
      "/themes/neglect/", "/themes/neglect/findings/improvement/",
      "/themes/neglect/findings/improvement/police/",
    ] {
      #expect(page.contains("<a href=\"\(address)\""), "\(address)")
      page = tree.text(address.dropFirst() + "index.html")
    }
    #expect(
      tree.text("themes/neglect/index.html").contains("\"/themes/neglect/findings/improvement/police/\""))
    let items = page.components(separatedBy: "<li class=\"finding-item finding-improvement\">").dropFirst()
    #expect(items.count > 3)
    #expect(items.allSatisfy { $0.contains("Police") && $0.contains("Our summary") })
    #expect(!page.contains("<script src"))
  }

  @Test("The site of an empty archive is sound")
  func emptyArchive() throws {
    let workspace = try Workspace()
    try workspace.writeLists()
    for list in ["inspectorates", "themes", "areas", "programmes"] {
      try workspace.remove("content/\(list).yml")
    }
    try workspace.build(at: "2024-01-01")
    let check = try workspace.python("check_site.py", "public", "https://findings.example.org/")
    #expect(check.code == 0, "\(check.text)\(check.errors)")
  }
}
