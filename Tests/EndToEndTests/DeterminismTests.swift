import Foundation
import Testing

/// The same content, site and instant give the same tree, whatever is around them.
@Suite struct DeterminismTests {
  private static let instant = "2024-06-01T12:00:00Z"

  /// The surroundings of a second build: its environment, its arguments, and a command to run it by.
  struct Surroundings: Sendable, CustomTestStringConvertible {
    let testDescription: String
    var environment: [String: String] = [:]
    var arguments: [String] = []
    var prefix: [String] = []
    var content = Repository.content.path
  }

  static let surroundings: [Surroundings] = [
    Surroundings(testDescription: "another time zone", environment: ["TZ": "Pacific/Kiritimati"]),
    Surroundings(testDescription: "a time zone that there is not", environment: ["TZ": "No/Where"]),
    Surroundings(testDescription: "no locale", environment: ["LANG": "C", "LC_ALL": "C"]),
    Surroundings(
      testDescription: "a Welsh locale", environment: ["LANG": "cy_GB.UTF-8", "LC_ALL": "cy_GB.UTF-8"]),
    Surroundings(
      testDescription: "a Turkish locale", environment: ["LANG": "tr_TR.UTF-8", "LC_ALL": "tr_TR.UTF-8"]),
    Surroundings(testDescription: "one job", arguments: ["--jobs", "1"]),
    Surroundings(testDescription: "eight jobs", arguments: ["--jobs", "8"]),
    Surroundings(testDescription: "a strict umask", prefix: ["sh", "-c", "umask 077; exec \"$0\" \"$@\""]),
    Surroundings(testDescription: "no environment", prefix: ["env", "-i"]),
    Surroundings(testDescription: "the same once more"),
    Surroundings(testDescription: "a relative path", content: "content"),
    Surroundings(testDescription: "a path with a slash at its end", content: "./content/"),
    Surroundings(testDescription: "a folder of another name", content: "other/archive of \u{e9}"),
  ]

  @Test("Nothing around a build changes a byte of it", arguments: surroundings)
  func surroundingsChangeNothing(surroundings: Surroundings) throws {
    let workspace = try Workspace()
    let first = try workspace.build(Repository.content.path, at: Self.instant, to: "first")
    try workspace.copy(Repository.content, to: "content")
    try FileManager.default.createDirectory(at: workspace.url("other"), withIntermediateDirectories: true)
    try workspace.copy(Repository.content, to: "other/archive of \u{e9}")
    let second = try workspace.run(
      surroundings.prefix + [
        Repository.command.path, "build", "--content", surroundings.content, "--site", Repository.site.path,
        "--at", Self.instant, "--output", "second",
      ] + surroundings.arguments, environment: surroundings.environment)
    try #require(second.code == 0, "\(second.errors)")
    #expect(first.paths.count > 100)
    let difference = first.difference(to: try workspace.tree("second"))
    #expect(difference == nil)
  }

  @Test("The permissions of the files do not depend on the umask", arguments: ["022", "077", "000"])
  func permissions(umask: String) throws {
    let workspace = try Workspace()
    try workspace.writeLists()
    let built = try workspace.run([
      "sh", "-c", "umask \(umask); exec \"$0\" \"$@\"", Repository.command.path, "build", "--site",
      Repository.site.path, "--content", "content", "--output", "public",
    ])
    try #require(built.code == 0, "\(built.errors)")
    for path in ["public", "public/index.html", "public/areas", "public/areas/leeds/index.html"] {
      let attributes = try FileManager.default.attributesOfItem(atPath: workspace.path(path))
      let mode = (attributes[.posixPermissions] as? Int ?? 0) & 0o777
      #expect(mode & 0o444 == 0o444, "\(path) has the permissions \(String(mode, radix: 8))")
      #expect(mode & 0o022 == 0, "\(path) has the permissions \(String(mode, radix: 8))")
    }
  }

  @Test("An instant may be written in any form that means it")
  func formsOfAnInstant() throws {
    let workspace = try Workspace()
    let forms = ["2024-06-01T08:30:00Z", "2024-06-01", "2024-06-01 09:30", "2024-06-01T10:30:00+02:00"]
    let trees = try forms.map { try workspace.build(Repository.content.path, at: $0) }
    for (form, tree) in zip(forms, trees) {
      #expect(trees[0].difference(to: tree) == nil, "\(form)")
    }
  }
}
