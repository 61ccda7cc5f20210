import Foundation
import Testing

/// The unit for systemd that we ship.
@Suite struct ServiceTests {
  private static let unit = Repository.root.appending(path: "Scripts/findings-publish.service")

  @Test func `It is a unit that systemd takes`() throws {
    let workspace = try Workspace()
    let text = try String(contentsOf: Self.unit, encoding: .utf8)
    let command = "/srv/findings/.build/release/findings"
    #expect(text.contains("ExecStart=\(command) publish --follow "))
    try workspace.write(
      "findings-publish.service",
      text.replacing(command, with: Repository.command.path).replacing(
        "/srv/findings", with: workspace.folder.path))
    let result = try workspace.run(["systemd-analyze", "verify", "findings-publish.service"])
    #expect(result.code == 0 && result.errors.isEmpty, "\(result.errors)")
  }

  @Test func `It allows every system call that following the schedule takes, also with sealed documents`()
    throws
  {
    let site = try PublishedSite()
    let workspace = site.workspace
    try #require(try workspace.run(["age-keygen", "-o", "keys.txt"]).code == 0)
    let key = try workspace.run(["age-keygen", "-y", "keys.txt"]).text.split(separator: "\n")[0]
    try workspace.write(
      "content/recipients.yml", "- {id: desk, name: The desk, key: \(key), sealed-content: true}\n")
    try site.letter("sealed", "release: 2090-01-01")
    try #require(try workspace.findings("seal", "letters/sealed", "--content", "content").code == 0)
    let script = """
      strace -f -qq -o trace "$0" "$@" --identity keys.txt 2>log &
      until grep -q waiting log; do sleep 0.05; done
      pkill -TERM -P $!
      wait
      """
    let result = try workspace.run(
      ["bash", "-c", script, Repository.command.path]
        + site.arguments(["--follow", "--unsynchronised-clock"]))
    #expect(try workspace.read("log").hasSuffix("ended\n"), "\(result.errors)")
    #expect(try workspace.read("trace").contains("execve(\"/usr/bin/age\""))
    let calls = try workspace.python("service_calls.py", Self.unit.path, workspace.path("trace"))
    #expect(calls.code == 0 && calls.text == "\n", "\(calls.text)\(calls.errors)")
  }
}
