import Embargo
import Model
import Templates

/// The page of one criterion.
private struct CriterionView: PageView {
  /// A part of the criterion: the words of a cell, below those of its column.
  struct Part: TemplateView {
    let heading: String
    let text: String

    func child(named name: String) -> (any TemplateValue)? {
      switch name {
      case "heading": heading
      case "text": text
      default: nil
      }
    }
  }

  /// The criterion in other guidance.
  struct Like: TemplateView {
    let link: Link
    let guidance: Link
    /// How near its words come.
    let likeness: String
    /// Its words part by part, none where they are the same.
    let texts: [String]
    let language: String?

    func child(named name: String) -> (any TemplateValue)? {
      switch name {
      case "guidance": guidance
      case "likeness": likeness
      case "texts": texts.ifAny
      case "lang": language
      default: link.child(named: name)
      }
    }
  }

  var frame: PageFrame
  let language: String?
  let notices: [HTMLText]
  /// The text, where the table has one column for it.
  let text: String?
  /// The text part by part, where it has several.
  let parts: [Part]
  let facts: [Fact]
  let findings: HTMLText?
  let findingsHeading: String
  var coverage: String?
  let noFindings: [String]
  var pagination: Pagination?
  let likes: [Like]
  let letters: Group?
  let previous: Link?
  let next: Link?

  func own(_ name: String) -> (any TemplateValue)? {
    switch name {
    case "lang": language
    case "notices": notices.ifAny
    case "text": text
    case "parts": parts.ifAny
    case "facts": facts.ifAny
    case "findings": findings
    case "findingsHeading": findingsHeading
    case "coverage": coverage
    case "noFindings": noFindings.ifAny
    case "pagination": pagination
    case "likes": likes.ifAny
    case "letters": letters
    case "hasNeighbours": previous != nil || next != nil
    case "previous": previous
    case "next": next
    default: nil
    }
  }
}

extension SiteRenderer {
  /// How many of the letters under the same guidance the page of a criterion shows.
  private static let fewLetters = 5

  /// The page of each criterion, or as many as its findings fill.
  func criterionPages(of guidance: CriteriaIndex.Guidance, _ marked: MarkedFindings) -> [PageWork] {
    guidance.criteria.indices.flatMap { index -> [PageWork] in
      let findings = marked[guidance.criteria[index].name]
      let paging = paging(findings)
      let coverage = coverage(of: findings)
      return eachPage(paging, isListed: !guidance.document.isWithdrawn) { page in
        var view = try criterion(
          index, of: guidance, page: page, findings: paging.entries(onPage: page, of: findings))
        if page == 1 { view.coverage = coverage }
        view.pagination = Pagination(
          page: page, of: paging.count,
          below: Address.criterion(guidance.criteria[index], of: guidance.document.id), mainWords)
        view.frame.isHiddenFromRobots = guidance.document.isWithdrawn
        let address = Address.criterion(guidance.criteria[index], of: guidance.document.id).page(page)
        return try write(.criterion, view, to: address)
      }
    }
  }

  private func criterion(
    _ index: Int, of guidance: CriteriaIndex.Guidance, page: Int, findings: some Sequence<FindingEntry>
  ) throws -> CriterionView {
    let criterion = guidance.criteria[index]
    let document = guidance.document
    let neighbour = { (offset: Int, phrase: Phrase) -> Link? in
      guard guidance.criteria.indices.contains(index + offset) else { return nil }
      let other = guidance.criteria[index + offset]
      return Link(mainWords(phrase, other.name), Address.criterion(other, of: document.id))
    }
    return CriterionView(
      frame: frame(of: criterion, of: guidance, page: page),
      language: guidance.language(of: criterion, on: mainLanguage.tag),
      notices: notices(of: criterion, of: guidance),
      text: criterion.parts.count == 1 ? criterion.text : nil,
      parts: criterion.parts.count == 1
        ? [] : criterion.parts.map { CriterionView.Part(heading: $0.heading, text: $0.text) },
      facts: facts(of: criterion, of: guidance),
      findings: try findingItems.html(at: findings.lazy.map(\.item)),
      findingsHeading: mainWords(.criterionFindings, criterion.name),
      noFindings: noFindings(of: criterion, of: document),
      likes: page == 1 ? likes(criterion, of: document) : [],
      letters: page == 1 ? letters(under: document) : nil,
      previous: neighbour(-1, .previousCriterion), next: neighbour(1, .nextCriterion))
  }

  private func frame(
    of criterion: Criterion, of guidance: CriteriaIndex.Guidance, page: Int
  ) -> PageFrame {
    let document = guidance.document
    let title = page == 1 ? criterion.name : mainWords(.collectionPage, criterion.name, String(page))
    var frame = frame(
      title: title, address: Address.criterion(criterion, of: document.id).page(page),
      section: DocumentCollection.guidance.address,
      breadcrumbs: wayToCriteria() + [Link(document.current.edition.title, Address.criteria(of: document.id))]
    )
    frame.pageTitle =
      "\(title) - \(document.current.edition.title) - \(catalogue.archive.settings.title)"
    frame.description = criterion.text
    return frame
  }

  /// What a reader has to know first: that the guidance was withdrawn, or dropped the criterion.
  private func notices(of criterion: Criterion, of guidance: CriteriaIndex.Guidance) -> [HTMLText] {
    var notices = [withdrawalNotice(of: guidance.document)].compactMap(\.self)
    if !guidance.isCurrent(criterion), let edition = guidance.editions[criterion.name]?.edition {
      notices.append(mainWords.html(.criterionFormer, HTMLText(String(edition.id.number))))
    }
    return notices
  }

  /// Where it stands, and under which programme.
  private func facts(of criterion: Criterion, of guidance: CriteriaIndex.Guidance) -> [Fact] {
    let shown = guidance.editions[criterion.name] ?? guidance.document.current
    let place = guidance.isCurrent(criterion) ? guidance.document.id.address : shown.edition.id.address
    let section = criterion.section.map { "#" + $0 } ?? ""
    var inForce: HTMLText?
    if case .guidance(let facts) = shown.edition.facts {
      inForce = facts.inForce.map { HTMLText($0, mainWords) }
    }
    let rows = [
      Fact(
        mainWords[.factGuidance],
        HTMLText(
          shown.edition.title, href: place.path + section,
          language: shown.edition.language(on: mainLanguage.tag))),
      Fact(mainWords[.factInForce], inForce),
      Fact(mainWords[.factProgramme], catalogue.programme(of: shown.edition).map { HTMLText($0.name) }),
    ]
    return rows.compactMap(\.self)
  }

  /// What is said where no finding is marked with it: that this is usual, and what there is to read.
  private func noFindings(of criterion: Criterion, of guidance: PublishedDocument) -> [String] {
    let hasLetters = !catalogue.letters(under: guidance.id).isEmpty
    return [
      mainWords(.criterionNoFindings, criterion.name),
      mainWords[hasLetters ? .criterionSeldomMarked : .criterionNoLetters],
    ]
  }

  private func likes(_ criterion: Criterion, of document: PublishedDocument) -> [CriterionView.Like] {
    reading.criteria.criteria(like: criterion, of: document).map { like in
      let edition = like.guidance.current.edition
      let likeness: Phrase =
        switch like.likeness {
        case .same: .criterionSame
        case .similar: .criterionSimilar
        case .named: .criterionNamed
        }
      return CriterionView.Like(
        link: Link(like.criterion.name, Address.criterion(like.criterion, of: like.guidance.id)),
        guidance: Link(edition.title, Address.criteria(of: like.guidance.id)), likeness: mainWords[likeness],
        texts: like.likeness == .same ? [] : like.criterion.parts.map(\.text),
        language: edition.language(on: mainLanguage.tag))
    }
  }

  /// The latest letters under the same guidance, with the way to all of them.
  private func letters(under guidance: PublishedDocument) -> Group? {
    let letters = catalogue.letters(under: guidance.id)
    guard !letters.isEmpty else { return nil }
    let lines = letters.prefix(Self.fewLetters).map { line(for: $0).full }
    return Group(
      heading: mainWords[.relatedGuidance], items: HTMLText(joining: lines, separator: "\n"),
      more: letters.count > lines.count
        ? Link(mainWords[.allLettersUnder], Address.criteria(of: guidance.id)) : nil)
  }
}
