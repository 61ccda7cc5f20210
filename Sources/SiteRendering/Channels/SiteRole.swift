/// What a site is to the others.
enum SiteRole: Sendable {
  /// The site of the archive, which has everything.
  case archive
  /// The site of one inspectorate, in a folder of the archive's.
  case channel
  /// The site of one inspectorate on a host of its own.
  case channelAlone
}
