import Embargo
import Model
import PublishingCalendar

/// The summary list of an edition: what can be said of it in a line each.
struct DocumentFacts {
  let document: PublishedDocument
  let shown: PublishedEdition
  let catalogue: Catalogue
  let words: Words
  /// The criteria that guidance defines, nil where there are none.
  let criteria: CriteriaIndex.Guidance?
  /// What an overview shows of its round below its text, nil where it shows nothing.
  let evidence: RoundEvidenceView?

  private var edition: Edition { shown.edition }

  /// The rows in their order; those without a value are left out.
  func rows() -> [Fact] {
    let published: [Fact?] = [
      dated, Fact(words[.factPublished], HTMLText(catalogue.day(of: document), words)),
      Fact(words[.factEdition], editionValue), reference,
    ]
    return subject + published.compactMap(\.self)
  }

  /// The rows that say nothing of when and whether it was published.
  func rowsBeforeRelease() -> [Fact] { subject + [dated, reference].compactMap(\.self) }

  /// What it is about.
  private var subject: [Fact] {
    let common: [Fact?] = [
      Fact(plural(areas.count, .factArea, .factAreas), areas),
      Fact(plural(themes.count, .factTheme, .factThemes), themes),
      Fact(plural(inspectorates.count, .factInspectorate, .factInspectorates), inspectorates),
    ]
    return (common + own).compactMap(\.self)
  }

  private var dated: Fact? { Fact(words[.factDated], edition.dated.map { HTMLText($0, words) }) }

  private var reference: Fact? { Fact(words[.factReference], edition.reference.map { HTMLText($0) }) }

  private func plural(_ count: Int, _ one: Phrase, _ many: Phrase) -> String {
    words[count == 1 ? one : many]
  }

  // MARK: Entries of lists

  /// The areas, each a link to its page.
  var areas: [HTMLText] {
    catalogue.areas(of: edition).map { HTMLText($0.name, href: Address.area($0.id).path) }
  }

  /// The themes, each a link to its page.
  var themes: [HTMLText] {
    catalogue.themes(of: edition).map { HTMLText($0.name, href: Address.theme($0.id).path) }
  }

  /// The inspectorates by the names that they had on the edition's own date.
  private var inspectorates: [HTMLText] {
    catalogue.inspectorates(of: shown).map { id, name in
      HTMLText(name.name, href: Address.inspectorate(id).path)
    }
  }

  /// The inspectorates in the short form of the edition's own date.
  var shortInspectorates: [String] {
    catalogue.inspectorates(of: shown).map { $0.name.shortName ?? $0.name.name }
  }

  private var editionValue: HTMLText {
    let day = HTMLText(catalogue.day(of: shown.release), words)
    return HTMLText(words.html(.editionValue, HTMLText(String(edition.id.number)), day), href: "#_history")
  }

  // MARK: Facts of one collection

  private var own: [Fact?] {
    switch edition.facts {
    case .letter(let facts): letter(facts)
    case .guidance(let facts):
      [
        programme,
        Fact(words[.factInForce], facts.inForce.map { HTMLText($0, words) }),
        reference(facts.replaces, .factReplaces),
        Fact(words[.factCriteria], criteria.map(link)),
      ]
    case .overview(let round): overview(round)
    case .consultation(let facts): consultation(facts)
    case .followUp(let facts): [reference(facts.follows, .factFollows)]
    case .none: []
    }
  }

  /// The way to the criteria of guidance.
  private func link(to criteria: CriteriaIndex.Guidance) -> HTMLText {
    HTMLText(
      words.count(criteria.criteria.count, .criteria), href: Address.criteria(of: document.id).path)
  }

  private func letter(_ facts: LetterFacts) -> [Fact?] {
    [
      Fact(
        words[.factFieldwork],
        facts.fieldwork.map { words.dates(from: $0.start, to: $0.end) }),
      programme,
      reference(facts.guidance, .factGuidance),
      Fact(words[.factPrincipalAuthority], facts.principalAuthority.map { HTMLText($0) }),
      Fact(words[.factStatement], facts.statement.map(statement) ?? []),
    ]
  }

  /// What is known of the statement of action, a line each.
  private func statement(_ statement: StatementOfAction) -> [HTMLText] {
    let required = statement.isRequired.map { $0 ? Phrase.statementRequired : .statementNotRequired }
    let cooperating = statement.cooperating.joined(separator: words[.listSeparator])
    let lines = [
      required.map { words.html($0) },
      statement.due.map { words.html(.statementDue, HTMLText($0, words)) },
      statement.basis.map { words.html(.statementBasis, HTMLText($0)) },
      statement.lead.map { words.html(.statementLead, HTMLText($0)) },
      cooperating.isEmpty ? nil : words.html(.statementCooperating, HTMLText(cooperating)),
      statement.received.map { words.html(.statementReceived, HTMLText($0, words)) },
    ]
    return lines.compactMap(\.self)
  }

  private func overview(_ round: Round) -> [Fact?] {
    let span = round.from.flatMap { from in
      round.to.map { words.dates(from: from, to: $0) }
    }
    let letters =
      evidence.map { [HTMLText($0.letterCount, href: "#_letters")] } ?? round.letters.compactMap(title)
    return [
      Fact(words[.factRound], span), Fact(words[.factLetters], letters),
      Fact(
        words[.findings], evidence?.findingCount.map { HTMLText($0, href: "#" + RoundEvidenceView.anchor) }),
    ]
  }

  /// The outcome, and the days where no status above says them.
  private func consultation(_ facts: ConsultationFacts) -> [Fact?] {
    let outcome = reference(facts.outcome, .factOutcome)
    guard ConsultationStatus(shown, words) == nil else { return [outcome] }
    return [
      Fact(words[.factOpens], facts.opens.map { HTMLText($0, words) }),
      Fact(words[.factCloses], facts.closes.map { HTMLText($0, words) }), outcome,
    ]
  }

  private var programme: Fact? {
    Fact(words[.factProgramme], catalogue.programme(of: edition).map { HTMLText($0.name) })
  }

  private func reference(_ id: DocumentID?, _ label: Phrase) -> Fact? {
    Fact(words[label], id.flatMap(title))
  }

  /// A document by its title, nil where it is not public.
  private func title(of id: DocumentID) -> HTMLText? {
    guard let target = catalogue.archive.document(id)?.current.edition else { return nil }
    return HTMLText(target.title, href: id.address.path, language: target.language(on: edition.language))
  }
}
