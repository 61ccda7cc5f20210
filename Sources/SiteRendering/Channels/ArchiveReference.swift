import Escaping
import Model
import Templates

/// What the frame of a channel says of the archive that it is a part of.
struct ArchiveReference: TemplateView {
  /// The title of the archive.
  let title: String
  /// The address of the archive without a slash at the end, where the channel stands on another host.
  let address: String?
  /// The id of the inspectorate whose channel it is.
  let inspectorate: String
  /// The stylesheet of the channel's colours.
  let styles: Asset

  func child(named name: String) -> (any TemplateValue)? {
    switch name {
    case "archiveTitle": title
    case "archiveHome": ArchiveAddress(address: .home)
    case "channelStyles": styles.address.path
    default: nil
    }
  }

  /// An address on the site of the archive, even where the channel has a page at the same path.
  private struct ArchiveAddress: TemplateValue {
    let address: Address

    func child(named name: String) -> (any TemplateValue)? { nil }

    func write(to bytes: inout Bytes) {
      bytes.append(Bytes.archiveAddressMark)
      bytes.append(html: address.path)
    }

    func writeUnescaped(to bytes: inout Bytes) { write(to: &bytes) }
    var section: TemplateSection { .once }
  }
}
