import Embargo
import Model
import Templates

private struct AgenciesView: PageView {
  var frame: PageFrame
  let introduction: String
  let agencies: [ListEntry]

  func own(_ name: String) -> (any TemplateValue)? {
    switch name {
    case "introduction": introduction
    case "themes": agencies
    default: nil
    }
  }
}

private struct AgencyView: PageView {
  var frame: PageFrame
  let kinds: [Link]
  let coverage: String?
  let matrices: [FindingMatrix]

  func own(_ name: String) -> (any TemplateValue)? {
    switch name {
    case "kinds": kinds.ifAny
    case "coverage": coverage
    case "matrices": matrices.ifAny
    default: nil
    }
  }
}

extension SiteRenderer {
  /// Whether a finding that says how well an agency does is about one.
  func hasAgencyPages(_ findings: FindingCatalogue) -> Bool {
    findings.all.contains { !$0.agencies.isEmpty && FindingKind.judgements.contains($0.kind) }
  }

  /// The overview of the agencies that findings are about, and the pages of each.
  func agencyPages(_ findings: FindingCatalogue) -> [PageWork] {
    let byAgency = findings.all.grouped(by: \.agencies)
    let subjects = catalogue.archive.lists.agencies.compactMap { agency -> (Agency, FindingSubject)? in
      guard let own = byAgency[agency.id] else { return nil }
      let subject = FindingSubject(
        name: agency.name, address: .agency(agency.id), entries: .agencies, findings: own)
      return subject.findings.isEmpty ? nil : (agency, subject)
    }
    guard !subjects.isEmpty else { return [] }
    let themes = catalogue.archive.lists.themes.map { theme in
      (theme, findings.findings(of: catalogue.documents(onTheme: theme.id)).grouped(by: \.agencies))
    }
    let overview: PageWork = {
      let address = EntryList.agencies.address
      var frame = frame(
        title: mainWords[.agencies], address: address, section: address, breadcrumbs: breadcrumbs())
      frame.description = mainWords[.agenciesIntroduction]
      let entries = subjects.map { agency, subject in
        ListEntry(
          link: Link(agency.name, subject.address), description: nil,
          count: mainWords.count(subject.findings.count, .findings))
      }
      let view = AgenciesView(
        frame: frame, introduction: mainWords[.agenciesIntroduction], agencies: entries)
      return [try write(.themes, view, to: address)]
    }
    return [overview]
      + subjects.flatMap { agency, subject in
        [{ [try page(of: agency, subject, themes)] }] + findingPages(of: subject)
      }
  }

  private func page(
    of agency: Agency, _ subject: FindingSubject, _ themes: [ThemeFindings]
  ) throws -> Sitemap.Page {
    let list = Link(mainWords[.agencies], EntryList.agencies.address)
    var frame = frame(
      title: agency.name, address: subject.address, section: EntryList.agencies.address,
      breadcrumbs: breadcrumbs(to: list))
    frame.description = mainWords(.descriptionAgency, agency.name)
    let kinds = FindingKind.judgements.compactMap { kind -> Link? in
      let choice = FindingSubject.Choice(kind: kind)
      let count = subject.count(choice)
      return count == 0 ? nil : Link(counted(mainWords[kind.plural], count), subject.list(choice))
    }
    let view = AgencyView(
      frame: frame, kinds: [allFindings(of: subject)].compactMap(\.self) + kinds,
      coverage: coverage(of: subject.findings),
      matrices: themeMatrices(ofAgency: agency, themes))
    return try write(.agency, view, to: subject.address)
  }
}

extension Address {
  /// The page of an agency.
  static func agency(_ id: String) -> Address { EntryList.agencies.address.folder(id) }
}
