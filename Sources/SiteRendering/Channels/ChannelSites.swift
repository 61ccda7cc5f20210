import Embargo
import Escaping
import Model

/// The sites of channels, beside that of the archive or without it.
extension SiteRenderer {
  /// The channels that are asked for.
  func channels(in scope: SiteScope, _ output: any OutputSink) -> [SiteRenderer] {
    switch scope {
    case .archive: []
    case .archiveAndChannels: site.channels.map { SiteRenderer($0, as: .channel, of: self, output: output) }
    case .channel(let id):
      site.channels.filter { $0.id == id }.map {
        SiteRenderer($0, as: .channelAlone, of: self, output: output)
      }
    }
  }

  /// Whether a document is one of the site's.
  func has(_ document: DocumentID) -> Bool { catalogue.archive.document(document) != nil }

  /// Adds a file that the site of the archive has at the same path, as a second name of it where both stand
  /// in one output.
  func add(_ path: String, sameAsInArchive bytes: Bytes) throws {
    guard role == .channel, let own = sink as? SiteOutput else { return try sink.write([bytes], to: path) }
    try own.output.link(own.folder + path, to: path)
  }

  /// The page of a document as this site shows it: the same in another frame.
  ///
  /// Its canonical address stays that of the archive.
  func framed(_ view: DocumentView, in document: PublishedDocument) -> DocumentView {
    var view = view
    view.frame.language = language(for: view.frame.languageTag)
    view.frame.header = view.frame.language.header(of: document.id.collection)
    view.frame.pageTitle = pageTitle(view.frame.title)
    view.frame.feeds = siteFeeds
    return view
  }

  /// Gives the files that pages load a second name in the folder of the channel, which is whole by itself.
  func linkAssets() throws {
    for asset in site.assets.shared { try add(asset.address.outputPath, sameAsInArchive: asset.bytes) }
    if let styles = site.assets.channelStyles { try write(styles.bytes, to: styles.address) }
  }
}

extension SiteFolder {
  /// The folder as the site of a channel has it: with its words, its menu and its colours.
  func folder(of channel: Channel, as role: SiteRole, archive: ArchiveSettings) -> SiteFolder {
    var (configuration, assets) = (configuration, assets)
    assets.channelStyles = channel.styles
    configuration.description = channel.description
    if let navigation = channel.navigation { configuration.navigation = navigation }
    return SiteFolder(
      configuration: configuration, languages: languages, assets: assets,
      archive: ArchiveReference(
        title: archive.title, address: role == .channelAlone ? archive.address : nil,
        inspectorate: channel.id, styles: channel.styles), digest: digest)
  }
}
