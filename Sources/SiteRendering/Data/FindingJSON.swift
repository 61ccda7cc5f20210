import Escaping
import Model

extension Finding {
  /// The finding in the data beside its letter, on one line: `{"id", "number", "kind", "strand", "lead",
  /// "text", "items", "agencies", "agency-basis", "criteria"}`; members without a value are left out.
  func jsonLine() -> Bytes {
    var line = Bytes()
    line.reserveCapacity(text.utf8.count + 256)
    line.append("{\"id\":")
    line.append(json: id)
    line.append(",\"number\":")
    line.append(decimal: number)
    line.append(member: ",\"kind\":", kind.rawValue)
    line.append(member: ",\"strand\":", strand)
    line.append(member: ",\"lead\":", lead)
    line.append(member: ",\"text\":", text)
    line.append(member: ",\"items\":", items)
    line.append(member: ",\"agencies\":", agencies)
    line.append(member: ",\"agency-basis\":", agencyBasis?.rawValue)
    line.append(member: ",\"criteria\":", criteria)
    line.append("}")
    return line
  }
}

extension Bytes {
  fileprivate mutating func append(member name: StaticString, _ value: String?) {
    guard let value else { return }
    append(name)
    append(json: value)
  }

  fileprivate mutating func append(member name: StaticString, _ values: [String]) {
    guard !values.isEmpty else { return }
    append(name)
    append(UInt8(ascii: "["))
    for (index, value) in values.enumerated() {
      if index > 0 { append(UInt8(ascii: ",")) }
      append(json: value)
    }
    append(UInt8(ascii: "]"))
  }
}
