import Diagnostics
import EditorialChecks
import Escaping
import Model
import PublishingCalendar
import StrictYAML

/// Reads `archive.yml`: the public settings, and the rules of publishing.
struct SettingsReading {
  let settings: ArchiveSettings
  let rules: PublishingRules
  let diagnostics: [Diagnostic]

  init(_ content: ContentFolder, areas: Set<String>) {
    let report = Report(file: content.displayPath("archive.yml"))
    var fields = Fields(
      content.yaml("archive.yml", report: report) ?? .mapping([], line: 1), report: report)
    settings = Self.settings(&fields)
    let times = Times(zone: settings.zone, releaseTime: settings.releaseTime)
    var rules = PublishingRules()
    rules.agreement = Self.agreement(&fields, times: times)
    rules.moratoria = fields.list("moratoria").compactMap {
      Self.moratorium($0, times: times, areas: areas)
    }
    rules.checks = Self.checks(&fields)
    self.rules = rules
    fields.reportUnknownKeys()
    diagnostics = report.diagnostics
  }

  private static func settings(_ fields: inout Fields) -> ArchiveSettings {
    var hasSQLite = false
    if var downloads = fields.fields("downloads") {
      hasSQLite = downloads.flag("sqlite") ?? false
      downloads.reportUnknownKeys()
    }
    return ArchiveSettings(
      title: fields.requiredText("title") ?? "", address: address(&fields), zone: zone(&fields),
      releaseTime: releaseTime(&fields), language: fields.language("language") ?? "en-GB",
      licence: licence(&fields), hasSQLite: hasSQLite)
  }

  /// The address of the site, which stands at the root of its host: pages link by paths from the root.
  private static func address(_ fields: inout Fields) -> String {
    guard let text = fields.requiredText("address") else { return "" }
    let host = text.drop { $0 != ":" }.dropFirst(3).prefix { $0 != "/" }
    let isRoot = ["https://\(host)", "https://\(host)/", "http://\(host)", "http://\(host)/"].contains(text)
    guard isRoot, !host.isEmpty, WebAddress.isValid(text) else {
      fields.reportWrong(
        "address", "'address' is \(quoting: text)",
        expected: "an address without a path, such as https://findings.example.org/")
      return ""
    }
    return text.hasSuffix("/") ? String(text.dropLast()) : text
  }

  private static func zone(_ fields: inout Fields) -> Zone {
    let name = fields.text("time-zone") ?? "Europe/London"
    if let zone = Zone(identifier: name) { return zone }
    fields.reportWrong(
      "time-zone", "'time-zone' is \(quoting: name)", expected: "a zone such as Europe/London")
    return .utc
  }

  private static func releaseTime(_ fields: inout Fields) -> TimeOfDay {
    guard let text = fields.text("release-time") else { return .midnight }
    if let time = TimeOfDay(text) { return time }
    fields.reportWrong(
      "release-time", "'release-time' is \(quoting: text)", expected: "a time such as \"09:30\"")
    return .midnight
  }

  private static func licence(_ fields: inout Fields) -> Licence? {
    guard var licence = fields.fields("licence") else { return nil }
    defer { licence.reportUnknownKeys() }
    licence.require("url")
    let name = licence.requiredText("name")
    guard let url = licence.webAddress("url"), let name else { return nil }
    return Licence(name: name, url: url)
  }

  private static func agreement(_ fields: inout Fields, times: Times) -> AgreementRule? {
    guard var rule = fields.fields("agreement") else { return nil }
    defer { rule.reportUnknownKeys() }
    rule.require("collections", "from")
    let collections = rule.collections("collections")
    guard let from = rule.instant("from", dateMeans: .midnight, in: times) else { return nil }
    return AgreementRule(collections: collections, from: from)
  }

  private static func moratorium(_ entry: Fields, times: Times, areas: Set<String>) -> Moratorium? {
    var entry = entry
    defer { entry.reportUnknownKeys() }
    entry.require("from", "to")
    let from = entry.instant("from", dateMeans: .midnight, in: times)
    let to = entry.instant("to", dateMeans: .endOfDay, in: times)
    let reason = entry.requiredText("reason")
    let areas = entry.ids("areas", of: "areas.yml", among: areas)
    let collections = entry.collections("collections")
    guard let from, let to, let reason else { return nil }
    guard from <= to else {
      entry.reportWrong("to", "the moratorium ends before it begins", expected: "'to' after 'from'")
      return nil
    }
    return Moratorium(from: from, to: to, reason: reason, areas: areas, collections: collections)
  }

  private static func checks(_ fields: inout Fields) -> [String: CheckLevel] {
    guard var checks = fields.fields("checks") else { return [:] }
    let rules = EditorialRule.all.map(\.name)
    var levels: [String: CheckLevel] = [:]
    for name in checks.names() {
      if rules.contains(name) {
        levels[name] = checks.choice(name, of: CheckLevel.self)
      } else {
        checks.report.error(
          "unknown-id", line: checks.line(of: name), "\(quoting: name) is no editorial rule",
          expected: "one of \(rules.sorted().joined(separator: ", "))",
          suggestion: nearMiss(for: name, among: rules))
      }
    }
    return levels
  }
}
