import Escaping
import Foundation

/// The answer of a search for people: the documents with the passages that match best.
struct SearchText: CustomStringConvertible {
  private let answer: Answer

  /// Reads the JSON of an answer.
  init(_ json: Bytes) throws {
    answer = try JSONDecoder().decode(Answer.self, from: Data(json))
  }

  var description: String {
    ([heading] + remarks + answer.hits.flatMap(lines)).map { $0.escapedForTerminal + "\n" }.joined()
  }

  private var heading: String {
    switch (answer.total, answer.partial) {
    case (0, _):
      answer.isEmpty ? "Type words to search for, or conditions such as theme:neglect." : "Nothing was found."
    case (let total, true): "No document has all these words. \(count(total)) some of them."
    case (let total, false): "\(count(total)) what you search for."
    }
  }

  private func count(_ total: Int) -> String { total == 1 ? "1 document has" : "\(total) documents have" }

  private var remarks: [String] {
    answer.places.map { "\($0.name): see \($0.url)" }
      + answer.expanded.map { "\($0.from) also as: \($0.to)" }
      + answer.unexpanded.map { "\($0.from) only as typed; without --no-expand also as: \($0.to)" }
      + answer.suggestions.map { "Nothing has \($0.from). Did you mean \($0.to)?" }
      + answer.notes.compactMap(remark)
  }

  private func remark(on note: Answer.Note) -> String? {
    let value = note.value ?? ""
    return switch note.note {
    case "empty": nil
    case "too-long": "The query is too long; its end was left out."
    case "no-date": "\(value) is no date; a date is 2019, 2019-05, 2019-05-16 or 2019..2021."
    case "unknown-field": "There is no condition \(value):, so that it was searched for as words."
    case "apart":
      "No single finding that meets the conditions has all of these words. Whole documents do: \(value)"
    default: "No document has the \(note.field ?? "") \(value)."
    }
  }

  private func lines(of hit: Answer.Hit) -> [String] {
    let about = [hit.type, hit.area, hit.day, hit.wordingName].filter { !$0.isEmpty }.joined(separator: " · ")
    return ["", hit.title, "  \(about)", "  \(hit.url)"]
      + hit.passages.map { passage in
        let kind = passage.kindName.isEmpty ? "" : "\(passage.kindName): "
        let text = passage.text.replacingOccurrences(of: "\n", with: " ")
        let anchor = passage.url.drop { $0 != "#" }
        return "  - \(kind)\(text)" + (anchor.isEmpty ? "" : " (\(anchor))")
      }
  }
}

extension SearchText {
  /// An answer as far as people read it.
  fileprivate struct Answer: Decodable {
    struct Change: Decodable {
      let from: String
      let to: String
    }

    struct Place: Decodable {
      let name: String
      let url: String
    }

    struct Note: Decodable {
      let note: String
      let field: String?
      let value: String?
    }

    struct Passage: Decodable {
      enum CodingKeys: String, CodingKey {
        case url, text
        case kindName = "kind-name"
      }

      let url: String
      let kindName: String
      let text: String
    }

    struct Hit: Decodable {
      enum CodingKeys: String, CodingKey {
        case url, title, type, area, day, passages
        case wordingName = "wording-name"
      }

      let url: String
      let title: String
      let type: String
      let area: String
      let day: String
      let wordingName: String
      let passages: [Passage]
    }

    let total: Int
    let partial: Bool
    let expanded: [Change]
    let unexpanded: [Change]
    let hits: [Hit]
    let places: [Place]
    let suggestions: [Change]
    let notes: [Note]

    /// Whether nothing was asked for.
    var isEmpty: Bool { notes.contains { $0.note == "empty" } }
  }
}
