import Foundation
import Testing

/// The configuration of nginx that we ship, with a real nginx on loopback before a real release folder.
@Suite(.serialized) struct WebServerTests {
  private let site: PublishedSite
  private let workspace: Workspace
  private let server: Server

  init() throws {
    site = try PublishedSite()
    workspace = site.workspace
    try workspace.writeLists("downloads: {sqlite: true}")
    try site.letter("second", "release: 2024-01-12", "The words qzgone stand here.")
    try site.released(at: "2024-02-01")
    server = try Server(
      "web_server.py", in: workspace, folder: "nginx",
      Repository.root.appending(path: "Scripts/findings-nginx.conf").path, workspace.path("local"))
  }

  private struct Answer: Decodable {
    let status: Int
    let headers: [String: String]
    let body: Data

    var text: String { String(decoding: body, as: UTF8.self) }
  }

  private func get(_ path: String, _ headers: String...) throws -> Answer {
    let script = Repository.support.appending(path: "http_get.py").path
    let result = try workspace.run(["python3", script, "\(server.port)", path] + headers)
    try #require(result.code == 0, "\(result.errors)")
    return try JSONDecoder().decode(Answer.self, from: result.output)
  }

  private func current(_ path: String) throws -> Data {
    try Data(contentsOf: workspace.url("local/current/" + path))
  }

  /// The files of the search index that hold texts; they are named by their content.
  private func textPieces() throws -> [String] {
    try workspace.tree("local/current").paths.filter { $0.hasPrefix("search/index/text/") }
  }

  private static let lasting = "public, max-age=31536000, immutable"

  // MARK: What readers get

  @Test(arguments: [
    ("/", "index.html", "text/html; charset=utf-8"),
    ("/letters/first/", "letters/first/index.html", "text/html; charset=utf-8"),
    ("/letters/first/index.json", "letters/first/index.json", "application/json; charset=utf-8"),
    ("/feed.xml", "feed.xml", "application/atom+xml"),
    ("/channels/ofsted/", "channels/ofsted/index.html", "text/html; charset=utf-8"),
    ("/sitemap.xml", "sitemap.xml", "application/xml"),
    (
      "/letters/first/cite.ris", "letters/first/cite.ris",
      "application/x-research-info-systems; charset=utf-8"
    ),
    ("/letters/first/cite.bib", "letters/first/cite.bib", "application/x-bibtex; charset=utf-8"),
    ("/data/findings.sqlite", "data/findings.sqlite", "application/vnd.sqlite3"),
    ("/data/datapackage.json", "data/datapackage.json", "application/json; charset=utf-8"),
    ("/data/documents.csv", "data/documents.csv", "text/csv; charset=utf-8"),
    ("/search/index/manifest", "search/index/manifest", "application/octet-stream"),
  ])
  func `What is public is answered as it is, and asked for again each time`(
    path: String, file: String, type: String
  ) throws {
    let answer = try get(path)
    #expect(answer.status == 200)
    #expect(try answer.body == current(file))
    #expect(answer.headers["content-type"] == type)
    #expect(answer.headers["cache-control"] == "no-cache")
    #expect(answer.headers["expires"] == nil)
    #expect(answer.headers["server"] == "nginx")
    let etag = try #require(answer.headers["etag"])
    let again = try get(path, "If-None-Match=\(etag)")
    #expect(again.status == 304)
    #expect(again.headers["cache-control"] == "no-cache")
  }

  @Test(arguments: [
    ("/", 200), ("/nowhere/", 404), ("/assets/nothing.css", 404), ("/letters/first", 301),
    ("/data/documents.csv", 416),
  ])
  func `Every answer has the headers that protect readers`(path: String, status: Int) throws {
    let answer = try get(path, "Range=bytes=\(status == 416 ? 99_999_999 : 0)-")
    #expect(answer.status == (status == 200 ? 206 : status))
    let headers = answer.headers
    #expect(
      headers["content-security-policy"]
        == "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; object-src 'none'; frame-ancestors 'none'; "
        + "base-uri 'none'; form-action 'self'")
    #expect(headers["x-content-type-options"] == "nosniff")
    #expect(headers["referrer-policy"] == "strict-origin-when-cross-origin")
  }

  @Test func `A page that a release changes is sent anew, and one that it does not is not`() throws {
    let tags = try ["/", "/letters/first/editions/1/"].map { try #require(try get($0).headers["etag"]) }
    try site.letter("third", "release: 2024-02-10")
    try site.released(at: "2024-02-20")
    let home = try get("/", "If-None-Match=\(tags[0])")
    #expect(home.status == 200)
    #expect(try home.body == current("index.html"))
    #expect(try get("/letters/first/editions/1/", "If-None-Match=\(tags[1])").status == 304)
  }

  @Test func `Files named by their content may be kept for ever, and the index goes out as it is`() throws {
    let assets = try workspace.names(in: "local/current/assets").map { "assets/" + $0 }
    let channel = try workspace.names(in: "local/current/channels/ofsted/assets").map {
      "channels/ofsted/assets/" + $0
    }
    for path in try assets + channel + textPieces() {
      let answer = try get("/" + path, "Accept-Encoding=gzip")
      #expect(answer.status == 200)
      #expect(answer.headers["cache-control"] == Self.lasting, "\(path)")
      if path.hasPrefix("search/") {
        #expect(answer.headers["content-encoding"] == nil)
        #expect(try answer.body == current(path))
      }
      if path.hasSuffix(".wasm") { #expect(answer.headers["content-type"] == "application/wasm") }
      if path.hasSuffix(".css") {
        #expect(answer.headers["content-encoding"] == "gzip")
        #expect(answer.headers["vary"] == "Accept-Encoding")
      }
    }
  }

  @Test func `An answer to a part that is not there is kept nowhere`() throws {
    let style = try #require(try workspace.names(in: "local/current/assets").first { $0.hasSuffix(".css") })
    for path in ["/assets/\(style)", "/" + (try textPieces()[0])] {
      let answer = try get(path, "Range=bytes=99999999-")
      #expect(answer.status == 200, "nobody asks for parts of \(path)")
    }
    let answer = try get("/data/documents.csv", "Range=bytes=99999999-")
    #expect(answer.headers["cache-control"] == "no-cache")
  }

  // MARK: What they do not get

  @Test func `Hidden files are not there`() throws {
    for path in [".hidden", "letters/.htaccess", "assets/.x.css", ".git/config"] {
      try workspace.write("local/current/" + path, "qzhidden")
      let answer = try get("/" + path)
      #expect(answer.status == 404)
      #expect(try answer.body == current("404.html"))
    }
  }

  @Test(arguments: [
    ("/search/index/", "404.html"), ("/search/index/text/", "404.html"), ("/assets/", "404.html"),
    ("/channels/", "404.html"), ("/channels/ofsted/assets/", "channels/ofsted/404.html"),
    ("/channels/ofsted/assets/nothing.css", "channels/ofsted/404.html"),
    ("/channels/ofsted/letters/nowhere/feed.xml", "channels/ofsted/404.html"),
    ("/nowhere/", "404.html"), ("/letters/first/nothing.pdf", "404.html"),
    ("/assets/site-00000000000000000000000000000000.css", "404.html"),
    ("/search/index/text/00000000000000000000000000000000/0", "404.html"),
    ("/letters/nowhere/feed.xml", "404.html"),
    ("/channels/ofsted/nowhere/", "channels/ofsted/404.html"), ("/channels/nobody/", "404.html"),
    ("/channels/nobody/nowhere", "404.html"),
  ])
  func `What is not there has a page that says so, and nobody keeps that answer`(path: String, page: String)
    throws
  {
    let answer = try get(path)
    #expect(answer.status == 404)
    #expect(answer.headers["cache-control"] == "no-store")
    #expect(try answer.body == current(page))
  }

  @Test(arguments: [
    "/ledger.jsonl", "/../ledger.jsonl", "/..%2fledger.jsonl", "/%2e%2e/ledger.jsonl",
    "/assets/../../ledger.jsonl",
    "/assets/..%2f..%2fledger.jsonl", "/../staging/index.html", "/releases/", "/../releases/",
    "/../manifests/",
    "/assets/", "/letters/first/.git/config",
  ])
  func `Nothing beside the release can be had`(path: String) throws {
    #expect([400, 403, 404].contains(try get(path).status))
  }

  @Test func `A link in a release leads nowhere`() throws {
    try workspace.write("secret", "qzsecret")
    for name in ["link.html", "assets/link.css"] {
      try FileManager.default.createSymbolicLink(
        atPath: workspace.path("local/current/" + name), withDestinationPath: workspace.path("secret"))
      let answer = try get("/" + name)
      #expect([403, 404].contains(answer.status))
      #expect(!answer.text.contains("qzsecret"))
    }
  }

  // MARK: The release before

  @Test func `What an open page still wants comes from the release before, and no page does`() throws {
    let pieces = try textPieces()
    try workspace.write("local/current/old/index.html", "a page that the next release has not")
    try site.letter("third", "release: 2024-02-10")
    try site.released(at: "2024-02-20")
    let gone = try #require(Set(pieces).subtracting(try textPieces()).first)
    let answer = try get("/" + gone)
    #expect(answer.status == 200)
    #expect(answer.headers["cache-control"] == Self.lasting)
    #expect(try answer.body == Data(contentsOf: workspace.url("local/previous/" + gone)))
    #expect(workspace.exists("local/previous/old/index.html"))
    #expect(try get("/old/").status == 404)
  }

  @Test func `A removed text does not come back from the release before`() throws {
    let pieces = try textPieces()
    try site.letter("third", "release: 2024-02-10")
    try site.released(at: "2024-02-20")
    try site.letter(
      "second", "release: 2024-01-12\nremoved: {at: 2024-02-21, reason: A court, decided-by: Ofsted}", "")
    try site.released(at: "2024-02-22")
    for piece in pieces { #expect(try get("/" + piece).status == 404) }
    let page = try get("/letters/second/")
    #expect(page.status == 200)
    #expect(!page.text.contains("qzgone"))
    #expect(try get("/letters/second/editions/1/").text.contains("qzgone") == false)
  }
}
