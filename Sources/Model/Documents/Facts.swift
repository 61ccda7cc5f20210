package import PublishingCalendar

/// What the front matter of one collection says beyond that of every document.
package enum Facts: Hashable, Sendable {
  case letter(LetterFacts)
  case guidance(GuidanceFacts)
  case overview(Round)
  case consultation(ConsultationFacts)
  case followUp(FollowUpFacts)
  /// Announcements and pages have no facts of their own.
  case none
}

/// The facts of a joint inspection, beside its letter of findings.
package struct LetterFacts: Hashable, Sendable {
  package var areas: [String] = []
  package var programme: String?
  /// The guidance that the area was inspected under.
  package var guidance: DocumentID?
  package var fieldwork: Fieldwork?
  package var addressees: [String] = []
  package var signatories: [String] = []
  package var principalAuthority: String?
  package var statement: StatementOfAction?
  /// The days on which milestones were in fact reached, in the order of the file.
  package var milestones: [ActualMilestone] = []

  package init() {}
}

/// The days between which inspectors were in the area, both included.
package struct Fieldwork: Hashable, Sendable {
  package let start: Day
  package let end: Day

  package init(start: Day, end: Day) {
    self.start = start
    self.end = end
  }
}

/// What a letter says of the statement of action that the principal authority owes.
package struct StatementOfAction: Hashable, Sendable {
  package var isRequired: Bool?
  package var due: Day?
  package var basis: String?
  package var lead: String?
  package var cooperating: [String] = []
  package var received: Day?

  package init() {}
}

package struct ActualMilestone: Hashable, Sendable {
  package let name: String
  package let day: Day

  package init(name: String, day: Day) {
    self.name = name
    self.day = day
  }
}

package struct GuidanceFacts: Hashable, Sendable {
  package var programme: String?
  package var inForce: Day?
  package var replaces: DocumentID?
  package var timetable: Timetable?

  package init() {}
}

/// The inspections that an overview looks back on.
package struct Round: Hashable, Sendable {
  package var themes: [String] = []
  package var from: Day?
  package var to: Day?
  package var letters: [DocumentID] = []

  package init() {}
}

package struct ConsultationFacts: Hashable, Sendable {
  package var opens: ConsultationMoment?
  package var closes: ConsultationMoment?
  package var outcome: DocumentID?

  package init() {}
}

package struct FollowUpFacts: Hashable, Sendable {
  package enum Kind: String, CaseIterable, Sendable {
    case statement, response, progress, reinspection
  }

  package var follows: DocumentID?
  package var kind: Kind?

  package init() {}
}

extension Facts {
  /// The documents that the facts name.
  package var references: [(key: String, document: DocumentID)] {
    let named: [(String, DocumentID?)] =
      switch self {
      case .letter(let facts): [("guidance", facts.guidance)]
      case .guidance(let facts): [("replaces", facts.replaces)]
      case .overview(let round): round.letters.map { ("letters", $0) }
      case .consultation(let facts): [("outcome", facts.outcome)]
      case .followUp(let facts): [("follows", facts.follows)]
      case .none: []
      }
    return named.compactMap { key, document in document.map { (key, $0) } }
  }

  /// The local areas that the document is about.
  package var areas: [String] {
    if case .letter(let facts) = self { facts.areas } else { [] }
  }

  /// The programme that the document belongs to.
  package var programme: String? {
    switch self {
    case .letter(let facts): facts.programme
    case .guidance(let facts): facts.programme
    default: nil
    }
  }
}
