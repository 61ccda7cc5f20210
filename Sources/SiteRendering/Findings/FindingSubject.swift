import Embargo
import Model

/// Something that findings are about, and its lists of them: a theme, an agency, an area.
struct FindingSubject: Sendable {
  let name: String
  let address: Address
  /// The list that it is an entry of.
  let entries: EntryList
  /// Those of its findings that say how well agencies do.
  let findings: FindingCatalogue.Selection
  /// Whether its lists are parted by agency too.
  let isPartedByAgency: Bool
  private let lists: FindingsByKind
  private let listsByAgency: [String: FindingsByKind]

  /// Which of the findings a list holds: those of a kind, or about an agency, or both.
  struct Choice: Equatable {
    var kind: FindingKind?
    var agency: String?
  }

  /// What some findings are about; those that tell the story of one letter are left out.
  init(
    name: String, address: Address, entries: EntryList, findings: FindingCatalogue.Selection,
    isPartedByAgency: Bool = false
  ) {
    self.name = name
    self.address = address
    self.entries = entries
    self.isPartedByAgency = isPartedByAgency
    self.findings = findings.judgements
    lists = FindingsByKind(self.findings)
    listsByAgency =
      isPartedByAgency ? self.findings.grouped(by: \.agencies).mapValues(FindingsByKind.init) : [:]
  }

  /// How many findings there are of a choice.
  func count(_ choice: Choice) -> Int { findings(choice).count }

  /// The findings of a choice, in their order.
  func findings(_ choice: Choice) -> FindingCatalogue.Selection {
    (choice.agency.map { listsByAgency[$0] } ?? lists)?[choice.kind] ?? findings.none
  }

  /// The address of the list of a choice.
  func list(_ choice: Choice = Choice()) -> Address {
    [choice.kind?.rawValue, choice.agency].compactMap(\.self)
      .reduce(address.folder("findings")) { $0.folder($1) }
  }
}

/// Findings, and those of each kind among them.
private struct FindingsByKind: Sendable {
  private let all: FindingCatalogue.Selection
  private let byKind: [FindingKind: FindingCatalogue.Selection]

  init(_ findings: FindingCatalogue.Selection) {
    all = findings
    byKind = findings.grouped { CollectionOfOne($0.kind) }
  }

  /// Those of a kind, or all.
  subscript(kind: FindingKind?) -> FindingCatalogue.Selection? { kind.map { byKind[$0] } ?? all }
}

extension SiteRenderer {
  /// The lists of the findings about a subject: of all kinds and of each, and by agency where it is parted so.
  func findingPages(of subject: FindingSubject) -> [PageWork] {
    let agencies = subject.isPartedByAgency ? catalogue.archive.lists.agencies.map(\.id) : []
    return ([nil] + FindingKind.judgements.map(Optional.some)).map { kind in
      {
        try ([nil] + agencies.map(Optional.some)).flatMap { agency in
          try pages(of: subject, FindingSubject.Choice(kind: kind, agency: agency))
        }
      }
    }
  }

  private func pages(of subject: FindingSubject, _ choice: FindingSubject.Choice) throws -> [Sitemap.Page] {
    let findings = subject.findings(choice)
    guard !findings.isEmpty else { return [] }
    let name = name(of: choice.kind)
    let filters = [kindFilter(of: subject, choice), agencyFilter(of: subject, choice)].compactMap(\.self)
    return try write(
      FindingList(
        title: choice.agency.map {
          mainWords(.findingListAgency, subject.name, name, catalogue.agency($0).name)
        } ?? mainWords(.findingList, subject.name, name),
        address: subject.list(choice), section: subject.entries.address,
        breadcrumbs: way(to: choice, of: subject), filters: filters, findings: findings))
  }

  /// What the findings of a kind are called, or those of all.
  private func name(of kind: FindingKind?) -> String { mainWords[kind?.plural ?? .findings] }

  // MARK: Ways from one list to another

  private func way(to choice: FindingSubject.Choice, of subject: FindingSubject) -> [Link] {
    var way =
      breadcrumbs(to: Link(mainWords[subject.entries.name], subject.entries.address))
      + [Link(subject.name, subject.address)]
    var wider = FindingSubject.Choice()
    if choice != wider { way.append(Link(name(of: nil), subject.list())) }
    wider.kind = choice.kind
    if choice.kind != nil, choice != wider { way.append(Link(name(of: choice.kind), subject.list(wider))) }
    return way
  }

  /// The lists of the other kinds, about the same agency.
  private func kindFilter(
    of subject: FindingSubject, _ current: FindingSubject.Choice
  ) -> FindingListView.Filter {
    let links = FindingKind.judgements.compactMap { kind in
      link(to: FindingSubject.Choice(kind: kind, agency: current.agency), of: subject, mainWords[kind.plural])
      {
        $0.kind == current.kind
      }
    }
    let whole = FindingSubject.Choice(agency: current.agency)
    let all = Link(mainWords[.allKinds], subject.list(whole).path, isCurrent: current.kind == nil)
    return FindingListView.Filter(label: mainWords[.kinds], links: [all] + links)
  }

  /// The lists about the other agencies, of the same kind; nil where findings are about none.
  private func agencyFilter(
    of subject: FindingSubject, _ current: FindingSubject.Choice
  ) -> FindingListView.Filter? {
    let links = catalogue.archive.lists.agencies.compactMap { agency in
      link(to: FindingSubject.Choice(kind: current.kind, agency: agency.id), of: subject, agency.name) {
        $0.agency == current.agency
      }
    }
    guard !links.isEmpty else { return nil }
    let whole = FindingSubject.Choice(kind: current.kind)
    let all = Link(mainWords[.allAgencies], subject.list(whole).path, isCurrent: current.agency == nil)
    return FindingListView.Filter(label: mainWords[.agencies], links: [all] + links)
  }

  /// The way to a list with the number of what it holds, nil where it would hold nothing.
  private func link(
    to choice: FindingSubject.Choice, of subject: FindingSubject, _ name: String,
    isCurrent: (FindingSubject.Choice) -> Bool
  ) -> Link? {
    let count = subject.count(choice)
    guard count > 0 else { return nil }
    return Link(counted(name, count), subject.list(choice).path, isCurrent: isCurrent(choice))
  }

  /// The way to all findings about a subject, nil where there are none.
  func allFindings(of subject: FindingSubject) -> Link? {
    subject.findings.isEmpty ? nil : Link(mainWords[.allKinds], subject.list())
  }

  /// A name with a number behind it.
  func counted(_ name: String, _ count: Int) -> String { "\(name) (\(count))" }

  // MARK: Lists of one kind over the whole archive

  /// The areas for priority action and the effective practice of all letters; none before one is listed.
  func kindPages(_ findings: FindingCatalogue) -> [PageWork] {
    guard !catalogue.documents(in: .letters).isEmpty else { return [] }
    let lists: [(kind: FindingKind, address: Address, introduction: Phrase)] = [
      (.priorityAction, .priorityActions, .priorityActionsIntroduction),
      (.practiceEffective, .practice, .practiceIntroduction),
    ]
    return lists.map { kind, address, introduction in
      {
        try write(
          FindingList(
            title: mainWords[kind.plural], address: address, section: address, breadcrumbs: breadcrumbs(),
            introduction: mainWords[introduction], filters: themeFilter(kind, findings),
            findings: findings.all.filter { $0.kind == kind }))
      }
    }
  }

  private func themeFilter(_ kind: FindingKind, _ findings: FindingCatalogue) -> [FindingListView.Filter] {
    let links = catalogue.archive.lists.themes.compactMap { theme -> Link? in
      let count = findings.findings(of: catalogue.documents(onTheme: theme.id)).count { $0.kind == kind }
      guard count > 0 else { return nil }
      return Link(counted(theme.name, count), Address.findings(of: .theme(theme.id), kind))
    }
    return links.isEmpty ? [] : [FindingListView.Filter(label: mainWords[.themes], links: links)]
  }
}
