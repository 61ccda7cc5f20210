import ArgumentParser

/// The command `findings`: arguments, printing and exit codes; everything else is in the modules.
@main
struct Findings: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "findings",
    abstract: "Publishes what inspectorates find, at its moment and not before.",
    discussion: "Exit codes: 0 done, 1 the content has errors or a check failed, 64 wrong usage.",
    version: "0.1.0",
    subcommands: [
      Build.self, Publish.self, AuditCommand.self, LedgerCommand.self, Check.self, Status.self,
      ScheduleCommand.self, AgreeCommand.self, SealCommand.self, UnsealCommand.self, PackCommand.self,
      TimetableCommand.self,
      SearchCommand.self, Render.self,
    ])
}
