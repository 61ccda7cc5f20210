import Diagnostics
import Model
import PublishingCalendar
import StrictYAML

extension EditionReading {
  /// The facts that the front matter of the collection may hold; other keys stay unknown.
  func facts(of collection: DocumentCollection, _ fields: inout Fields) -> Facts {
    switch collection {
    case .letters: .letter(letter(&fields))
    case .guidance: .guidance(guidance(&fields))
    case .overviews: .overview(round(&fields))
    case .consultations: .consultation(consultation(&fields))
    case .followUps: .followUp(followUp(&fields))
    case .announcements, .pages: .none
    }
  }

  private func letter(_ fields: inout Fields) -> LetterFacts {
    var letter = LetterFacts()
    letter.areas = fields.ids("area", of: "areas.yml", among: vocabulary.areas, orOne: true)
    letter.programme = fields.id("programme", of: "programmes.yml", among: vocabulary.programmes)
    letter.guidance = fields.document("guidance", in: .guidance)
    letter.fieldwork = fieldwork(&fields)
    letter.addressees = fields.texts("addressees").map(\.text)
    letter.signatories = fields.texts("signatories").map(\.text)
    letter.principalAuthority = fields.text("principal-authority")
    letter.statement = statement(&fields)
    if var milestones = fields.fields("milestones") {
      letter.milestones = milestones.names().compactMap { name in
        milestones.day(name).map { ActualMilestone(name: name, day: $0) }
      }
    }
    return letter
  }

  private func fieldwork(_ fields: inout Fields) -> Fieldwork? {
    guard var fieldwork = fields.fields("fieldwork") else { return nil }
    defer { fieldwork.reportUnknownKeys() }
    fieldwork.require("start", "end")
    let start = fieldwork.day("start")
    guard let end = fieldwork.day("end"), let start else { return nil }
    guard start <= end else {
      fieldwork.reportWrong("end", "fieldwork ends before it starts", expected: "'end' on or after 'start'")
      return nil
    }
    return Fieldwork(start: start, end: end)
  }

  private func statement(_ fields: inout Fields) -> StatementOfAction? {
    guard var entry = fields.fields("statement") else { return nil }
    defer { entry.reportUnknownKeys() }
    var statement = StatementOfAction()
    statement.isRequired = entry.flag("required")
    statement.due = entry.day("due")
    statement.basis = entry.text("basis")
    statement.lead = entry.text("lead")
    statement.cooperating = entry.texts("cooperating", orOne: true).map(\.text)
    statement.received = entry.day("received")
    return statement
  }

  private func guidance(_ fields: inout Fields) -> GuidanceFacts {
    var guidance = GuidanceFacts()
    guidance.programme = fields.id("programme", of: "programmes.yml", among: vocabulary.programmes)
    guidance.inForce = fields.day("in-force")
    guidance.replaces = fields.document("replaces", in: .guidance)
    guidance.timetable = fields.timetable("timetable")
    return guidance
  }

  private func round(_ fields: inout Fields) -> Round {
    var round = Round()
    guard var entry = fields.fields("round") else { return round }
    defer { entry.reportUnknownKeys() }
    round.themes = entry.ids("themes", of: "themes.yml", among: vocabulary.themes)
    round.from = entry.day("from")
    round.to = entry.day("to")
    round.letters = entry.documents("letters", in: .letters)
    return round
  }

  private func consultation(_ fields: inout Fields) -> ConsultationFacts {
    var consultation = ConsultationFacts()
    consultation.opens = moment("opens", dateMeans: .midnight, &fields)
    consultation.closes = moment("closes", dateMeans: .endOfDay, &fields)
    consultation.outcome = fields.document("outcome")
    if let opens = consultation.opens, let closes = consultation.closes, closes.instant <= opens.instant {
      fields.reportWrong(
        "closes", "the consultation closes before it opens", expected: "'closes' on or after 'opens'")
    }
    return consultation
  }

  /// The moment at which a consultation opens or closes; it is closed when the last millisecond of a date
  /// alone is over.
  private func moment(
    _ key: String, dateMeans time: TimeOfDay, _ fields: inout Fields
  ) -> ConsultationMoment? {
    guard let instant = fields.instant(key, dateMeans: time, in: times) else { return nil }
    if case .date(let day)? = fields.text(key).flatMap({ WrittenTime($0) }) {
      return ConsultationMoment(
        day: day, time: nil, instant: time == .endOfDay ? instant.advanced(byMilliseconds: 1) : instant,
        description: day.description)
    }
    let local = settings.zone.local(instant)
    return ConsultationMoment(
      day: local.day, time: local.time, instant: instant, description: settings.zone.rfc3339(instant))
  }

  private func followUp(_ fields: inout Fields) -> FollowUpFacts {
    var followUp = FollowUpFacts()
    followUp.follows = fields.document("follows", in: .letters)
    followUp.kind = fields.choice("kind", of: FollowUpFacts.Kind.self)
    return followUp
  }
}
