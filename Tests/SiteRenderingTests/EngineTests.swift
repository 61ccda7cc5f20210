import Diagnostics
import Embargo
import Escaping
import Model
import Mustache
import PublishingCalendar
@testable import SiteRendering
import StrictYAML
import Templates
import TestSupport
import Testing

/// The templates of the site mean to swift-mustache what they mean to our engine.
@Suite struct `The templates of the site` {
  @Test func `show with swift-mustache what they show with our engine`() async throws {
    let content = try SampleContent.make()
    defer { withExtendedLifetime(content) {} }
    let published = try await content.published(at: "2025-01-01")
    let site = try SiteFolder.load(from: BuiltSite.folder, settings: published.settings)
    let reference = SiteFolder(
      configuration: site.configuration, languages: try site.languages.mapValues(Self.reference),
      assets: site.assets, digest: site.digest)
    let ours = try await BuiltSite(published, site: site)
    let theirs = try await BuiltSite(published, site: reference)
    #expect(ours.paths == theirs.paths)
    for path in ours.paths { #expect(try ours.text(path) == theirs.text(path), "\(path)") }
  }

  /// The language with its templates rendered by swift-mustache, which escapes apostrophes beyond what the
  /// specification says.
  private static func reference(_ language: SiteLanguage) throws -> SiteLanguage {
    var library = MustacheLibrary()
    for (name, text) in try SiteFolder.texts(in: BuiltSite.folder + "/templates", endingIn: ".mustache") {
      let report = Report(file: name)
      try library.register(language.words.inserted(into: text, file: name, report), named: name)
      try #require(report.diagnostics.isEmpty)
    }
    let templates = TemplateLibrary { [library] name, view, bytes in
      let result = library.render(bridged(view), withTemplate: name) ?? "no template \(name)"
      bytes.append(verbatim: result.replacing("&#39;", with: "'"))
    }
    return SiteLanguage(words: language.words, templates: templates)
  }
}

/// The value as swift-mustache takes it.
private func bridged(_ value: any TemplateValue) -> Any {
  switch value.section {
  case .shown: true
  case .hidden: value is Bool ? false : BridgedNothing()
  case .once: BridgedValue(value: value)
  case .each(let elements): BridgedList(elements: elements)
  }
}

private struct BridgedNothing: MustacheCustomRenderable {
  let renderText = ""
  let isNull = true
}

private struct BridgedValue: MustacheParent, MustacheCustomRenderable {
  let value: any TemplateValue
  let isNull = false

  var renderText: String {
    var bytes = Bytes()
    value.writeUnescaped(to: &bytes)
    // The marks of addresses are no text; the site of the archive needs none.
    bytes.removeAll { $0 >= Bytes.archiveAddressMark }
    return String(decoding: bytes, as: UTF8.self)
  }

  func child(named name: String) -> Any? { value.child(named: name).map(bridged) }
}

private struct BridgedList: MustacheSequence, MustacheTransformable, MustacheParent, MustacheCustomRenderable
{
  let elements: [any TemplateValue]
  let renderText = ""
  let isNull = false

  func makeIterator() -> AnyIterator<Any> {
    var iterator = elements.makeIterator()
    return AnyIterator { iterator.next().map(bridged) }
  }

  func transform(_ name: String) -> Any? { name == "first" ? elements.first.map(bridged) : nil }
  func child(named: String) -> Any? { nil }
}
