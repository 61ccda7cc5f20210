import Foundation
import Testing

/// `findings publish` with several targets.
@Suite struct RemotesTests {
  @Test(arguments: [
    (["ssh:web1:/srv/site"], "name it too"),
    (["public", "other"], "--to names 2 folders"),
    (["public", "ssh:web1:/srv/site", "ssh:web1:/srv/site/"], "names a remote twice"),
    (["public", "ssh:-oProxyCommand=id:/srv/site"], "write ssh:HOST:DIR"),
    (["public", "rclone:store"], "write rclone:REMOTE:PATH"),
    (["public", "rclone:store:a\u{1B}b"], "a\\u{1B}b"),
  ])
  func `Targets that cannot be are wrong usage`(targets: [String], message: String) throws {
    let workspace = try Workspace()
    let result = try workspace.findings(["publish"] + targets.flatMap { ["--to", $0] })
    #expect(result.code == 64)
    #expect(result.errors.contains(message), "\(result.errors)")
    #expect(try workspace.names().isEmpty)
  }

  @Test(.timeLimit(.minutes(5)))
  func `Remotes that say nothing hold back no other, and the summary says which failed`() throws {
    struct Summary: Decodable {
      struct Remote: Decodable, Equatable {
        let remote: String
        let state: String
      }

      let release: String
      let remotes: [Remote]
    }
    var site = try PublishedSite()
    let workspace = site.workspace
    let silent = try Server("silent_server.py", in: workspace, folder: "silent")
    let machine = try Server("far_machine.py", in: workspace, folder: "machine")
    try workspace.write(
      "machine/ssh_config",
      workspace.read("machine/ssh_config") + "Host silent\nHostName 127.0.0.1\nPort \(silent.port)\n")
    try workspace.write(
      "rclone.conf",
      """
      [silent]
      type = s3
      provider = Other
      access_key_id = x
      secret_access_key = x
      endpoint = http://127.0.0.1:\(silent.port)
      """)
    site.environment = [
      "PATH": workspace.path("machine/bin") + ":" + (Workspace.environment["PATH"] ?? ""),
      "RCLONE_CONFIG": workspace.path("rclone.conf"), "AWS_CA_BUNDLE": "", "NO_PROXY": "127.0.0.1",
    ]
    site.remotes = ["ssh:silent:/srv/site", "rclone:silent:bucket", "ssh:far:" + workspace.path("far")]
    try site.run(["--at", "2024-02-01", "--format", "json"]) { process in
      try site.wait { site.isPublic("first", in: "far/current") }
      #expect(process.isRunning)
      process.waitUntilExit()
      #expect(process.terminationStatus == 1)
    }
    let summary = try JSONDecoder().decode(Summary.self, from: Data(workspace.read("results").utf8))
    #expect(
      summary.remotes == [
        .init(remote: site.remotes[0], state: "failed"), .init(remote: site.remotes[1], state: "failed"),
        .init(remote: site.remotes[2], state: "shown"),
      ])
    #expect(site.target(ofLink: "far/current") == "releases/" + summary.release)
    withExtendedLifetime((silent, machine)) {}
  }

  @Test func `A remote that is down while the schedule is followed is tried again`() throws {
    var site = try PublishedSite()
    let workspace = site.workspace
    let machine = try Server("far_machine.py", in: workspace, folder: "machine")
    site.environment = [
      "PATH": workspace.path("machine/bin") + ":" + (Workspace.environment["PATH"] ?? "")
    ]
    site.remotes = ["ssh:far:" + workspace.path("far")]
    let config = try workspace.read("machine/ssh_config")
    try workspace.write("machine/ssh_config", "")
    try site.follow {
      try site.wait { site.isPublic("first") && site.log.contains("is tried again in 5 s") }
      #expect(!workspace.exists("far/current"))
      try workspace.write("machine/ssh_config", config)
      try site.wait { site.isPublic("first", in: "far/current") }
    }
    withExtendedLifetime(machine) {}
  }
}
