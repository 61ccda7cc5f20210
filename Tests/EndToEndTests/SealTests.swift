import Foundation
import Testing

/// `findings seal` and `unseal`, with `age` and `git` as they are installed.
@Suite struct SealTests {
  private static let at = "2027-03-01T09:00:00Z"
  private static let file = "content/letters/2027/leeds/edition-1.md"

  /// A letter to come with an attachment, another that is public, and an identity in `keys.txt`.
  private func workspace(_ settings: String = "") throws -> Workspace {
    let workspace = try Workspace()
    try workspace.writeLists(settings)
    try #require(try workspace.run(["age-keygen", "-o", "keys.txt"]).code == 0)
    let key = try workspace.run(["age-keygen", "-y", "keys.txt"]).text.split(separator: "\n")[0]
    try workspace.write(
      "content/recipients.yml", "- {id: desk, name: The desk, key: \(key), sealed-content: true}\n")
    try workspace.writeDocument(
      "letters/2027/leeds/edition-1.md", "title: Leeds qzcanary\nrelease: 2027-03-12\narea: leeds",
      "Words qzcanary, [plan](plan.txt).")
    try workspace.write("content/letters/2027/leeds/plan.txt", "qzcanary")
    try workspace.writeDocument("letters/york.md", "title: York\nrelease: 2024-01-10")
    return workspace
  }

  private func findings(
    _ workspace: Workspace, _ arguments: String..., at instant: String = at, identity: String? = "keys.txt"
  ) throws -> CommandResult {
    try workspace.findings(
      arguments + ["--content", "content", "--at", instant] + (identity.map { ["--identity", $0] } ?? []))
  }

  private func publish(
    _ workspace: Workspace, at instant: String, identity: String? = "keys.txt"
  ) throws -> CommandResult {
    try findings(
      workspace, "publish", "--site", Repository.site.path, "--to", "public", at: instant, identity: identity)
  }

  // MARK: The content

  @Test("A document is sealed, read as before and put back")
  func roundTrip() throws {
    let workspace = try workspace()
    let before = try workspace.tree("content")
    let status = try findings(workspace, "status").text
    let site = try workspace.build(at: "2027-03-12")
    let sealed = try findings(workspace, "seal", "letters/leeds")
    #expect(sealed.code == 0, "\(sealed.errors)")
    #expect(sealed.text.wholeMatch(of: /content\/sealed\/[0-9a-f]{32}\.age\n/) != nil)
    #expect(sealed.errors.contains("letters/leeds is sealed for 1 key; 2 files of it are gone.\n"))
    #expect(try workspace.tree("content").paths(containing: "qzcanary") == [])
    #expect(!workspace.exists("content/letters/2027/leeds"))
    #expect(try findings(workspace, "status").text == status)
    let opened = try findings(
      workspace, "build", "--site", Repository.site.path, "--output", "again", at: "2027-03-12")
    #expect(opened.code == 0, "\(opened.errors)")
    #expect(try workspace.tree("again") == site)

    let unsealed = try findings(workspace, "unseal", "letters/leeds")
    #expect(unsealed.text == "\(Self.file)\ncontent/letters/2027/leeds/plan.txt\n")
    #expect(try workspace.tree("content") == before)
  }

  @Test("Without an identity a sealed document is counted and not public")
  func withoutIdentity() throws {
    let workspace = try workspace()
    try #require(try findings(workspace, "seal", "letters/leeds").code == 0)
    let words = "1 sealed document was not opened, and counts as not released"
    let status = try findings(workspace, "status", "--format", "json", identity: nil)
    #expect(status.errors == "findings: \(words)\n")
    #expect(status.text.contains("\"unopened\": 1\n") && !status.text.contains("leeds"))
    let schedule = try findings(workspace, "schedule", identity: nil)
    #expect(schedule.errors == "findings: \(words)\n" && !schedule.text.contains("leeds"))
    #expect(
      try findings(workspace, "schedule", "--format", "json", identity: nil).text.contains(
        "\"unopened\": 1\n"))
    #expect(try findings(workspace, "schedule").text.contains("release of letters/leeds edition 1"))
    let check = try findings(workspace, "check", identity: nil)
    #expect(check.code == 0 && check.text.contains("content/sealed: warning: \(words) [sealed]"))
    let agree = try findings(workspace, "agree", "letters/leeds", "--by", "ofsted", identity: nil)
    #expect(agree.code == 1 && agree.errors.contains("there is no document 'letters/leeds'"))
    #expect(agree.errors.contains(words))
    #expect(try !workspace.build(at: "2027-03-12").paths.contains("letters/leeds/index.html"))
  }

  @Test("What was to be opened and was not is an error, and what is not looked for is told")
  func wrongKey() throws {
    let workspace = try workspace()
    try #require(try findings(workspace, "seal", "letters/leeds").code == 0)
    try #require(try workspace.run(["age-keygen", "-o", "other.txt"]).code == 0)
    let site = ["--site", Repository.site.path]
    let commands = [
      ["build", "--output", "built"] + site, ["audit", "--format", "json"] + site,
      ["publish", "--to", "public", "--format", "json"] + site,
    ]
    for command in commands {
      let arguments = command + ["--content", "content", "--at", "2024-01-11"]
      let wrong = try workspace.findings(arguments + ["--identity", "other.txt"])
      #expect(wrong.code == 1 && wrong.errors.contains("this sealed document cannot be opened"), "\(command)")
      let unopened = try workspace.findings(arguments)
      #expect(unopened.code == 0 && unopened.errors.contains("1 sealed document was not opened"))
      if command[0] != "build" {
        for result in [wrong, unopened] { #expect(result.text.contains("\"unopened\": 1\n"), "\(command)") }
        #expect(
          try !workspace.findings(arguments + ["--identity", "keys.txt"]).text.contains("unopened"))
      }
    }
    // What is public goes out all the same.
    #expect(workspace.exists("built/letters/york/index.html"))
    #expect(workspace.exists("public/current/letters/york/index.html"))
    let audit = try workspace.findings(
      ["audit", "--content", "content", "--at", "2024-01-11"] + site)
    #expect(
      audit.errors.hasSuffix(
        "phrases looked for: nothing of these has leaked; of 1 sealed document nothing was looked for\n"))
  }

  @Test("An agreement seals the document anew, in the same file")
  func agreement() throws {
    let workspace = try workspace("agreement: {collections: [letters], from: 2027-01-01}")
    let file = try findings(workspace, "seal", "letters/leeds").text.dropLast()
    let before = try Data(contentsOf: workspace.url(String(file)))
    let first = try findings(workspace, "agree", "letters/leeds", "--by", "ofsted")
    #expect(first.text.hasPrefix("letters/leeds edition 1: awaiting-agreement: "), "\(first.errors)")
    let second = try findings(workspace, "agree", "letters/leeds", "--by", "cqc")
    #expect(
      second.text == "letters/leeds edition 1: embargoed: its release is on 2027-03-12T09:30:00+00:00\n")
    #expect(try workspace.names(in: "content/sealed").map { "content/sealed/" + $0 } == [String(file)])
    #expect(try Data(contentsOf: workspace.url(String(file))) != before)
    try #require(try findings(workspace, "unseal", "letters/leeds").code == 0)
    #expect(try workspace.read(Self.file).split(separator: "{inspectorate: ").count == 3)
  }

  @Test(
    "What cannot be sealed is refused with what to do",
    arguments: [
      ("letters/york", "letters/york edition 1 is published; what readers have seen is not sealed"),
      ("letters/leds", "there is no document 'letters/leds' in content; did you mean 'letters/leeds'?"),
    ])
  func refusals(id: String, reason: String) throws {
    let workspace = try workspace()
    let before = try workspace.tree("content")
    let result = try findings(workspace, "seal", id)
    #expect(result.code == 1 && result.errors.contains(reason), "\(result.errors)")
    #expect(try workspace.tree("content") == before)
  }

  @Test("A missing program is named with its package")
  func missingProgram() throws {
    let workspace = try workspace()
    try #require(try findings(workspace, "seal", "letters/leeds").code == 0)
    let result = try workspace.run([
      "env", "PATH=/nowhere", Repository.command.path, "status", "--content", "content", "--identity",
      "keys.txt",
    ])
    #expect(result.code == 1)
    #expect(
      result.errors == "findings: age is not installed; expected it on PATH: apt-get install age\n")
  }

  @Test("An identity may come through a pipe, and never with a passphrase")
  func identities() throws {
    let workspace = try workspace()
    try #require(try findings(workspace, "seal", "letters/leeds").code == 0)
    let piped = try workspace.run([
      "sh", "-c", "cat keys.txt | \(Repository.command.path) status --content content --identity /dev/stdin",
    ])
    #expect(piped.code == 0 && piped.text.contains("letters/leeds edition 1"), "\(piped.errors)")
    try workspace.write("locked.txt", "age-encryption.org/v1\n-> scrypt x 18\n")
    let locked = try findings(workspace, "status", identity: "locked.txt")
    #expect(locked.code == 1 && locked.errors.contains("it is protected by a passphrase"))
  }

  // MARK: The public

  @Test("A sealed document is released at its moment; one that readers have seen must go on to open")
  func release() throws {
    let workspace = try workspace()
    try #require(try findings(workspace, "seal", "letters/leeds").code == 0)
    let early = try publish(workspace, at: "2024-01-11", identity: nil)
    #expect(early.code == 0 && early.errors.contains("1 sealed document was not opened"), "\(early.errors)")
    #expect(try publish(workspace, at: "2024-01-12").code == 0)
    try workspace.write(
      Self.file, "---\ntitle: Leeds\nrelease: 2024-02-12\n---\n\nThe text.\n")
    try workspace.remove("content/sealed")
    try #require(try findings(workspace, "seal", "letters/leeds", at: "2024-02-01").code == 0)
    #expect(try publish(workspace, at: "2024-02-13").code == 0)
    #expect(workspace.exists("public/current/letters/leeds/index.html"))

    let unopened = try publish(workspace, at: "2024-02-14", identity: nil)
    #expect(unopened.code == 1)
    #expect(unopened.errors.contains("letters/leeds edition 1 was public and no longer is"))
    #expect(
      unopened.errors.contains(
        "1 sealed document was not opened, and counts as not released: what is gone may be among them"))
    #expect(workspace.exists("public/current/letters/leeds/index.html"))
  }

  @Test("A build with an identity is not one without, although the content is the same")
  func builds() throws {
    let workspace = try workspace()
    try #require(try findings(workspace, "seal", "letters/leeds").code == 0)
    // A build soon after a change of the content is never taken for the next one.
    Thread.sleep(forTimeInterval: 2.5)
    for identity in [nil, "keys.txt", nil] {
      let result = try findings(
        workspace, "build", "--site", Repository.site.path, "--output", "public", at: "2027-03-12T09:30:00Z",
        identity: identity)
      try #require(result.code == 0, "\(result.errors)")
      #expect(workspace.exists("public/letters/leeds/index.html") == (identity != nil))
    }
  }

  // MARK: Git

  @Test("What git remembers is told")
  func git() throws {
    let workspace = try workspace()
    func git(_ arguments: String...) throws {
      let identity = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "init.defaultBranch=main"]
      let result = try workspace.run(["git"] + identity + arguments)
      try #require(result.code == 0, "\(result.errors)")
    }
    func seal() throws -> String {
      let result = try findings(workspace, "seal", "letters/leeds")
      try #require(result.code == 0, "\(result.errors)")
      try #require(try findings(workspace, "unseal", "letters/leeds").code == 0)
      return result.errors
    }
    try #require(try seal().contains("The content is in no git repository."))
    try git("init", "--quiet")
    #expect(try seal().contains("Git has never seen its files."))
    try git("add", "content")
    #expect(try seal().contains("Git remembers its text, as files that were added and not committed"))
    try git("commit", "--quiet", "--message", "x")
    #expect(try seal().contains("Git remembers its text in 1 commit of this repository, none of them known"))
    try workspace.write("content/letters/2027/leeds/plan.txt", "qzcanary, again")
    try git("commit", "--quiet", "--all", "--message", "y")
    #expect(try seal().contains("Git remembers its text in 2 commits of this repository, none of them known"))
    try git("init", "--quiet", "--bare", "elsewhere")
    try git("push", "--quiet", "elsewhere", "HEAD~:refs/heads/main")
    try git("remote", "add", "origin", "elsewhere")
    try git("fetch", "--quiet", "origin")
    #expect(try seal().contains("Git remembers its text in 2 commits, 1 of them known to be elsewhere."))
  }

  // MARK: Whatever happens

  @Test("A process that holds an identity ends without a report or an image of its memory")
  func crash() throws {
    let workspace = try workspace()
    try #require(try findings(workspace, "seal", "letters/leeds").code == 0)
    let script = """
      ulimit -c unlimited
      \(Repository.command.path) publish --follow --unsynchronised-clock --content content --site \
        \(Repository.site.path) --to public --identity keys.txt 2>log.txt &
      until grep -q waiting log.txt; do sleep 0.05; done
      kill -SEGV $!
      wait $!
      """
    let result = try workspace.run(
      ["bash", "-c", script], environment: ["SWIFT_BACKTRACE": "enable=yes,color=no"])
    #expect(result.code == 128 + Int(SIGSEGV))
    let log = try workspace.read("log.txt")
    #expect(log.contains("waiting until 2027-03-12") && !log.contains("rash"), "\(log)")
    #expect(try workspace.names().contains { $0.hasPrefix("core") } == false)
  }

  @Test("What a killed run has left is told, and goes with the next")
  func drafts() throws {
    let workspace = try workspace()
    let draft = "content/sealed/.0123456789abcdef0123456789abcdef.age.new"
    for path in [draft, draft + "/edition-1.md"] {
      try workspace.write(path, "qzcanary")
      let warning = "a run that was interrupted has left this, perhaps with the text of a document"
      #expect(try findings(workspace, "check").text.contains("\(draft): warning: \(warning)"))
      try #require(try findings(workspace, "seal", "letters/leeds").code == 0)
      #expect(!workspace.exists(draft))
      try #require(try findings(workspace, "unseal", "letters/leeds").code == 0)
    }
  }

  @Test("Nothing is written beyond a link", arguments: ["letters", "letters/2027", "letters/2027/leeds"])
  func links(folder: String) throws {
    let workspace = try workspace()
    try #require(try findings(workspace, "seal", "letters/leeds").code == 0)
    try workspace.write("elsewhere/keep", "")
    if workspace.exists("content/\(folder)") { try workspace.remove("content/\(folder)") }
    try FileManager.default.createDirectory(
      at: workspace.url("content/\(folder)").deletingLastPathComponent(), withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(
      at: workspace.url("content/\(folder)"), withDestinationURL: workspace.url("elsewhere"))
    let result = try findings(workspace, "unseal", "letters/leeds")
    #expect(result.code == 1)
    #expect(result.errors.contains("content/\(folder) is a symbolic link, which is not followed"))
    #expect(try workspace.names(in: "elsewhere") == ["keep"])
    #expect(try workspace.names(in: "content/sealed").count == 1)
  }

  @Test("Killed at any point, a document is there as files or sealed, and the next run ends it")
  func kills() throws {
    let workspace = try workspace()
    let result = try workspace.run(
      [
        "python3", Repository.support.appending(path: "kill_seal.py").path, Repository.command.path,
        workspace.folder.path, "60",
      ], seconds: 300)
    #expect(result.code == 0, "\(result.text)\(result.errors)")
  }

  @Test("No text of a sealed document is written to any file outside the private staging folder")
  func secrecy() throws {
    let workspace = try workspace("downloads: {sqlite: true}")
    try #require(try findings(workspace, "seal", "letters/leeds").code == 0)
    let result = try workspace.run(
      [
        "python3", Repository.support.appending(path: "written_files.py").path, Repository.command.path,
        Repository.site.path, workspace.folder.path, "qzcanary",
      ], seconds: 300)
    #expect(result.code == 0, "\(result.text)\(result.errors)")
  }
}
