import Markdown
import Model
import PublishingCalendar

/// An edition as the rules read it: its front matter as values, and its text once cut into words.
struct Manuscript {
  let edition: Edition
  /// The day of its release, nil for a draft.
  let release: Day?
  let lists: Lists
  let listWords: ListWords
  let workingDays: WorkingDays
  /// The days on which its statement of action may be due, nil where no timetable says so.
  let dueDate: CountedDueDate?
  /// The attachments that the text links to, each once, with the line of the first link.
  let attachments: [LinkedAttachment]
  let passages: [Passage]
  /// What the author allows, block by block.
  let allowances: [Allowance]
  /// The spots of the words that some rule looks for.
  private let spots: [Word: [Spot]]

  /// An attachment, and where the text links to it.
  struct LinkedAttachment {
    let attachment: Attachment
    let line: Int
    /// The rules that are allowed there.
    let allowed: Set<String>
  }

  /// Cuts the text of an edition into words.
  ///
  /// - Parameter words: The words that rules look for.
  init(
    _ text: borrowing EditionText, blocks: [Block], of edition: Edition, release: Day?,
    dueDate: CountedDueDate?,
    lists: Lists, listWords: ListWords, workingDays: WorkingDays, attachment: (String) -> Attachment?,
    words: WordFilter
  ) {
    self.edition = edition
    self.release = release
    self.dueDate = dueDate
    self.lists = lists
    self.listWords = listWords
    self.workingDays = workingDays
    var reading = PassageReading()
    reading.read(edition)
    reading.read(blocks)
    reading.read(text.markdown.links)
    passages = reading.passages
    allowances = reading.allowances
    let lines = PassageLines(reading.passages)
    attachments = text.attachmentLinks.compactMap { name, line in
      attachment(name).map {
        LinkedAttachment(
          attachment: $0, line: line, allowed: lines.passage(around: line)?.allowed ?? [])
      }
    }
    var spots: [Word: [Spot]] = [:]
    for passage in reading.passages {
      for index in passage.tokens.indices where words.contains(passage.tokens[index].word) {
        spots[passage.tokens[index].word, default: []].append(Spot(passage: passage, index: index))
      }
    }
    self.spots = spots
  }

  /// Where those words stand, which the rule has named in its declaration.
  func spots(of words: [Word]) -> [Spot] {
    words.flatMap { spots[$0] ?? [] }
  }

  /// The date that the document itself bears.
  var date: Day? { edition.dated ?? release }

  /// The facts of a letter, nil for any other document.
  var letter: LetterFacts? {
    if case .letter(let facts) = edition.facts { facts } else { nil }
  }
}
