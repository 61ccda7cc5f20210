/// Which of the sites that can be made of an archive are written.
package enum SiteScope: Sendable {
  /// The site of the archive, without channels.
  case archive
  /// The site of the archive, with every channel in it.
  case archiveAndChannels
  /// One channel, to stand alone on a host of its own.
  case channel(String)
}
