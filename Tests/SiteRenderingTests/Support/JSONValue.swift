import Foundation

/// A value of a JSON file, as Foundation reads it.
struct JSONValue: Equatable, CustomStringConvertible {
  private let value: NSObject?

  init(_ text: String) throws {
    value = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? NSObject
  }

  private init(_ value: Any?) {
    self.value = value as? NSObject
  }

  /// The member of that name, or nothing.
  subscript(name: String) -> JSONValue { JSONValue((value as? [String: Any])?[name]) }

  /// The element at that index, or nothing.
  subscript(index: Int) -> JSONValue {
    let elements = elements
    return elements.indices.contains(index) ? elements[index] : JSONValue(nil)
  }

  var elements: [JSONValue] { (value as? [Any])?.map { JSONValue($0) } ?? [] }
  var names: [String] { (value as? [String: Any])?.keys.sorted() ?? [] }
  var string: String? { value as? String }
  var strings: [String] { elements.compactMap(\.string) }
  var number: Int? { (value as? NSNumber)?.intValue }
  var flag: Bool? { (value as? NSNumber)?.boolValue }
  var description: String { value.map { "\($0)" } ?? "nothing" }
}
