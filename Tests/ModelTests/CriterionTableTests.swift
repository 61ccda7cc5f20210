import Diagnostics
import Markdown
import Model
import Testing

@Suite struct `The tables of criteria` {
  private func read(_ markdown: String, in document: String = "guidance/g") throws -> (
    criteria: [Criterion], diagnostics: [Diagnostic]
  ) {
    let edition = edition(markdown) { $0.document = document }
    let text = try EditionText(edition, settings: settings)
    let tables = CriterionTables(text.markdown.blocks())
    return (tables.criteria, tables.diagnostics(of: edition))
  }

  private let table = """
    | | Criterion |
    | --- | --- |
    | EC1 | One |
    | EC2 | |
    | EC1 | Another |
    | ec3 | Three |
    | EC 4 | Four |
    | EC05 | Five |
    | EC1.2 | Six |
    | EC10–EC12 | Seven |
    | EC7 Leaders | Eight |
    | Economy | Nine |
    | Section 3 | Ten |
    | EC20 | Twenty |
    """

  @Test func `lose no row in silence`() throws {
    let (criteria, diagnostics) = try read(table)
    #expect(criteria.map(\.name) == ["EC1", "EC2", "EC20"])
    #expect(
      String(decoding: DiagnosticFormat.text.report(diagnostics), as: UTF8.self) == """
        a.md:8: error: 'EC2' has no words beside its name [criterion-empty]
          expected: what the criterion says, in the cells of its row
        a.md:9: error: 'EC1' is defined a second time, first on line 7 [criterion-duplicate]
          expected: one row for each criterion, with everything that is to be said of it
        a.md:10: warning: 'ec3' is no name of an evaluation criterion, so this row defines none [criterion-name]
          expected: a row for each criterion, its first cell EC and a number without zeros before it
          did you mean 'EC3'?
        a.md:11: warning: 'EC 4' is no name of an evaluation criterion, so this row defines none [criterion-name]
          expected: a row for each criterion, its first cell EC and a number without zeros before it
          did you mean 'EC4'?
        a.md:12: warning: 'EC05' is no name of an evaluation criterion, so this row defines none [criterion-name]
          expected: a row for each criterion, its first cell EC and a number without zeros before it
          did you mean 'EC5'?
        a.md:13: warning: 'EC1.2' is no name of an evaluation criterion, so this row defines none [criterion-name]
          expected: a row for each criterion, its first cell EC and a number without zeros before it
        a.md:14: warning: 'EC10–EC12' is no name of an evaluation criterion, so this row defines none [criterion-name]
          expected: a row for each criterion, its first cell EC and a number without zeros before it
        a.md:15: warning: 'EC7 Leaders' is no name of an evaluation criterion, so this row defines none [criterion-name]
          expected: a row for each criterion, its first cell EC and a number without zeros before it
          did you mean 'EC7'?

        """)
  }

  @Test func `are held to be one over the whole text`() throws {
    let again = "\n\n## Annex\n\n| a | b |\n| - | - |\n| EC20 | x |\n"
    #expect(try read(table + again).diagnostics.filter { $0.rule == "criterion-duplicate" }.count == 2)
  }

  @Test func `are the matter of guidance alone`() throws {
    #expect(try read(table, in: "pages/a").diagnostics.isEmpty)
    #expect(try read("| a | b |\n| - | - |\n| ECB | x |\n| E1 | x |\n").diagnostics.isEmpty)
  }
}
