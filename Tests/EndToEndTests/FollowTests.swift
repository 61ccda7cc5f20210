import Foundation
import Testing

/// `findings publish --follow`, by the clock of this machine.
@Suite(.serialized) struct FollowTests {
  private let workspace: Workspace

  init() throws {
    workspace = try Workspace()
    try workspace.writeLists()
    try letter("first", "release: 2024-01-10")
  }

  private func letter(_ name: String, _ front: String) throws {
    try workspace.writeDocument("letters/\(name).md", "title: Letter \(name)\n\(front)")
  }

  private func instant(in seconds: Double) -> Date {
    Date(timeIntervalSince1970: (Date.now.timeIntervalSince1970 + seconds).rounded() + 0.125)
  }

  private func written(_ date: Date) -> String {
    Date.ISO8601FormatStyle(includingFractionalSeconds: true).format(date)
  }

  /// Follows while something is done, is told to end, and gives what it logged.
  @discardableResult
  private func follow(tracedBy tracer: [String] = [], while work: () throws -> Void) throws -> String {
    let log = workspace.url("log")
    try Data().write(to: log)
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments =
      tracer + [
        Repository.command.path, "publish", "--content", workspace.path("content"), "--site",
        Repository.site.path, "--to", workspace.path("public"), "--follow", "--unsynchronised-clock",
      ]
    process.standardError = try FileHandle(forWritingTo: log)
    try process.run()
    do {
      defer {
        process.terminate()
        process.waitUntilExit()
      }
      try work()
    }
    #expect(process.terminationStatus == 0)
    return try workspace.read("log")
  }

  /// Waits until something is so, a minute at most; machines may be slow.
  private func wait(_ condition: () throws -> Bool) throws {
    let end = Date.now.addingTimeInterval(60)
    while try !condition() {
      let log = try workspace.read("log")
      try #require(Date.now < end, "\(log)")
      Thread.sleep(forTimeInterval: 0.02)
    }
  }

  private func isPublic(_ name: String) -> Bool {
    workspace.exists("public/current/letters/\(name)/index.html")
  }

  private struct Line: Decodable {
    struct Edition: Decodable {
      let document: String
      let release: String
    }

    let planned: String
    let actual: String?
    let published: [Edition]?
  }

  private var ledger: [Line] {
    get throws {
      try workspace.read("public/ledger.jsonl").split(separator: "\n").map {
        try JSONDecoder().decode(Line.self, from: Data($0.utf8))
      }
    }
  }

  @Test func `Every release happens at its moment, never before, and a hold of the last second wins`() throws
  {
    let moments = (0..<5).map { instant(in: 5 + 2.5 * Double($0)) }
    for (number, moment) in moments.enumerated() { try letter("at-\(number)", "release: \(written(moment))") }
    let log = try follow {
      Thread.sleep(until: moments[3].addingTimeInterval(-0.1))
      try letter("at-3", "release: \(written(moments[3]))\nhold: {reason: Wait}")
      try wait { isPublic("at-4") }
      try letter("copied", "release: 2024-02-01")
      try wait { try workspace.read("log").contains("letters/copied edition 1 was missed") }
    }
    let form = Date.ISO8601FormatStyle(includingFractionalSeconds: true)
    var documents: [String] = []
    for line in try ledger.dropFirst() {
      for edition in line.published ?? [] {
        documents.append(edition.document)
        let written = try #require(line.actual)
        let actual = try form.parse(written)
        let release = try form.parse(edition.release)
        #expect(actual >= release)
      }
    }
    #expect(documents == [0, 1, 2, 4].map { "letters/at-\($0)" })
    #expect(!isPublic("at-3"))
    #expect(!isPublic("copied"))
    #expect(
      log.contains(/was public \d+ ms later; the swap took \d+\.\d ms/) && log.hasSuffix("ended\n"), "\(log)")
    #expect(try !workspace.names(in: "public").contains("staging"))
    #expect(try workspace.findings("ledger", "verify", "--to", "public").code == 0)
  }

  @Test func `What should have happened meanwhile is made up for, and a withdrawal comes in time`() throws {
    try follow { try wait { isPublic("first") } }
    let moment = instant(in: 1)
    try letter("meanwhile", "release: \(written(moment))")
    Thread.sleep(until: moment)
    let withdrawal = instant(in: 8)
    try letter("first", "release: 2024-01-10\nwithdrawn: {at: \(written(withdrawal)), reason: Wrong}")
    try follow {
      try wait { isPublic("meanwhile") }
      try wait { try workspace.read("public/current/record.json").contains("withdrawn") }
      #expect(Date.now >= withdrawal)
    }
  }

  @Test
  func `An edit that the next release takes nothing from leaves it staged, and it is what a build writes`()
    throws
  {
    let moment = instant(in: 25)
    try letter("next", "release: \(written(moment))")
    try letter("draft", "")
    try workspace.writeDocument(
      "letters/hidden/edition-1.md", "title: Letter hidden\nrelease: 2090-01-01", "The [table](table.csv).")
    try workspace.write("content/letters/hidden/table.csv", "1\n")
    let log = try follow {
      try wait { try workspace.read("log").contains("waiting until") }
      let edits: [() throws -> Void] = [
        { try letter("draft", "summary: Another draft") },
        { try letter("new", "release: 2091-01-01") },
        { try workspace.write("content/letters/hidden/table.csv", "2\n") },
        { try workspace.remove("content/letters/draft.md") },
        { try letter("copied", "release: 2024-02-01") },
      ]
      for (number, edit) in edits.enumerated() {
        try edit()
        try wait { try count(of: Self.isKept) == number + 1 }
      }
      Thread.sleep(until: moment.addingTimeInterval(-0.2))
      try letter("new", "release: 2092-01-01")
      try wait { isPublic("next") }
    }
    #expect(try count(of: "waiting until \(written(moment))") == 1, "\(log)")
    #expect(log.contains("letters/copied edition 1 was missed"), "\(log)")
    #expect(["draft", "hidden", "new", "copied"].allSatisfy { !isPublic($0) })
    try workspace.remove("content/letters/copied.md")
    let built = try workspace.build(at: written(moment), to: "built")
    #expect(try workspace.tree("public/current").difference(to: built) == nil)
  }

  private static let isKept = "the next release takes nothing from there"

  /// How often the log says something.
  private func count(of words: String) throws -> Int {
    try workspace.read("log").split(separator: "\n").count { $0.contains(words) }
  }

  @Test func `An edit that the next release takes something from has it staged anew`() throws {
    let moment = instant(in: 600)
    try letter("next", "release: \(written(moment))")
    try follow {
      let edits: [() throws -> Void] = [
        { try letter("next", "release: \(written(moment))\nsummary: Another") },
        { try letter("also", "release: \(written(moment))") },
        { try letter("also", "release: \(written(moment))\nhold: {reason: Wait}") },
        { try letter("sooner", "release: \(written(moment.addingTimeInterval(-60)))") },
        { try workspace.remove("content/letters/sooner.md") },
        { try workspace.write("content/agencies.yml", "- {id: police, name: Police}\n") },
        { try workspace.write("content/glossary.yml", "- {term: LADO, expansion: Designated officer}\n") },
        { try letter("first", "release: 2024-01-10\nwithdrawn: {at: 2024-03-01, reason: Wrong}") },
      ]
      for (number, edit) in ([{}] + edits).enumerated() {
        try edit()
        try wait { try count(of: "waiting until") == number + 1 }
      }
      #expect(try workspace.read("public/current/record.json").contains("withdrawn"))
    }
    #expect(try count(of: Self.isKept) == 0)
  }

  @Test func `The next release is staged where nobody else can read it`() throws {
    try letter("next", "release: \(written(instant(in: 600)))")
    try follow {
      try wait { try workspace.read("log").contains("waiting until") }
      let staging = try FileManager.default.attributesOfItem(atPath: workspace.path("public/staging"))
      #expect(staging[.posixPermissions] as? Int == 0o700)
      #expect(workspace.exists("public/staging/tree/letters/next/index.html"))
    }
    #expect(!workspace.exists("public/staging"))
    #expect(!isPublic("next"))
  }

  /// The system calls that change a disk.
  private static let changes =
    "trace=rename,renameat2,symlink,link,unlink,unlinkat,rmdir,mkdir,chmod,fchmod,ftruncate,fsync,fdatasync,syncfs,write"

  @Test func `At the moment itself nothing is left to do but two renames and their syncs`() throws {
    let moment = instant(in: 20)
    try letter("next", "release: \(written(moment))")
    try follow(tracedBy: [
      "strace", "-D", "-f", "-qq", "-y", "-ttt", "-o", workspace.path("calls"), "-e", Self.changes,
    ]) {
      try wait { isPublic("next") }
    }
    let calls = try workspace.read("calls").split(separator: "\n").map(String.init)
      .filter { !$0.contains("anon_inode") }
    let swap = try #require(calls.lastIndex { $0.contains("rename(") && $0.contains("public/current") })
    // A line is: process, time, call.
    let late = calls[..<swap].filter { line in
      Double(line.split(separator: " ")[1]).map { $0 >= moment.timeIntervalSince1970 } ?? false
    }
    #expect(late.count == 2, "\(late)")
    #expect(late.first?.contains("rename(") == true && late.first?.contains("staging/tree") == true)
    #expect(late.last?.contains("fsync(") == true && late.last?.contains("public/releases>") == true)
    #expect(calls[(swap + 1)...].first?.contains("fsync(") == true)
  }

  @Test func `A clock that follows no better one releases nothing`() throws {
    let result = try workspace.run([
      "timeout", "--signal=TERM", "5", Repository.command.path, "publish", "--content", "content", "--site",
      Repository.site.path, "--to", "public", "--follow",
    ])
    // Where the machine of the test has a synchronised clock, it releases and says so.
    let isRefused = result.errors.contains("the system clock is not synchronised")
    #expect(isRefused != workspace.exists("public/current"), "\(result.errors)")
  }
}
