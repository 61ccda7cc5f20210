import Foundation
import Testing

/// Rule 2 of the design over random archives: what is not public at an instant changes no byte.
@Suite struct EmbargoPropertyTests {
  @Test(
    "The site of an instant is that of the content without what is not public",
    arguments: Repository.seeds)
  func prunedContentGivesTheSameSite(seed: Int) throws {
    let archive = try RandomArchive(seed: seed)
    let instants = try archive.prunedInstants()
    for (number, instant) in instants.enumerated() {
      let full = try archive.build("content", at: instant, to: "out/\(number)/full")
      for pruning in ["editions", "entries"] {
        let pruned = try archive.build(
          "pruned/\(number)/\(pruning)", at: instant, to: "out/\(number)/\(pruning)")
        if let difference = full.difference(to: pruned) {
          Issue.record("seed \(seed) at \(instant), without \(pruning) that are not public: \(difference)")
          return
        }
        try archive.workspace.remove("out/\(number)/\(pruning)")
      }
    }
    let leaks = try archive.workspace.python("leaks.py", "manifest.json", "pruned", "out")
    #expect(leaks.code == 0, "seed \(seed): \(leaks.text)\(leaks.errors)")
  }
}
