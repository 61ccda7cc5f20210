import Diagnostics
import Escaping
import FileSystem
import Model
import PublishingCalendar
import StrictYAML

/// Reads the front matter of editions; the bodies are read when they are needed.
struct EditionReading: Sendable {
  let settings: ArchiveSettings
  let vocabulary: ListVocabulary

  var times: Times { Times(zone: settings.zone, releaseTime: settings.releaseTime) }

  /// The longest title, in characters.
  private static let longestTitle = 300

  /// The edition in a file; whatever is wrong with it stands in its diagnostics.
  func edition(_ id: EditionID, file: EditionFile) -> ArchivedEdition {
    let report = Report(file: file.displayPath)
    for problem in file.problems { report.add(problem) }
    do {
      guard let bytes = try file.storage.read(limit: Body.sizeLimit) else {
        report.error("input-too-large", line: nil, "the file is larger than 2 MiB")
        return unreadable(id, file: file, report: report)
      }
      guard let front = FrontMatter(bytes, report: report) else {
        return unreadable(id, file: file, report: report)
      }
      let body = Body(
        file.storage, digest: Digest(of: bytes), start: front.bodyStart, file: file.displayPath,
        firstLine: front.bodyLine)
      return read(id, front.fields, body: body, file: file)
    } catch {
      report.error("unreadable", line: nil, "\(error.description)")
      return unreadable(id, file: file, report: report)
    }
  }

  /// An edition of which nothing is known but that it is there.
  private func unreadable(_ id: EditionID, file: EditionFile, report: Report) -> ArchivedEdition {
    var fields = Fields(.mapping([], line: 1), report: Report(file: file.displayPath))
    let body = Body(.memory([]), digest: Digest(of: []), start: 0, file: file.displayPath, firstLine: 1)
    var status = PublishingStatus()
    status.release = .unreadable
    return ArchivedEdition(
      id: id, file: file.displayPath, edition: edition(id, &fields, body: body), status: status,
      diagnostics: report.diagnostics)
  }

  private func read(
    _ id: EditionID, _ fields: Fields, body: Body, file: EditionFile
  ) -> ArchivedEdition {
    var fields = fields
    let edition = edition(id, &fields, body: body)
    let redirects = redirects(&fields)
    let status = status(&fields)
    check(edition, status, fields)
    fields.reportUnknownKeys()
    return ArchivedEdition(
      id: id, file: file.displayPath, edition: edition, status: status, redirects: redirects,
      redirectLine: fields.contains("redirect-from") ? fields.line(of: "redirect-from") : nil,
      diagnostics: fields.report.diagnostics)
  }

  private func check(_ edition: Edition, _ status: PublishingStatus, _ fields: Fields) {
    if edition.title.count > Self.longestTitle {
      fields.reportWrong(
        "title", "the title is too long", expected: "at most \(Self.longestTitle) characters")
    }
    if edition.id.number > 1, !fields.contains("change") {
      fields.report.error(
        "missing-key", line: fields.line, "the key 'change' is missing",
        expected: "'change: …', what this edition changes")
    }
    if case .at(let release) = status.release, let withdrawal = status.withdrawal, withdrawal.at < release {
      fields.report.error(
        "withdrawn-before-release", line: fields.line(of: "withdrawn"),
        "the edition is withdrawn before its release", expected: "'at' after the release")
    }
    if let summary = edition.summary, summary.contains("\n\n") {
      fields.reportWrong("summary", "the summary has several paragraphs", expected: "one plain paragraph")
    }
  }

  // MARK: The edition

  private func edition(_ id: EditionID, _ fields: inout Fields, body: Body) -> Edition {
    Edition(
      id: id, title: fields.requiredText("title")?.oneLine ?? "",
      summary: fields.text("summary")?.oneLine,
      wording: fields.choice("wording", of: Wording.self) ?? .official, dated: fields.day("dated"),
      inspectorates: fields.ids(
        "inspectorates", of: "inspectorates.yml", among: vocabulary.inspectorates),
      themes: fields.ids("themes", of: "themes.yml", among: vocabulary.themes),
      change: fields.text("change")?.oneLine, isMinor: fields.flag("minor") ?? false,
      reference: fields.text("reference"), appliesTo: fields.texts("applies-to").map(\.text),
      source: source(&fields), language: fields.language("language") ?? settings.language,
      translationOf: fields.document("translation-of"),
      facts: facts(of: id.document.collection, &fields), body: body)
  }

  private func source(_ fields: inout Fields) -> Source? {
    guard var source = fields.fields("source") else { return nil }
    defer { source.reportUnknownKeys() }
    source.require("url")
    let name = source.requiredText("name")
    guard let url = source.webAddress("url"), let name else { return nil }
    return Source(name: name, url: url)
  }

  private func redirects(_ fields: inout Fields) -> [Address] {
    fields.texts("redirect-from", orOne: true).compactMap { text, line in
      if let address = Address(written: text) { return address }
      fields.report.error(
        "redirect-address", line: line, "\(quoting: text) is no address on the site",
        expected: "a path such as /letters/old-name/")
      return nil
    }
  }

  // MARK: Status keys

  private func status(_ fields: inout Fields) -> PublishingStatus {
    var status = PublishingStatus()
    if fields.contains("release") {
      let release = fields.instant("release", dateMeans: times.releaseTime, in: times)
      status.release = release.map { .at($0) } ?? .unreadable
    } else {
      _ = fields.value("release")
    }
    status.agreements = fields.list("agreed").compactMap(agreement)
    status.hold = hold(&fields)
    status.moratoriumExemption = fields.text("moratorium-exempt")
    status.withdrawal = fields.decision("withdrawn", in: times).map {
      Withdrawal(at: $0.at, reason: $0.reason, decidedBy: $0.decidedBy)
    }
    status.removal = removal(&fields)
    return status
  }

  /// A removal, also where it is not well written: the text goes, and the notice waits for the mending.
  private func removal(_ fields: inout Fields) -> PublishingStatus.Removal? {
    guard fields.contains("removed") else {
      _ = fields.value("removed")
      return nil
    }
    guard let decision = fields.decision("removed", in: times) else {
      return PublishingStatus.Removal(at: nil, reason: "", decidedBy: nil)
    }
    return PublishingStatus.Removal(
      at: decision.at, reason: decision.reason, decidedBy: decision.decidedBy)
  }

  private func agreement(_ fields: Fields) -> PublishingStatus.Agreement? {
    var fields = fields
    defer { fields.reportUnknownKeys() }
    fields.require("inspectorate", "at")
    let inspectorate = fields.id(
      "inspectorate", of: "inspectorates.yml", among: vocabulary.inspectorates)
    let by = fields.text("by")
    let at = fields.instant("at", dateMeans: .midnight, in: times)
    guard let digest = fields.requiredText("digest"), let inspectorate, let at else { return nil }
    return PublishingStatus.Agreement(inspectorate: inspectorate, by: by, at: at, digest: digest)
  }

  private func hold(_ fields: inout Fields) -> PublishingStatus.Hold? {
    guard var hold = fields.fields("hold") else { return nil }
    defer { hold.reportUnknownKeys() }
    let reason = hold.requiredText("reason") ?? ""
    let review = hold.instant("review", dateMeans: .endOfDay, in: times)
    var clearance: PublishingStatus.Clearance?
    if var cleared = hold.fields("cleared") {
      let by = cleared.text("by")
      cleared.require("at")
      clearance = cleared.instant("at", dateMeans: .midnight, in: times).map {
        PublishingStatus.Clearance(by: by, at: $0)
      }
      cleared.reportUnknownKeys()
    }
    return PublishingStatus.Hold(reason: reason, review: review, cleared: clearance)
  }
}

extension Fields {
  /// A withdrawal or removal: `{at, reason, decided-by}`.
  fileprivate mutating func decision(
    _ key: String, in times: Times
  ) -> (at: Instant, reason: String, decidedBy: String?)? {
    guard var fields = fields(key) else { return nil }
    defer { fields.reportUnknownKeys() }
    let reason = fields.requiredText("reason")
    let decidedBy = fields.text("decided-by")
    fields.require("at")
    guard let at = fields.instant("at", dateMeans: times.releaseTime, in: times), let reason else {
      return nil
    }
    return (at, reason.oneLine, decidedBy)
  }

  /// A document written as `collection/slug`, or as a slug where the collection is plain.
  mutating func document(_ key: String, in collection: DocumentCollection? = nil) -> DocumentID? {
    guard let text = text(key) else { return nil }
    return document(text, key: key, line: line(of: key), in: collection)
  }

  /// The documents of a list.
  mutating func documents(_ key: String, in collection: DocumentCollection) -> [DocumentID] {
    texts(key).compactMap { document($0.text, key: key, line: $0.line, in: collection) }
  }

  private func document(
    _ text: String, key: String, line: Int, in collection: DocumentCollection?
  ) -> DocumentID? {
    if let document = DocumentID(text), collection == nil || collection == document.collection {
      return document
    }
    if let collection, Slug.isID(text) { return DocumentID(collection, text) }
    report.error(
      "document-id", line: line, "'\(key)' is \(quoting: text)",
      expected: "the id of a document, such as \(collection?.rawValue ?? "letters")/leeds-2024")
    return nil
  }
}

extension String {
  /// The text with line ends and runs of white space as single spaces.
  var oneLine: String {
    guard utf8.contains(where: { $0 < 0x20 }) || hasPrefix(" ") || hasSuffix(" ") else { return self }
    return split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
