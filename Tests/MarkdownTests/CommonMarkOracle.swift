import CCMark
import Diagnostics
import Escaping
import Markdown

/// What cmark itself makes of a source.
func cmarkHTML(_ source: String) -> String {
  var source = source
  return source.withUTF8 { bytes in
    unsafe bytes.withMemoryRebound(to: CChar.self) { characters in
      guard let base = characters.baseAddress,
        let html = unsafe cmark_markdown_to_html(base, characters.count, CMARK_OPT_DEFAULT)
      else { return "" }
      defer { unsafe cmark_get_default_mem_allocator().pointee.free(html) }
      return unsafe String(cString: html)
    }
  }
}

/// The HTML of a source, its headings starting at level 1 and everything left as written.
func html(
  _ source: String, features: MarkdownFeatures = MarkdownFeatures(topHeadingLevel: 1),
  glossary: Glossary = Glossary(), resolve: (Link) -> LinkTarget = { _ in .asWritten }
) -> String {
  let document = MarkdownDocument(Bytes(source.utf8), file: "a.md", features: features)
  var bytes = Bytes()
  document.writeHTML(to: &bytes, glossary: glossary, resolve: resolve)
  return String(decoding: bytes, as: UTF8.self)
}

/// The HTML of a source without the ids of its headings, which cmark does not give.
func plainHTML(_ source: String) -> String {
  html(source).replacing(/<h([1-6]) id="[^"]*">/) { "<h\($0.output.1)>" }
}

/// The rules of the diagnostics of a source with their lines: `raw-html:3`.
func reports(_ source: String, features: MarkdownFeatures = MarkdownFeatures(topHeadingLevel: 1)) -> [String]
{
  let document = MarkdownDocument(Bytes(source.utf8), file: "a.md", features: features)
  return document.diagnostics.map { "\($0.rule):\($0.place.line ?? 0)" }
}
