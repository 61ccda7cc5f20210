import Archive
import ArgumentParser
import Audit
import Diagnostics
import Embargo
import Escaping
import FanOut
import FileSystem
import Model
import Publishing
import PublishingCalendar
import SiteRendering

/// `findings audit`: proves that a site tells nothing that is not public at its instant.
struct AuditCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "audit",
    abstract: "Proves that the public site tells nothing before its moment.",
    discussion: """
      The site of the instant is built twice: as it is, and from a copy of the content from which everything \
      unreleased was deleted. The two must be the same. Then every file is searched for titles, names and every \
      eight words in a row of what is unreleased, as far as no public source has them; inside JSON, CSV, SQLite, the \
      search index, PDF and office files too (PDF needs poppler-utils and qpdf). What public texts tell of unreleased ones is \
      listed. With --format json, standard output gets {"instant", "files", "unreleased", "phrases", \
      "differences": [{"file", "kind"}], "leaks", "chances": [{"file", "kind", "of"}], "unread", \
      "mentions": [{"source", "kind", "of"}], "unopened"}; "unopened" is how many sealed documents were not opened, of \
      which nothing is looked for.
      """)

  @OptionGroup var options: ArchiveOptions

  @Option(
    help: ArgumentHelp(
      "A site that was built before, to be audited instead of a fresh one; --at is its instant.",
      valueName: "folder"))
  var output: String?

  @Option(help: "The form of the report: \(ResultFormat.allCases.map(\.rawValue).joined(separator: " or ")).")
  var format = ResultFormat.text

  func run() async throws {
    try await Console.run {
      defer { Progress.clear() }
      // What it holds is not public: it goes however this ends, or when the next audit begins.
      let (report, instant) = try await PrivateFolder.during(audit)
      Progress.clear()
      Console.report(report.unopened.diagnostics)
      switch format {
      case .text: for line in report.lines { Console.say(line.escapedForTerminal) }
      case .json: Console.result(report.json(at: instant).document())
      }
      guard report.isClean, !report.unopened.hasErrors else { throw ExitCode(1) }
    }
  }

  /// - Parameter folder: Where sites and copies of the content are written.
  private func audit(in folder: String) async throws -> (AuditReport, Instant) {
    Progress.show("Reading \(options.content)")
    let source = try await Publication.Source(options, options.readIdentity())
    let instant = try options.instant(in: source.archive)
    let site = try await SiteToAudit(output, of: source, at: instant, in: folder, jobs: options.jobs)
    Progress.show("Building the site without what is unreleased, and searching it")
    let audit = EmbargoAudit(
      source.archive, content: source.paths.content, site: (source.site, source.paths.site), at: instant,
      jobs: options.jobs, workFolder: folder)
    return (try await audit.report(onSite: site.path, digests: site.digests(jobs: options.jobs)), instant)
  }
}

/// The site that is audited: one that was built before, or a fresh one that nobody else can read.
private struct SiteToAudit {
  let path: String
  private let staged: StagedOutput?

  /// - Parameter folder: Where a fresh one is written.
  init(
    _ output: String?, of source: Publication.Source, at instant: Instant, in folder: String, jobs: Int
  ) async throws {
    if let output {
      guard FileSystem.kind(of: output + "/record.json") == .file else {
        throw ValidationError("--output '\(output)' is no site that findings built; it has no record.json.")
      }
      path = output
      staged = nil
      return
    }
    let broken = source.archive.brokenDueEditions(at: instant).flatMap(\.diagnostics)
    guard broken.isEmpty else { throw Self.brokenContent(broken) }
    let staged = try StagedOutput(for: folder + "/site")
    let published = source.archive.published(at: instant)
    Progress.show("Writing \(published.documents.count) documents")
    let written = try await SiteRenderer.writeSite(
      of: published, with: source.site, to: staged.tree, scope: .archiveAndChannels, jobs: jobs)
    guard written.pages != nil else { throw Self.brokenContent(written.documents.diagnostics) }
    path = staged.tree.path
    self.staged = staged
  }

  private static func brokenContent(_ diagnostics: [Diagnostic]) -> ExitCode {
    Progress.clear()
    Console.report(Array(Set(diagnostics)))
    Console.say("Nothing was audited: what is due has errors, so that there is no site.")
    return ExitCode(1)
  }

  /// The digests of the files by their paths.
  func digests(jobs: Int) async throws -> [String: Digest] {
    let (path, files) = (path, try FileSystem.files(below: path))
    let digests = try await fanOut(over: files.count, jobs: jobs) {
      try Digest(ofFile: path + "/" + files[$0])
    }
    return Dictionary(uniqueKeysWithValues: zip(files, digests))
  }
}
