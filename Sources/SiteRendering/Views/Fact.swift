import PublishingCalendar
import Templates

/// A row of a summary list: a label and its values.
struct Fact: TemplateView {
  let label: String
  /// The values as `dd` elements.
  let values: HTMLText

  /// The row, nil where there is no value.
  init?(_ label: String, _ values: [HTMLText]) {
    guard !values.isEmpty else { return nil }
    self.label = label
    self.values = HTMLText(joining: values, element: "dd")
  }

  init?(_ label: String, _ value: HTMLText?) {
    self.init(label, value.map { [$0] } ?? [])
  }

  func child(named name: String) -> (any TemplateValue)? {
    switch name {
    case "label": label
    case "values": values
    default: nil
    }
  }
}

extension HTMLText {
  /// A day as people and machines read it.
  init(_ day: Day, _ words: Words) {
    self.init(words.date(day), datetime: day.description)
  }
}
