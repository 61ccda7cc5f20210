import Archive
import ArgumentParser
import Diagnostics
import Embargo
import Escaping
import FileSystem
import Foundation
import Model
import Publishing
import PublishingCalendar
import Sealing
import SiteRendering

/// `findings pack`: a copy of an edition for somebody who may read it before its release.
struct PackCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pack",
    abstract: "Makes a watermarked copy of an edition for one person, before its release.",
    discussion: """
      The copy is one HTML file that needs no other: the text as the site will show it, the embargo, whom it is for \
      and a number on every page, and a sheet for comments keyed to findings and paragraphs. Everything else in it is \
      as public at the moment of --at. Pictures are in it; other files are named with their digests. The receipt is \
      written first, so that no copy is without one; findings check warns when the text is no longer the one that \
      somebody was given as final. With --to the files are encrypted for somebody in recipients.yml.
      """)

  @OptionGroup var options: ArchiveOptions
  @OptionGroup var packOptions: PackOptions

  @Argument(help: "A document such as letters/leeds-2027.")
  var id: String

  @Option(help: "What it is for: \(PackStage.allCases.map(\.rawValue).joined(separator: " or ")).")
  var stage: PackStage

  @Option(
    name: .customLong("for"),
    help: ArgumentHelp(
      "Whom it is for; the name is on every page. That of --to, unless given.", valueName: "name"))
  var person: String?

  @Option(
    help: ArgumentHelp("Encrypts it for this entry of recipients.yml, by its id.", valueName: "recipient"))
  var to: String?

  @Option(help: ArgumentHelp("The file that is made; it must not be there.", valueName: "file"))
  var output: String

  @Option(
    help: ArgumentHelp("Makes the sheet for comments as a table (CSV) too.", valueName: "file"))
  var comments: String?

  @Option(help: ArgumentHelp("The number of the edition; the latest that is not public, unless given."))
  var edition: Int?

  func validate() throws {
    guard person != nil || to != nil else { throw ValidationError("say --for whom the copy is.") }
    guard output != comments else { throw ValidationError("--output and --comments name the same file.") }
    guard let person else { return }
    guard person.contains(where: { !$0.isWhitespace }), !person.unicodeScalars.contains(where: \.isInvisible),
      person.count <= 200
    else { throw ValidationError("--for is no name of at most 200 visible characters.") }
  }

  func run() async throws {
    try await Console.run {
      let loaded = try await options.load()
      let instant = try options.instant(in: loaded)
      let archive = try await loaded.checkingTexts(
        with: loaded.published(at: instant), includesPublic: false, jobs: options.jobs)
      let document = try options.document(id, in: archive)
      let edition = try edition(of: document, in: archive, at: instant)
      try checkFiles(for: document)
      let packed = archive.packed(edition, of: document, at: instant)
      let site = try options.loadSite(for: archive)
      try await make(packed, for: recipient(in: archive), site: site, at: instant)
    }
  }

  /// Renders the copy and writes its files; they get their names when the receipt is there.
  private func make(
    _ packed: PackedEdition, for recipient: Recipient?, site: SiteFolder, at instant: Instant
  ) async throws {
    let path = packOptions.path(in: options.content)
    guard let lock = try FolderLock(FileSystem.split(path).folder) else { throw PackError.isLocked(path) }
    var receipts = try PackReceipts(at: path)
    let copy = PackCopy(
      stage: stage, recipient: person ?? recipient?.name ?? "", serial: receipts.nextSerial,
      receipts: receipts.lastDigest, made: instant)
    let edition = packed.shown.edition.id
    let pack = try Pack(packed, copy: copy, site: site)
    guard !pack.diagnostics.contains(where: { $0.severity == .error }) else {
      Console.report(pack.diagnostics.map(\.redacted))
      throw PackError.notToCome(.hasErrors(edition))
    }
    let files = try await files(of: pack, recipient)
    // No receipt tells of a copy that could not be written, and no copy is seen without one.
    let copies = try files.map { try UnnamedFile(for: $0.path, $0.bytes) }
    try receipts.add(
      edition, stage: stage.rawValue, person: copy.recipient, sealedFor: recipient?.id, made: instant,
      text: pack.text, page: Digest(of: pack.html))
    for copy in copies { try copy.appear() }
    lock.release()
    Console.result(Bytes(files.map { $0.path.escapedForTerminal + "\n" }.joined().utf8))
    Console.say("\(edition), copy \(copy.serial) for \(copy.recipient).".escapedForTerminal)
  }

  private func edition(
    of document: ArchivedDocument, in archive: Archive, at instant: Instant
  ) throws -> ArchivedEdition {
    do {
      return try archive.editionToCome(of: document, number: edition, at: instant)
    } catch {
      if case .hasErrors(let id) = error {
        Console.report(document.editions.filter { $0.id == id }.flatMap(\.diagnostics).map(\.redacted))
      }
      throw PackError.notToCome(error)
    }
  }

  /// Refuses to write over a file, and to tell those who read the content what is sealed in it.
  private func checkFiles(for document: ArchivedDocument) throws {
    let copies = [output, comments].compactMap(\.self)
    for path in copies where FileSystem.kind(of: path) != nil { throw PackError.exists(path) }
    guard document.sealedFile != nil else { return }
    let receipts = packOptions.path(in: options.content)
    for path in [receipts] + copies where FileSystem.isWithin(options.content, path) {
      throw path == receipts ? PackError.namesSealed : .showsSealed(path)
    }
  }

  private func recipient(in archive: Archive) throws -> Recipient? {
    guard let to else { return nil }
    if let recipient = archive.recipients.first(where: { $0.id == to }) { return recipient }
    let near =
      nearMiss(for: to, among: archive.recipients.map(\.id)).map { "; did you mean '\($0)'?" } ?? ""
    throw ValidationError("--to '\(to)' is nobody in recipients.yml\(near)".escapedForTerminal)
  }

  /// The files that are handed over, by their paths.
  private func files(of pack: Pack, _ recipient: Recipient?) async throws -> [(path: String, bytes: Bytes)] {
    let files = [(output, pack.html)] + (comments.map { [($0, pack.comments)] } ?? [])
    guard let recipient else { return files }
    var sealed: [(path: String, bytes: Bytes)] = []
    for (path, bytes) in files { sealed.append((path, try await Age.encrypt(bytes, for: recipient.keys))) }
    return sealed
  }
}

extension PackStage: ExpressibleByArgument {}

/// Why no copy is made.
private enum PackError: Error, CustomStringConvertible {
  case notToCome(CannotAgree)
  case exists(String)
  case namesSealed
  case showsSealed(String)
  case isLocked(String)

  var description: String {
    switch self {
    case .notToCome(let reason): reason.explanation
    case .exists(let path): "\(path) is there already; a copy is never written over another"
    case .namesSealed:
      "the document is sealed, and its receipt would name it in the content; give a file elsewhere with --packs"
    case .showsSealed(let path):
      "the document is sealed, and \(path) lies in the content, whose readers must not know of it; name another place"
    case .isLocked(let path): "somebody else writes to \(path); run the command again in a moment"
    }
  }
}
