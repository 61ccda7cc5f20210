import Embargo
import Model
import PublishingCalendar

/// The summary list of an edition: what can be said of it in a line each.
struct DocumentFacts {
  let document: PublishedDocument
  let shown: PublishedEdition
  let catalogue: Catalogue
  let words: Words

  private var edition: Edition { shown.edition }

  /// The rows in their order; those without a value are left out.
  func rows() -> [Fact] {
    let common: [Fact?] = [
      Fact(plural(areas.count, .factArea, .factAreas), areas),
      Fact(plural(themes.count, .factTheme, .factThemes), themes),
      Fact(plural(inspectorates.count, .factInspectorate, .factInspectorates), inspectorates),
    ]
    let dates: [Fact?] = [
      Fact(words[.factDated], edition.dated.map { HTMLText($0, words) }),
      Fact(words[.factPublished], HTMLText(catalogue.day(of: document), words)),
      Fact(words[.factEdition], editionValue),
      Fact(words[.factReference], edition.reference.map { HTMLText($0) }),
    ]
    return (common + own + dates).compactMap(\.self)
  }

  private func plural(_ count: Int, _ one: Phrase, _ many: Phrase) -> String {
    words[count == 1 ? one : many]
  }

  // MARK: Entries of lists

  var areas: [HTMLText] {
    edition.facts.areas.compactMap { id in
      catalogue.area(id).map { HTMLText($0.name, href: Address.area(id).path) }
    }
  }

  var themes: [HTMLText] {
    edition.themes.compactMap { id in
      catalogue.theme(id).map { HTMLText($0.name, href: Address.theme(id).path) }
    }
  }

  /// The inspectorates by the names that they had on the edition's own date.
  private var inspectorates: [HTMLText] {
    let day = catalogue.nameDay(of: shown)
    return edition.inspectorates.compactMap { id in
      catalogue.inspectorate(id).map { inspectorate in
        HTMLText(inspectorate.name(on: day).name, href: Address.inspectorate(id).path)
      }
    }
  }

  /// The inspectorates in the short form of the edition's own date.
  var shortInspectorates: [String] {
    let day = catalogue.nameDay(of: shown)
    return edition.inspectorates.compactMap { id in
      catalogue.inspectorate(id).map { inspectorate in
        let name = inspectorate.name(on: day)
        return name.shortName ?? name.name
      }
    }
  }

  private var editionValue: HTMLText {
    let day = words.date(catalogue.day(of: shown.release))
    return HTMLText(words(.editionValue, String(edition.id.number), day), href: "#_history")
  }

  // MARK: Facts of one collection

  private var own: [Fact?] {
    switch edition.facts {
    case .letter(let facts): letter(facts)
    case .guidance(let facts):
      [
        programme(facts.programme),
        Fact(words[.factInForce], facts.inForce.map { HTMLText($0, words) }),
        reference(facts.replaces, .factReplaces),
      ]
    case .overview(let round): overview(round)
    case .consultation(let facts):
      [
        Fact(words[.factOpens], facts.opens.map { HTMLText($0, words) }),
        Fact(words[.factCloses], facts.closes.map { HTMLText($0, words) }),
        reference(facts.outcome, .factOutcome),
      ]
    case .followUp(let facts): [reference(facts.follows, .factFollows)]
    case .none: []
    }
  }

  private func letter(_ facts: LetterFacts) -> [Fact?] {
    [
      Fact(
        words[.factFieldwork],
        facts.fieldwork.map { HTMLText(words.dates(from: $0.start, to: $0.end)) }),
      programme(facts.programme),
      reference(facts.guidance, .factGuidance),
      Fact(words[.factPrincipalAuthority], facts.principalAuthority.map { HTMLText($0) }),
      Fact(words[.factStatement], facts.statement?.due.map { HTMLText($0, words) }),
    ]
  }

  private func overview(_ round: Round) -> [Fact?] {
    let letters = round.letters.compactMap { id in
      catalogue.archive.document(id).map { document in
        HTMLText(document.current.edition.title, href: document.id.address.path)
      }
    }
    let span = round.from.flatMap { from in
      round.to.map { HTMLText(words.dates(from: from, to: $0)) }
    }
    return [Fact(words[.factRound], span), Fact(words[.factLetters], letters)]
  }

  private func programme(_ id: String?) -> Fact? {
    Fact(words[.factProgramme], id.flatMap { catalogue.programme($0) }.map { HTMLText($0.name) })
  }

  /// A document by its title, nothing where it is not public.
  private func reference(_ id: DocumentID?, _ label: Phrase) -> Fact? {
    guard let id, let target = catalogue.archive.document(id) else { return nil }
    return Fact(words[label], HTMLText(target.current.edition.title, href: id.address.path))
  }
}
