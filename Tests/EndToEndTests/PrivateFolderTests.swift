import Foundation
import Testing

/// What `findings audit` leaves of its private folder, in which the text of sealed documents lies open.
@Suite struct PrivateFolderTests {
  private let workspace: Workspace

  init() throws {
    workspace = try Workspace()
    try workspace.writeLists()
    try workspace.writeDocument("letters/leeds.md", "title: Leeds\nrelease: 2027-03-12")
    try FileManager.default.createDirectory(at: workspace.url("tmp"), withIntermediateDirectories: false)
  }

  private func shell(_ script: String) throws -> CommandResult {
    let audit = """
      audit() { exec "\(Repository.command.path)" audit --content content --site "\(Repository.site.path)" \
        --at 2027-03-12T09:30:00Z "$@"; }

      """
    return try workspace.run(
      ["bash", "-c", audit + script], environment: ["TMPDIR": workspace.path("tmp")])
  }

  /// Ends an audit as soon as something is in its folder.
  private func endAudit(by signal: String) throws -> CommandResult {
    try shell(
      """
      set -m
      audit & process=$!
      while kill -0 $process && [ -z "$(ls -A tmp/.findings-private-* 2>/dev/null)" ]; do :; done
      kill -\(signal) $process
      wait $process
      """)
  }

  @Test(arguments: [("HUP", 129), ("INT", 130), ("TERM", 143)])
  func `An audit that is told to end leaves nothing`(signal: String, code: Int) throws {
    let result = try endAudit(by: signal)
    #expect(result.code == code, "\(result.errors)")
    #expect(try workspace.names(in: "tmp") == [])
  }

  @Test func `An audit whose reader has gone leaves nothing`() throws {
    #expect(try shell("(audit --format json; echo $? > code) | true").code == 0)
    #expect(try workspace.names(in: "tmp") == [])
  }

  @Test func `What an audit leaves that was killed goes with the next one`() throws {
    #expect(try endAudit(by: "KILL").code == 137)
    let left = try workspace.names(in: "tmp")
    try #require(left.count == 1)
    let mode = try FileManager.default.attributesOfItem(atPath: workspace.path("tmp/\(left[0])"))[
      .posixPermissions]
    #expect(mode as? Int == 0o700)
    let next = try shell("audit")
    #expect(next.code == 0, "\(next.errors)")
    #expect(try workspace.names(in: "tmp") == [])
  }

  @Test func `What somebody holds, and what only has such a name, stays`() throws {
    try workspace.write("tmp/.findings-private-held/file", "held")
    try workspace.write("tmp/.findings-private-file", "a file")
    try workspace.write("tmp/findings-private/file", "somebody's own")
    let result = try shell(
      """
      exec 9<tmp/.findings-private-held
      flock 9
      (audit 9<&-)
      """)
    #expect(result.code == 0, "\(result.errors)")
    #expect(
      try workspace.names(in: "tmp") == [
        ".findings-private-file", ".findings-private-held", "findings-private",
      ])
  }
}
