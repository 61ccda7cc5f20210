import Diagnostics
import Model
import PublishingCalendar

/// The lists of the archive, and the editions that use them.
struct ListsInUse {
  let lists: Lists
  let workingDays: WorkingDays
  let editions: [Edition]
}

/// A value of a list: a key of the entry with that id, or the file itself.
package struct ListKey: Hashable, Sendable {
  package let file: String
  package let id: String?
  package let key: String?

  init(_ file: String, id: String? = nil, key: String? = nil) {
    self.file = file
    self.id = id
    self.key = key
  }
}

/// What a rule found in a list.
struct ListSlip {
  let key: ListKey
  let message: Message
  let expected: Message?
}
