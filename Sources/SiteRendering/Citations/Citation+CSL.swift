import Escaping
import PublishingCalendar

extension Citation {
  /// The citation in the input format of the Citation Style Language, as a report.
  var cslJSON: Bytes {
    let date = [dated.year, dated.month, dated.dayOfMonth].map { JSON.number($0) }
    let item = JSON.members([
      ("id", .string(key)),
      ("type", "report"),
      ("title", .string(title)),
      ("author", .array(authors.map { .object([("literal", .string($0))]) })),
      ("issued", .object([("date-parts", .array([.array(date)]))])),
      ("publisher", .string(publisher)),
      ("genre", .string(kind)),
      ("number", .text(reference)),
      ("edition", .number(number)),
      ("language", .string(language)),
      ("note", .text(note)),
      ("URL", .string(address)),
    ])
    return JSON.array([item]).document()
  }
}
