import ArgumentParser
import Escaping
import Model
import Publishing
import PublishingCalendar
import Sealing

/// `findings publish`: puts the archive of an instant before the public.
struct Publish: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Puts the archive of this moment before the public in one step, and keeps a ledger of it.",
    discussion: """
      Readers are served DIR/current, a link to a whole release; a web server follows it. Remotes (ssh:HOST:DIR, \
      rclone:REMOTE:PATH) show what the folder shows; one that fails holds back no other. What was public stays: a \
      text that changed without a new edition, or an edition that is gone, stops the release. An edition whose \
      release was missed is reported and stays back until it has a new release or is named with --backfill. With \
      --format json, standard output gets {"release", "planned", "actual", "published", "changed", "backfilled", \
      "withdrawn", "removed", "missed", "files", "shared", "kept", "remotes", "seconds", "unopened"}; "release" is null where \
      nothing changed, "kept" is how many letters were taken over from the last release, and "unopened" is how many sealed documents were not opened.
      """)

  @OptionGroup var options: ArchiveOptions

  @Option(
    name: .customLong("to"),
    help: ArgumentHelp(
      "The folder of the public site; again for each remote: ssh:HOST:DIR or rclone:REMOTE:PATH.",
      valueName: "target"))
  var targets: [String]

  @Option(help: "How many older releases stay, to go back to.")
  var keep = 5

  @Option(help: ArgumentHelp("Adds a document whose release was missed; may be repeated.", valueName: "id"))
  var backfill: [String] = []

  @Flag(help: "Puts the last release back that may be shown again, or the one named, and stays there.")
  var rollback = false

  @Argument(help: "With --rollback: the release to go back to.")
  var release: String?

  @Flag(help: "Goes on after a --rollback.")
  var resume = false

  @Option(
    help: "The form of the summary: \(ResultFormat.allCases.map(\.rawValue).joined(separator: " or ")).")
  var format = ResultFormat.text

  @Flag(help: "Stays, and makes every release of the schedule at its moment.")
  var follow = false

  @Flag(
    name: .customLong("unsynchronised-clock"),
    help: "With --follow: releases although the system does not know that its clock is right.")
  var trustsClock = false

  func validate() throws {
    _ = try PublishTargets(targets)
    guard (0...1000).contains(keep) else { throw ValidationError("--keep takes a number from 0 to 1000.") }
    guard !(rollback && resume) else {
      throw ValidationError("--rollback and --resume exclude each other.")
    }
    guard rollback || release == nil else {
      throw ValidationError("'\(release ?? "")' is left over; a release is named with --rollback alone.")
    }
    for id in backfill where DocumentID(id) == nil {
      throw ValidationError("--backfill '\(id)' is no document; write its id, such as letters/leeds-2024.")
    }
    guard !follow || (options.at == nil && !rollback && backfill.isEmpty) else {
      throw ValidationError(
        "--follow goes by the clock; --at, --rollback and --backfill are for one release.")
    }
    guard follow || !trustsClock else { throw ValidationError("--unsynchronised-clock is for --follow.") }
  }

  func run() async throws {
    try await Console.run {
      defer { Progress.clear() }
      let identity = try options.readIdentity()
      let targets = try PublishTargets(targets)
      try targets.checkOutside([options.content, options.site])
      let folder = try ReleaseFolder(at: targets.folder)
      if follow {
        try await FollowSession(
          folder: folder, remotes: targets.remotes, options: options, identity: identity, keptCount: keep,
          trustsClock: trustsClock, isResuming: resume
        ).run()
      } else {
        try await release(in: folder, on: targets.remotes, identity)
      }
    }
  }

  /// Makes a release, or goes back to one, and then lets the remotes show what the folder shows, also where it could
  /// not be made: a remote may be behind.
  private func release(in folder: ReleaseFolder, on remotes: [any Remote], _ identity: Identity?) async throws
  {
    var failure: (any Error)?
    var outcome: Publication.Outcome?
    do {
      if rollback {
        try await goBack(in: folder)
      } else {
        outcome = try await publishOnce(to: folder, identity)
      }
    } catch {
      failure = error
    }
    let shown = try await show(folder, on: remotes)
    if let outcome, format == .json { Console.result(outcome.json(with: shown).document()) }
    if let failure { throw failure }
    if outcome?.isIncomplete == true || shown.contains(where: \.isFailure) { throw ExitCode(1) }
  }

  private func show(_ folder: ReleaseFolder, on remotes: [any Remote]) async throws -> [RemoteOutcome] {
    guard !remotes.isEmpty, let site = try folder.released else { return [] }
    Progress.show("Bringing release \(site.release) to \(remotes.map(\.name).joined(separator: ", "))")
    let outcomes = await site.show(on: remotes)
    Progress.clear()
    for line in outcomes.flatMap(\.lines) { Console.say(line.escapedForTerminal) }
    return outcomes
  }

  private func publishOnce(to folder: ReleaseFolder, _ identity: Identity?) async throws
    -> Publication.Outcome
  {
    let publication = Publication(folder: folder, jobs: options.jobs, backfill: backfill)
    let history = folder.ledger.history
    guard !history.isPinned || resume else { throw PublicationError.pinned(history.release ?? "") }
    var stages = Stages()
    Progress.show("Reading \(options.content)")
    let source = try await Publication.Source(options, identity)
    let instant = try options.instant(in: source.archive)
    guard instant <= .now else { throw PublicationError.toCome(instant) }
    if let last = history.instant, instant < last { throw PublicationError.before(instant, last) }
    if resume { try publication.resume(at: instant) }
    stages.end("load")
    let prepared = try await publication.prepare(source, at: instant, stages: stages)
    if !prepared.changesSite { try publication.notePassing(of: source.archive, at: instant) }
    let outcome = try publication.release(prepared, keeping: keep)
    Console.report(outcome.diagnostics)
    for line in outcome.warnings { Console.say("warning: \(line)".escapedForTerminal) }
    if format == .text { Console.say(outcome.text.escapedForTerminal) }
    return outcome
  }

  private func goBack(in folder: ReleaseFolder) async throws {
    let earlier = try EarlierRelease(release, in: folder)
    for reason in earlier.passedOver { Console.say("\(reason).".escapedForTerminal) }
    try await earlier.restore(now: { .now }, jobs: options.jobs)
    Console.say(
      "Readers see release \(earlier.id) again. Nothing is published until findings publish --resume.")
  }
}
