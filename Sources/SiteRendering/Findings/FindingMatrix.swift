import Embargo
import Model
import Templates

/// A table of how many findings of each kind there are about each agency, in one wording: each number leads
/// to the list of them.
struct FindingMatrix: TemplateView {
  /// A row of the table.
  struct Row: TemplateView {
    /// A cell: a number, with the way to what it counts.
    struct Cell: TemplateView {
      let count: Int
      let href: String?

      func child(named name: String) -> (any TemplateValue)? {
        switch name {
        case "count": count
        case "href": href
        default: nil
        }
      }
    }

    let name: String
    /// The page of what the row is about, if it has one.
    let href: String?
    let cells: [Cell]
    /// Whether it counts what the rows below it part.
    var isTotal = false

    func child(named name: String) -> (any TemplateValue)? {
      switch name {
      case "name": self.name
      case "href": href
      case "cells": cells
      case "isTotal": isTotal
      default: nil
      }
    }
  }

  let caption: String
  /// What the rows are, above the first column.
  let rowsLabel: String
  let columns: [String]
  let rows: [Row]

  func child(named name: String) -> (any TemplateValue)? {
    switch name {
    case "caption": caption
    case "rowsLabel": rowsLabel
    case "columns": columns
    case "rows": rows
    default: nil
    }
  }
}

extension SiteRenderer {
  /// The findings about a subject by agency and kind, a table for each wording that occurs.
  func matrices(of subject: FindingSubject) -> [FindingMatrix] {
    matrices(subject.findings, rowsLabel: mainWords[.agency]) { counts, kinds in
      let all = FindingMatrix.Row(
        name: mainWords[.allAgencies], href: nil,
        cells: kinds.map { cell(counts.count($0), subject.list(FindingSubject.Choice(kind: $0))) },
        isTotal: true)
      let agencies = catalogue.archive.lists.agencies.compactMap { agency -> FindingMatrix.Row? in
        let cells = kinds.map { kind in
          cell(
            counts.count(kind, about: agency.id),
            subject.list(FindingSubject.Choice(kind: kind, agency: agency.id)))
        }
        guard cells.contains(where: { $0.count > 0 }) else { return nil }
        return FindingMatrix.Row(name: agency.name, href: Address.agency(agency.id).path, cells: cells)
      }
      return [all] + agencies
    }
  }

  /// A theme, and the findings on it by the agencies that they are about.
  typealias ThemeFindings = (theme: Theme, byAgency: [String: FindingCatalogue.Selection])

  /// The findings about an agency by theme and kind, a table for each wording that occurs.
  func themeMatrices(ofAgency agency: Agency, _ themes: [ThemeFindings]) -> [FindingMatrix] {
    let themes = themes.compactMap { theme, byAgency in byAgency[agency.id].map { (theme, $0) } }
    return matrices(themes.flatMap(\.1), rowsLabel: mainWords[.theme]) { counts, kinds in
      themes.compactMap { theme, own in
        let counts = FindingCounts(own, wording: counts.wording)
        let cells = kinds.map { kind in
          cell(counts.count(kind), Address.findings(of: .theme(theme.id), kind).folder(agency.id))
        }
        guard cells.contains(where: { $0.count > 0 }) else { return nil }
        return FindingMatrix.Row(name: theme.name, href: Address.theme(theme.id).path, cells: cells)
      }
    }
  }

  private func matrices(
    _ findings: some Sequence<FindingEntry>, rowsLabel: String,
    rows: (FindingCounts, [FindingKind]) -> [FindingMatrix.Row]
  ) -> [FindingMatrix] {
    [(Wording.official, Phrase.matrixOfficial), (.summary, .matrixSummary)].compactMap { wording, caption in
      let counts = FindingCounts(findings, wording: wording)
      let kinds = FindingKind.judgements.filter { counts.count($0) > 0 }
      guard !kinds.isEmpty else { return nil }
      return FindingMatrix(
        caption: mainWords[caption], rowsLabel: rowsLabel, columns: kinds.map { mainWords[$0.plural] },
        rows: rows(counts, kinds))
    }
  }

  private func cell(_ count: Int, _ address: Address) -> FindingMatrix.Row.Cell {
    FindingMatrix.Row.Cell(count: count, href: count == 0 ? nil : address.path)
  }
}
