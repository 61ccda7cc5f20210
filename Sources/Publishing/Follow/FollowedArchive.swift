package import PublishingCalendar

/// An archive whose releases are made as their moments come.
package protocol FollowedArchive: AnyObject {
  associatedtype Fingerprint: Equatable
  associatedtype Staged

  /// What tells whether the content is as it was; cheap, since it is asked every second.
  func fingerprint() throws -> Fingerprint
  /// Reads the content as it is; everything else is about what was read then.
  func look() async throws -> Fingerprint
  /// Whether readers see anything yet.
  var hasReleased: Bool { get }
  /// The next instant at which the public site changes, nil where none is to come.
  func nextInstant(after instant: Instant) throws -> Instant?
  /// Whether readers see the site of an instant that has come, as far as that is known without making it.
  func isReleased(at instant: Instant) throws -> Bool
  /// Prepares the release of an instant, where only this user can read it; nil where the content is being changed.
  ///
  /// - Parameter passed: An edition whose release is not behind it was missed.
  func stage(_ instant: Instant, after passed: Instant?) async throws -> Staged?
  /// Looks again, and says whether what was staged is still what the content says.
  ///
  /// - Parameter passed: An edition whose release is not behind it was missed.
  func isRight(_ staged: Staged, after passed: Instant?) async throws -> Bool
  /// Does all that can be done shortly before what was prepared becomes public.
  func arm(_ staged: Staged) throws
  /// Puts what was prepared before the public; nil where nothing changed.
  func swap(_ staged: Staged) throws -> ReleaseSwap.Outcome?
}

/// What happens while releases are followed, for the log.
package enum FollowEvent: Equatable, Sendable {
  case waiting(until: Instant?)
  case contentChanged
  /// The content has changed, and what is staged takes nothing from there.
  case stagedIsKept
  case released(Instant, ReleaseSwap.Outcome)
  /// The clock was put forward by so many milliseconds, and is not believed.
  case clockIsAhead(by: Int64)
  case clockIsConfirmed
  case clockIsUnsynchronised
  case failed(String)
}
