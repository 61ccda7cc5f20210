import Archive
import ArgumentParser
import Diagnostics
import Embargo
import Escaping
import Model
import PublishingCalendar
import Sealing

/// `findings agree`: an inspectorate's agreement to the text of an edition as it stands.
struct AgreeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "agree",
    abstract: "Records an inspectorate's agreement to the text of an edition as it stands.",
    discussion: """
      The agreement is written into the front matter of the edition's file, in the place of a former one of the \
      same inspectorate; every other byte stays. It names the moment of --at and the digest of the public text: \
      title, summary, facts, blocks and attachments. A text that changes afterwards is no longer agreed. Without \
      --edition it is the latest edition that is not public. Standard output gets the state of the edition, as \
      findings status prints it.
      """)

  @OptionGroup var options: ArchiveOptions

  @Argument(help: "A document such as letters/leeds-2024.")
  var id: String

  @Option(help: ArgumentHelp("The inspectorate that agrees, by its id.", valueName: "inspectorate"))
  var by: String

  @Option(help: ArgumentHelp("Who agreed for the inspectorate; the name is recorded.", valueName: "name"))
  var person: String?

  @Option(help: ArgumentHelp("The number of the edition.", valueName: "number"))
  var edition: Int?

  func validate() throws {
    guard let person else { return }
    guard person.contains(where: { !$0.isWhitespace }), !person.unicodeScalars.contains(where: \.isInvisible)
    else { throw ValidationError("--person is no name of visible characters.") }
  }

  func run() async throws {
    try await Console.run {
      let identity = try options.readIdentity()
      let loaded = try await options.load(with: identity)
      let instant = try options.instant(in: loaded).wholeSecond
      try checkInspectorate(in: loaded)
      let published = loaded.published(at: instant)
      let archive = try await loaded.checkingTexts(with: published, includesPublic: false, jobs: options.jobs)
      let document = try options.document(id, in: archive)
      let edition = try edition(of: document, in: archive, at: instant)
      let agreed = try await record(at: instant, in: edition, of: document, archive, identity)
      Console.result(Bytes(state(of: agreed, in: archive, document, at: instant).utf8))
    }
  }

  // MARK: What is agreed

  private func checkInspectorate(in archive: Archive) throws {
    let known = archive.lists.inspectorates.map(\.id)
    guard !known.contains(by) else { return }
    let near = nearMiss(for: by, among: known).map { "; did you mean '\($0)'?" } ?? ""
    throw ValidationError(
      "--by '\(by)' is no inspectorate; known: \(known.joined(separator: ", "))\(near)".escapedForTerminal)
  }

  private func edition(
    of document: ArchivedDocument, in archive: Archive, at instant: Instant
  ) throws -> ArchivedEdition {
    do {
      return try archive.editionToAgree(of: document, number: edition, by: by, at: instant)
    } catch {
      if case .hasErrors(let id) = error {
        Console.report(document.editions.filter { $0.id == id }.flatMap(\.diagnostics).map(\.redacted))
      }
      Console.say("findings: \(error.explanation)".escapedForTerminal)
      throw ExitCode(1)
    }
  }

  // MARK: Recording

  private func record(
    at instant: Instant, in edition: ArchivedEdition, of document: ArchivedDocument, _ archive: Archive,
    _ identity: Identity?
  ) async throws -> ArchivedEdition {
    do {
      return try await archive.recordAgreement(
        of: by, by: person, at: instant, to: edition, of: document, identity: identity)
    } catch let error as AgreementNotRecorded {
      Console.report([error.diagnostic])
      throw ExitCode(1)
    }
  }

  /// The line of the edition in the status of the archive with the agreement.
  private func state(
    of agreed: ArchivedEdition, in archive: Archive, _ document: ArchivedDocument, at instant: Instant
  ) -> String {
    var document = document
    guard let number = document.editions.firstIndex(where: { $0.id == agreed.id }) else { return "" }
    document.editions[number] = agreed
    let report = archive.states(of: document, at: instant)[number]
    return StateText(zone: archive.settings.zone).line(report)
  }
}

extension Instant {
  /// The second that the moment lies in: nobody agrees by the millisecond.
  fileprivate var wholeSecond: Instant { advanced(byMilliseconds: -(milliseconds % 1000)) }
}
