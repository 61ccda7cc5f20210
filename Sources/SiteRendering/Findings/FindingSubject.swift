import Embargo
import Model

/// Something that findings are about, and its lists of them: a theme, an agency, an area.
struct FindingSubject: Sendable {
  let name: String
  let address: Address
  /// The list that it is an entry of.
  let entries: EntryList
  let findings: [FindingEntry]
  /// Whether its lists are parted by agency too.
  var isPartedByAgency = false
  /// Whether it has a list of all kinds together.
  var hasWholeList = false

  /// The page of all its kinds together.
  var wholeList: Address { address.folder("findings") }

  /// The findings of a kind.
  func findings(_ kind: FindingKind) -> [FindingEntry] { findings.filter { $0.kind == kind } }
}

extension SiteRenderer {
  /// The lists of the findings about a subject: by kind, and by agency where it is parted so.
  func findingPages(of subject: FindingSubject) -> [PageWork] {
    let kinds = FindingKind.judgements.map { kind -> PageWork in
      { try pages(kind, of: subject) }
    }
    guard subject.hasWholeList, !subject.findings.isEmpty else { return kinds }
    let whole: PageWork = {
      let judged = subject.findings.filter { FindingKind.judgements.contains($0.kind) }
      return try write(
        FindingList(
          title: mainWords(.findingList, subject.name, mainWords[.findings]), address: subject.wholeList,
          section: subject.entries.address, breadcrumbs: way(to: subject),
          filters: [kindFilter(of: subject, current: nil)], findings: judged))
    }
    return [whole] + kinds
  }

  private func pages(_ kind: FindingKind, of subject: FindingSubject) throws -> [Sitemap.Page] {
    let findings = subject.findings(kind)
    guard !findings.isEmpty else { return [] }
    let agencies = subject.isPartedByAgency ? agencies(of: findings) : []
    func list(_ agency: Agency?, _ findings: [FindingEntry]) -> FindingList {
      let address = Address.findings(of: subject.address, kind)
      let name = mainWords[kind.plural]
      var filters = [kindFilter(of: subject, current: agency == nil ? kind : nil)]
      if !agencies.isEmpty { filters.append(agencyFilter(agencies, below: address, current: agency?.id)) }
      return FindingList(
        title: agency.map { mainWords(.findingListAgency, subject.name, name, $0.name) }
          ?? mainWords(.findingList, subject.name, name),
        address: agency.map { address.folder($0.id) } ?? address, section: subject.entries.address,
        breadcrumbs: way(to: subject) + (agency == nil ? [] : [Link(name, address)]), filters: filters,
        findings: findings)
    }
    return try write(list(nil, findings)) + agencies.flatMap { try write(list($0, $1)) }
  }

  /// The agencies that findings are about, in the order of their list, each with its findings.
  private func agencies(of findings: [FindingEntry]) -> [(agency: Agency, findings: [FindingEntry])] {
    catalogue.archive.lists.agencies.compactMap { agency in
      let about = findings.filter { $0.agencies.contains(agency.id) }
      return about.isEmpty ? nil : (agency, about)
    }
  }

  // MARK: Ways from one list to another

  private func way(to subject: FindingSubject) -> [Link] {
    breadcrumbs(to: Link(mainWords[subject.entries.name], subject.entries.address))
      + [Link(subject.name, subject.address)]
  }

  private func kindFilter(of subject: FindingSubject, current: FindingKind?) -> FindingListView.Filter {
    var links = FindingKind.judgements.compactMap { kind -> Link? in
      let count = subject.findings.count { $0.kind == kind }
      guard count > 0 else { return nil }
      let address = Address.findings(of: subject.address, kind)
      return Link(counted(mainWords[kind.plural], count), address.path, isCurrent: kind == current)
    }
    if subject.hasWholeList {
      links.insert(Link(mainWords[.allKinds], subject.wholeList.path, isCurrent: current == nil), at: 0)
    }
    return FindingListView.Filter(label: mainWords[.kinds], links: links)
  }

  private func agencyFilter(
    _ agencies: [(agency: Agency, findings: [FindingEntry])], below address: Address, current: String?
  ) -> FindingListView.Filter {
    let all = Link(mainWords[.allAgencies], address.path, isCurrent: current == nil)
    let links = agencies.map { agency, findings in
      Link(
        counted(agency.name, findings.count), address.folder(agency.id).path,
        isCurrent: agency.id == current)
    }
    return FindingListView.Filter(label: mainWords[.agencies], links: [all] + links)
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
