import Archive
import ArgumentParser
import Diagnostics
import Embargo
import Escaping
import Foundation
import Model
import Publishing
import PublishingCalendar
import SiteRendering

/// `findings build`: the public site of one moment.
struct Build: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Writes the public site of one moment into a fresh tree and swaps it in.",
    discussion: """
      The folder is replaced in one step when everything is written; if anything is wrong with what is \
      due, it stays as it was. With --format json, standard output gets \
      {"instant", "output", "documents", "kept", "editions", "pages", "files", "warnings", \
      "seconds": {"load", "documents", "pages", "swap", "total"}, "peak-memory-bytes"}.
      """)

  @OptionGroup var options: ArchiveOptions

  @Option(help: ArgumentHelp("The folder that receives the site.", valueName: "folder"))
  var output: String

  @Option(
    help: ArgumentHelp(
      "Builds the site of this inspectorate alone, for a host of its own.", valueName: "inspectorate"))
  var channel: String?

  @Option(
    help: "The form of the summary: \(ResultFormat.allCases.map(\.rawValue).joined(separator: " or ")).")
  var format = ResultFormat.text

  func validate() throws {
    guard !output.isEmpty else { throw ValidationError("--output names no folder.") }
  }

  func run() async throws {
    try await Console.run {
      var stages = Stages()
      defer { Progress.clear() }
      let last = try await lastBuild()
      if let summary = Summary(of: last, output, at: options.knownInstant) {
        stages.end("load")
        return print(summary, stages)
      }
      Progress.show("Reading \(options.content)")
      let archive = try await options.load()
      let instant = try options.instant(in: archive)
      try await stopForErrors(in: archive, at: instant)
      let published = archive.published(at: instant)
      let site = try options.loadSite(for: archive)
      let scope = try scope(of: site)
      stages.end("load")

      try await last?.checkCopy(jobs: options.jobs)
      let staged = try StagedOutput(for: output, after: last)
      // What it holds may not be public yet.
      let signals = EndSignals(staged.processEnd)
      defer { signals.cancel() }
      let letters = try await staged.last?.letters(jobs: options.jobs)
      Progress.show("Writing \(published.documents.count) documents")
      var found = site.warnings
      let written = try await SiteRenderer.writeSite(
        of: published, with: site, to: staged.tree, scope: scope, jobs: options.jobs,
        kept: letters
      ) { documents in
        stages.end("documents")
        let unreleased = try await archive.checkingTexts(
          with: published, includesPublic: false, jobs: options.jobs)
        found += unreleased.allDiagnostics(with: published, at: instant) + Set(documents.diagnostics)
        Progress.clear()
        Console.report(found)
        Progress.show("Writing listings and feeds")
      }
      guard let pages = written.pages else { throw nothingWritten() }
      stages.end("pages")
      if last == nil { try LastBuild.remove(of: output) }
      try staged.replaceTarget()
      stages.end("swap")
      let summary = Summary(
        instant: instant, output: output, documents: written.documents.documents, kept: letters?.count ?? 0,
        editions: written.documents.editions, pages: pages,
        files: staged.tree.fileCount, warnings: found.count { $0.severity == .warning })
      if let letters {
        try? await staged.note(
          letters, from: instant, until: archive.nextChange(after: instant)?.instant,
          report: Console.text(of: found),
          counts: summary.counts.merging(["letters": letters.letterCount]) { $1 },
          jobs: options.jobs)
      }
      Progress.clear()
      print(summary, stages)
      guard !archive.unopened.hasErrors else { throw ExitCode(1) }
    }
  }

  /// What the last build of the folder left; nothing is left of what only an identity opens.
  private func lastBuild() async throws -> LastBuild? {
    guard options.identity == nil,
      let inputs = try? LastBuild.Inputs(
        [options.content, options.site], options: [options.content, options.site, channel ?? ""], now: .now)
    else { return nil }
    return try await LastBuild(of: output, for: inputs, jobs: options.jobs)
  }

  private func nothingWritten() -> ExitCode {
    Progress.clear()
    Console.say("Nothing was written: \(output) is as it was.")
    return ExitCode(1)
  }

  /// Reports everything, where anything stands in the way before a file is written.
  private func stopForErrors(in archive: Archive, at instant: Instant) async throws {
    let isBroken = archive.diagnostics.contains { $0.severity == .error }
    guard isBroken || !archive.brokenDueEditions(at: instant).isEmpty else { return }
    let published = archive.published(at: instant)
    let checked = try await archive.checkingTexts(with: published, includesPublic: true, jobs: options.jobs)
    Progress.clear()
    Console.report(checked.allDiagnostics(with: published, at: instant))
    throw nothingWritten()
  }

  /// What is to be built: everything, or the one channel.
  private func scope(of site: SiteFolder) throws -> SiteScope {
    guard let channel else { return .archiveAndChannels }
    guard site.channelIDs.contains(channel) else {
      let known =
        site.channelIDs.isEmpty ? "there is none" : "known: \(site.channelIDs.joined(separator: ", "))"
      let near = nearMiss(for: channel, among: site.channelIDs).map { "; did you mean '\($0)'?" } ?? ""
      throw ValidationError("--channel '\(channel)' is no channel of \(options.site); \(known)\(near)")
    }
    return .channel(channel)
  }

  private func print(_ summary: Summary, _ stages: Stages) {
    switch format {
    case .text: Console.say(summary.text(stages))
    case .json: Console.result(summary.json(stages).document())
    }
  }
}

/// What a build made.
private struct Summary {
  let instant: Instant
  let output: String
  let documents: Int
  /// The letters that were taken over from the last build.
  let kept: Int
  let editions: Int
  let pages: Int
  let files: Int
  let warnings: Int

  init(
    instant: Instant, output: String, documents: Int, kept: Int, editions: Int, pages: Int, files: Int,
    warnings: Int
  ) {
    self.instant = instant
    self.output = output
    self.documents = documents
    self.kept = kept
    self.editions = editions
    self.pages = pages
    self.files = files
    self.warnings = warnings
  }

  /// What the last build made, where another one would make the same; its warnings are reported again.
  init?(of last: LastBuild?, _ output: String, at instant: Instant?) {
    guard let instant, let (report, counts) = last?.result(at: instant) else { return nil }
    let count = { counts[$0] ?? 0 }
    self.init(
      instant: instant, output: output, documents: count("documents"), kept: count("letters"),
      editions: count("editions"), pages: count("pages"), files: count("files"), warnings: count("warnings"))
    if !report.isEmpty { Console.say(report) }
  }

  /// What was counted, by names.
  var counts: [String: Int] {
    [
      "documents": documents, "editions": editions, "pages": pages, "files": files, "warnings": warnings,
    ]
  }

  func text(_ stages: Stages) -> String {
    let seconds = String(format: "%.2f", stages.total)
    let counts = [
      "\(count(documents, "document")) in \(count(editions, "edition"))", count(pages, "page"),
      count(files, "file"),
    ]
    return "\(counts.joined(separator: ", ")): \(output), as of \(instant.rfc3339), in \(seconds) s"
  }

  private func count(_ number: Int, _ noun: String) -> String {
    "\(number) \(noun)\(number == 1 ? "" : "s")"
  }

  func json(_ stages: Stages) -> JSON {
    .object([
      ("instant", .string(instant.rfc3339)),
      ("output", .string(output)),
      ("documents", .number(documents)),
      ("kept", .number(kept)),
      ("editions", .number(editions)),
      ("pages", .number(pages)),
      ("files", .number(files)),
      ("warnings", .number(warnings)),
      ("seconds", stages.json),
      ("peak-memory-bytes", .number(Process.peakMemory)),
    ])
  }
}
