import Diagnostics
import Model

extension EditorialRule {
  /// A code in `areas.yml` that stands at two areas: that of the Office for National Statistics, or Ofsted's
  /// reference number.
  ///
  /// Each code names one authority, so that data of others can be joined to ours by it.
  static let areaCode = EditorialRule(
    name: "area-code", summary: "two areas share a code",
    check: .lists { used in
      slips(used.lists.areas, key: "ons-code", of: \.onsCode) + slips(used.lists.areas, key: "urn", of: \.urn)
    })

  private static func slips(_ areas: [Area], key: String, of code: KeyPath<Area, String?>) -> [ListSlip] {
    var owners: [String: String] = [:]
    return areas.compactMap { area in
      guard let value = area[keyPath: code] else { return nil }
      guard let owner = owners.updateValue(area.id, forKey: value) else { return nil }
      return ListSlip(
        key: ListKey("areas.yml", id: area.id, key: key),
        message: "\(quoting: area.id) has the same '\(key)' as \(quoting: owner)",
        expected: "a code of its own")
    }
  }
}
