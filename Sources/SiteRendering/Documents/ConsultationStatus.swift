import Embargo
import Model
import PublishingCalendar
import Templates

/// Whether a consultation takes answers, as its page and the lists say it.
struct ConsultationStatus: TemplateView {
  private let state: ConsultationState
  private let facts: ConsultationFacts
  private let words: Words

  /// The status of an edition that stands as the latest, nil where there is nothing to say.
  init?(_ shown: PublishedEdition, _ words: Words) {
    guard let state = shown.consultation, let facts = shown.edition.facts.consultation,
      !shown.isSuperseded, shown.withdrawal == nil
    else { return nil }
    self.state = state
    self.facts = facts
    self.words = words
  }

  /// The status in a few words, for a line of a list.
  var short: HTMLText {
    switch state {
    case .upcoming: dated(.consultationOpens, facts.opens)
    case .open: dated(.consultationOpenUntil, facts.closes)
    case .closed: dated(.consultationClosedOn, facts.closes)
    }
  }

  /// The dates in a sentence, nil where the status says all that is known.
  private var sentence: HTMLText? {
    switch (state, facts.opens, facts.closes) {
    case (.upcoming, _, let closes?): words.html(.consultationWillClose, HTMLText(closes, words))
    case (.open, let opens?, _), (.closed, let opens?, _):
      words.html(.consultationOpened, HTMLText(opens, words))
    default: nil
    }
  }

  private func dated(_ phrase: Phrase, _ moment: ConsultationMoment?) -> HTMLText {
    moment.map { words.html(phrase, HTMLText($0, words)) } ?? words.html(.consultationOpen)
  }

  func child(named name: String) -> (any TemplateValue)? {
    switch name {
    case "state": state.rawValue
    case "short": short
    case "sentence": sentence
    default: nil
    }
  }
}

extension HTMLText {
  /// A moment as people and machines read it: `12 March 2027 at 17:00`, or the date alone.
  init(_ moment: ConsultationMoment, _ words: Words) {
    let date = words.date(moment.day)
    let text = moment.time.map { words(.timeOnDay, date, String($0.description.prefix(5))) } ?? date
    self.init(text, datetime: moment.description)
  }
}
