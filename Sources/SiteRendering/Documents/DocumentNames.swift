import Model

extension Edition {
  /// What the document is: the kind of a follow-up, else one of its collection.
  var singular: Phrase {
    guard case .followUp(let facts) = facts, let kind = facts.kind else {
      return id.document.collection.singular
    }
    return switch kind {
    case .statement: .statementOfAction
    case .response: .response
    case .progress: .progress
    case .reinspection: .reinspection
    }
  }
}

extension DocumentCollection {
  /// What one document of the collection is.
  var singular: Phrase {
    switch self {
    case .letters: .letter
    case .overviews: .overview
    case .guidance: .guidanceOne
    case .followUps: .followUp
    case .announcements: .announcement
    case .consultations: .consultation
    case .pages: .pageOne
    }
  }

  /// What its documents are.
  var plural: Phrase {
    switch self {
    case .letters: .letters
    case .overviews: .overviews
    case .guidance: .guidance
    case .followUps: .followUps
    case .announcements: .announcements
    case .consultations: .consultations
    case .pages: .pages
    }
  }
}
