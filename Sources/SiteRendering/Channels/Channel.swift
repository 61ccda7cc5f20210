import Diagnostics
import Escaping
import Model
import StrictYAML

/// The site of one inspectorate, from `channels/ID.yml`: its documents under its own name and colours.
struct Channel: Sendable {
  /// The id of the inspectorate.
  let id: String
  let title: String
  /// Where the channel is read when it stands alone, without a slash at the end.
  let address: String
  let description: String
  /// The colours, as a stylesheet after that of the site.
  let styles: Asset
  /// The menu, nil where it is that of the archive.
  let navigation: [SiteConfiguration.Entry]?

  /// Reads the file; nil where something is wrong with it, which is reported.
  init?(id: String, _ fields: Fields, archive settings: ArchiveSettings) {
    var fields = fields
    defer { fields.reportUnknownKeys() }
    self.id = id
    let title = fields.requiredText("title")
    let address = Self.address(&fields, archive: settings)
    let description = fields.requiredText("description")
    fields.require("colours")
    let colours = fields.fields("colours").flatMap { ChannelColours($0) }
    let navigation = SiteConfiguration.entries("navigation", &fields)
    self.navigation = fields.contains("navigation") ? navigation : nil
    guard let title, let address, let description, let colours else { return nil }
    (self.title, self.address, self.description) = (title, address, description)
    styles = Asset(name: "channel", ending: "css", bytes: Bytes(colours.styles.utf8))
  }

  /// The address of the site that the channel is when it stands alone, at the root of a host of its own.
  private static func address(_ fields: inout Fields, archive settings: ArchiveSettings) -> String? {
    guard let text = fields.requiredText("address") else { return nil }
    let root = /(https?:\/\/[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?(?::[0-9]{1,5})?)\/?/
    guard let address = text.wholeMatch(of: root)?.1 else {
      fields.reportWrong(
        "address", "'address' is \(quoting: text)",
        expected: "an address without a path, such as https://letters.example.org/")
      return nil
    }
    guard address.lowercased() != settings.address.lowercased() else {
      fields.reportWrong(
        "address", "'address' is that of the archive", expected: "the address of another host")
      return nil
    }
    return String(address)
  }
}
