/// A folder on another machine, reached by SSH.
package struct SSHAddress: Hashable, Sendable, CustomStringConvertible {
  /// The machine as `ssh` knows it, with the user where one is given.
  let host: String
  /// The whole path of the folder, without a slash at its end.
  let folder: String

  /// Reads `ssh:HOST:DIR`.
  init(_ text: String) throws(TargetError) {
    guard let (place, path) = ReleaseTarget.parts(of: text), Self.isHost(place), path.first == "/" else {
      throw .notSSH(text)
    }
    let folder = path.last == "/" ? path.dropLast() : path
    guard ReleaseTarget.isPlain(folder.dropFirst()) else { throw .notSSH(text) }
    host = String(place)
    self.folder = String(folder)
  }

  private static func isHost(_ text: Substring) -> Bool {
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    return parts.count <= 2 && parts.allSatisfy { ReleaseTarget.isName($0, with: "-._") }
  }

  package var description: String { "ssh:\(host):\(folder)" }
}
