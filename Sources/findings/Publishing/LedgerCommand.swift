import ArgumentParser
import Escaping
import Foundation
import Publishing

/// `findings ledger`: what the public has seen, and the proof of it.
struct LedgerCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ledger", abstract: "Proves the ledger of a public site.", subcommands: [Verify.self])

  /// `findings ledger verify`.
  struct Verify: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Proves that no line of the ledger was changed, and that the releases are what it says.",
      discussion: "Nothing is written. The exit code is 1 where anything is wrong.")

    @Option(
      name: .customLong("to"), help: ArgumentHelp("The folder of the public site.", valueName: "folder"))
    var target: String

    @Option(help: ArgumentHelp("How many files to read at a time.", valueName: "number"))
    var jobs = ProcessInfo.processInfo.activeProcessorCount

    func run() async throws {
      try await Console.run {
        let proof = try await LedgerProof(of: target, jobs: jobs)
        for problem in proof.problems { Console.say("error: \(problem)".escapedForTerminal) }
        guard proof.problems.isEmpty else { throw ExitCode(1) }
        Console.say(
          "\(proof.entryCount) entries, \(proof.editionCount) editions; "
            + (proof.releaseCount == 1
              ? "1 release is as it was." : "\(proof.releaseCount) releases are as they were.")
        )
      }
    }
  }
}
