import Foundation
import Testing

/// `findings publish --to ssh:…`, with an OpenSSH server on loopback.
@Suite(.serialized) struct SSHRemoteTests {
  private var site: PublishedSite
  private let workspace: Workspace
  private let machine: Server

  init() throws {
    site = try PublishedSite()
    workspace = site.workspace
    machine = try Server("far_machine.py", in: workspace, folder: "machine")
    let path = Workspace.environment["PATH"] ?? ""
    site.environment = ["PATH": workspace.path("machine/bin") + ":" + path]
    site.remotes = ["ssh:far:" + workspace.path("far/the site")]
  }

  private let far = "far/the site"

  private func expectSame(sourceLocation: SourceLocation = #_sourceLocation) throws {
    let difference = try workspace.tree("local/current").difference(to: workspace.tree(far + "/current"))
    #expect(difference == nil, sourceLocation: sourceLocation)
    #expect(
      site.target(ofLink: "local/current") == site.target(ofLink: far + "/current"),
      sourceLocation: sourceLocation)
  }

  private func number(of path: String) throws -> Int? {
    try FileManager.default.attributesOfItem(atPath: workspace.path(path))[.systemFileNumber] as? Int
  }

  /// Lets `rsync` be slow, and say nothing of it.
  private func slowDown() throws { try replaceRsync("exec /usr/bin/rsync --bwlimit=200 \"$@\"") }

  /// Lets a shell do something in the place of `rsync`.
  private func replaceRsync(_ script: String) throws {
    try workspace.write("machine/bin/rsync", "#!/bin/sh\n\(script)\n")
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o755], ofItemAtPath: workspace.path("machine/bin/rsync"))
  }

  @Test func `A release reaches the other machine whole, and shares there what has not changed`() throws {
    let result = try site.released(at: "2024-02-01")
    #expect(result.errors.contains("\(site.remotes[0]) shows release "), "\(result.errors)")
    try expectSame()
    #expect(try workspace.names(in: far) == ["current", "manifests", "releases"])
    let before = try number(of: far + "/current/letters/first/editions/1/index.html")
    let first = try #require(site.target(ofLink: far + "/current"))

    try site.letter("second", "release: 2024-02-10")
    try site.released(at: "2024-02-20")
    try expectSame()
    #expect(try number(of: far + "/current/letters/first/editions/1/index.html") == before)
    #expect(site.target(ofLink: far + "/previous") == first)
    let proof = try workspace.run([
      "sh", "-c",
      "cd \"$0\" && id=$(basename \"$(pwd -P)\") && sha256sum --check --quiet \"../../manifests/$id\"",
      workspace.path(far + "/current"),
    ])
    #expect(proof.code == 0, "\(proof.text)\(proof.errors)")
    #expect(try site.released(at: "2024-02-21").errors.contains("already"))
  }

  @Test func `As many old releases stay there as here, and a rollback goes back there too`() throws {
    for day in 10..<14 {
      try site.letter("day-\(day)", "release: 2024-03-\(day)")
      try site.released(at: "2024-03-\(day)", "--keep", "2")
    }
    #expect(try workspace.names(in: far + "/releases") == workspace.names(in: "local/releases"))
    #expect(try workspace.names(in: far + "/manifests") == workspace.names(in: "local/manifests"))
    try site.released(at: "2024-03-14", "--rollback")
    try expectSame()
    #expect(!site.isPublic("day-13", in: far + "/current"))
    #expect(site.isPublic("day-13", in: far + "/previous"))
    try site.released(at: "2024-03-15", "--resume")
    try expectSame()
    #expect(site.isPublic("day-13", in: far + "/current"))
  }

  @Test func `While readers are put back, open pages go on to find what they saw before`() throws {
    try site.released(at: "2024-02-01")
    try site.letter("second", "release: 2024-02-10")
    try site.released(at: "2024-02-20")
    let page = workspace.path(far + "/previous/letters/first/index.html")
    try replaceRsync("[ -f '\(page)' ] || exit 9\nexec /usr/bin/rsync \"$@\"")
    try site.released(at: "2024-02-21", "--rollback")
    try expectSame()
    #expect(site.isPublic("second", in: far + "/previous"))
    #expect(try workspace.names(in: far) == ["current", "manifests", "previous", "releases"])
  }

  @Test func `A removal takes the text from every release over there, also where it could not at once`()
    throws
  {
    try site.letter("first", "release: 2024-01-10", "The words qzgone stand here.")
    try site.released(at: "2024-02-01")
    try site.letter("second", "release: 2024-02-02")
    try site.released(at: "2024-02-03")
    #expect(try !workspace.run(["grep", "-rli", "qzgone", far]).text.isEmpty)
    try site.letter(
      "first", "release: 2024-01-10\nremoved: {at: 2024-02-04, reason: A court, decided-by: Ofsted}", "")
    var unreachable = site
    unreachable.remotes = ["ssh:nowhere:" + workspace.path(far)]
    let failed = try unreachable.publish(at: "2024-02-05")
    #expect(failed.code == 1)
    #expect(failed.errors.contains("error: ssh:nowhere:"), "\(failed.errors)")
    #expect(try workspace.read("local/ledger.jsonl").contains("\"removed\":[\"letters/first\"]"))
    #expect(try !workspace.run(["grep", "-rli", "qzgone", far]).text.isEmpty)

    // Nothing is new here, and the other machine is behind.
    try site.released(at: "2024-02-06")
    try expectSame()
    #expect(try workspace.run(["grep", "-rli", "qzgone", far]).text.isEmpty)
    #expect(site.target(ofLink: far + "/previous") == nil)
  }

  @Test
  func `Killed while a release arrives, readers over there see the one before, and the next run goes on`()
    throws
  {
    try site.released(at: "2024-02-01")
    let before = try #require(site.target(ofLink: far + "/current"))
    let random = (0..<20_000).map { _ in String(Int.random(in: 0...9)) }.joined()
    for number in 0..<3 { try site.letter("large-\(number)", "release: 2024-02-02", random) }
    try slowDown()
    try site.publishKilled(at: "2024-02-03") { isArriving }
    #expect(site.target(ofLink: far + "/current") == before)
    #expect(site.isPublic("large-0"))
    try workspace.remove("machine/bin/rsync")
    try site.released(at: "2024-02-04")
    try expectSame()
    #expect(try workspace.names(in: far) == ["current", "manifests", "previous", "releases"])
    #expect(try workspace.names(in: far + "/releases").count == 2)
  }

  @Test func `Bytes are compared only where the proof over there fails`() throws {
    try replaceRsync("echo \"$@\" >> \(workspace.path("transfers"))\nexec /usr/bin/rsync \"$@\"")
    try site.released(at: "2024-02-01")
    // As a disk does harm: the size and the time stay.
    try workspace.run([
      "sh", "-c", "cp -p \"$0\" old && tr a-z b-za < old > \"$0\" && touch -r old \"$0\"",
      far + "/current/robots.txt",
    ])
    try site.letter("second", "release: 2024-02-10")
    try site.released(at: "2024-02-20")
    try expectSame()
    let transfers = try workspace.read("transfers").split(separator: "\n").map { $0.contains("--checksum") }
    #expect(transfers == [false, false, true])
  }

  private var isArriving: Bool { (try? workspace.names(in: far + "/staging").isEmpty) == false }

  @Test func `Killed after it arrived, it is proven again before readers see it`() throws {
    try site.released(at: "2024-02-01")
    let first = try #require(site.target(ofLink: far + "/current"))
    try site.letter("second", "release: 2024-02-10")
    try site.released(at: "2024-02-20")
    let second = try #require(site.target(ofLink: far + "/current"))
    // As if it had ended just before the rename, and somebody had written to the tree since.
    try workspace.remove(far + "/current")
    try FileManager.default.createSymbolicLink(
      atPath: workspace.path(far + "/current"), withDestinationPath: first)
    try workspace.write("\(far)/\(second)/letters/second/index.html", "another text")
    try workspace.write("\(far)/\(second)/stray.html", "a stranger")
    try site.released(at: "2024-02-21")
    try expectSame()
  }

  @Test func `A folder that somebody else fills is left alone`() throws {
    try workspace.write(far + "/index.html", "somebody's")
    let result = try site.publish(at: "2024-02-01")
    #expect(result.code == 1)
    #expect(result.errors.contains("did not make (index.html)"), "\(result.errors)")
    #expect(try workspace.names(in: far) == ["index.html"])
    #expect(site.isPublic("first"))
  }

  @Test func `Nothing reaches the other machine before its moment, and every release does after it`() throws {
    let moments = [4.0, 6.5].map {
      Date(timeIntervalSince1970: (Date.now.timeIntervalSince1970 + $0).rounded())
    }
    let form = Date.ISO8601FormatStyle(includingFractionalSeconds: true)
    for (number, moment) in moments.enumerated() {
      try site.letter("at-\(number)", "release: \(form.format(moment))", "The words qzsoon-\(number).")
    }
    let log = try site.follow {
      try site.wait { site.isPublic("first", in: far + "/current") }
      for (number, moment) in moments.enumerated() {
        try site.wait {
          let found = try workspace.run(["grep", "-rl", "qzsoon-\(number)", far]).text
          #expect(found.isEmpty || Date.now >= moment, "\(found)")
          return site.isPublic("at-\(number)", in: far + "/current")
        }
        #expect(Date.now >= moment)
      }
    }
    try expectSame()
    #expect(log.contains("\(site.remotes[0]) shows release "), "\(log)")
    #expect(log.hasSuffix("ended\n"), "\(log)")
  }
}
