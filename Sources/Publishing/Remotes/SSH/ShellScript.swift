import Escaping

/// What a POSIX shell on the other machine has to do; it stops at the first command that fails.
///
/// It is handed to `sh` on its standard input, so that no shell of the user's choice reads it.
struct ShellScript {
  private(set) var text: String

  /// A script that works in a folder.
  private init(in folder: String) {
    text = "set -eu\numask 022\ncd \(Self.quoted(folder))\n"
  }

  var bytes: Bytes { Bytes(text.utf8) }

  /// A word that the shell takes as it is.
  static func quoted(_ text: String) -> String { "'" + text.replacing("'", with: #"'\''"#) + "'" }

  /// Makes the folder where it is not there, and says what is in it.
  ///
  /// - Parameter release: A release that is there without being shown, since a run ended before the swap or readers
  ///   are to go back to it, becomes the staged tree, to be completed and proven as any other. Where open pages still
  ///   get files of it (`previous`), it stays as well until then; the two share their files.
  static func look(in folder: String, staging release: String) -> ShellScript {
    var script = ShellScript(in: "/")
    script.text += """
      mkdir -p \(quoted(folder))
      cd \(quoted(folder))
      for name in * .[!.]* ..?*; do
        case $name in
        current | previous | releases | manifests | staging | replaced | next-link | next-manifest) ;;
        *) if [ -e "$name" ] || [ -L "$name" ]; then printf 'stranger %s\\n' "$name"; exit; fi ;;
        esac
      done
      mkdir -p releases manifests
      for name in current previous; do
        if [ -L $name ]; then printf '%s %s\\n' $name "$(readlink $name)"; fi
      done
      if [ -d releases/\(release) ] && [ "$(readlink current)" != releases/\(release) ]; then
        rm -rf staging
        if [ "$(readlink previous)" = releases/\(release) ]; then
          cp -al releases/\(release) staging
        else
          mv -T releases/\(release) staging
        fi
      fi
      for name in releases/*; do
        if [ -d "$name" ]; then printf 'release %s\\n' "${name#releases/}"; fi
      done

      """
    return script
  }

  /// What a script says that found other bytes in the staged tree than its manifest has, and did nothing.
  static let unproven = Bytes("unproven\n".utf8)

  /// Proves the staged tree of a release and puts it before readers.
  static func release(
    _ manifest: ReleaseManifest, in folder: String, from state: FarFolder, keeping kept: Set<String>
  ) -> ShellScript {
    var script = ShellScript(in: folder)
    script.proveStaged(manifest)
    script.lead("previous", to: state.current.flatMap { kept.contains($0) ? $0 : nil })
    script.text += "sync .\n"
    script.lead("current", to: manifest.id)
    script.text += "sync .\n"
    script.remove(state.releases.subtracting(kept))
    return script
  }

  /// Removes releases that are not shown.
  static func prune(_ folder: String, from state: FarFolder, keeping kept: Set<String>) -> ShellScript {
    var script = ShellScript(in: folder)
    if let previous = state.previous, !kept.contains(previous) { script.lead("previous", to: nil) }
    script.remove(state.releases.subtracting(kept))
    return script
  }

  /// Proves that the staged tree has the files of a manifest and no others, and gives it its name once all of it is on
  /// the disk.
  private mutating func proveStaged(_ manifest: ReleaseManifest) {
    text += "cat > next-manifest <<'END'\n"
    text += String(decoding: manifest.written(), as: UTF8.self)
    text += """
      END
      if ! (cd staging && sha256sum --check --strict --status ../next-manifest); then
        echo unproven
        exit
      fi
      if [ "$(find staging ! -type d | wc -l)" -ne \(manifest.files.count) ]; then
        echo 'other files arrived than were sent' >&2
        exit 1
      fi
      mv -T next-manifest manifests/\(manifest.id)
      sync --file-system .
      rm -rf replaced
      if [ -d releases/\(manifest.id) ]; then mv -T releases/\(manifest.id) replaced; fi
      mv -T staging releases/\(manifest.id)
      sync releases
      rm -rf replaced

      """
  }

  private mutating func remove(_ releases: Set<String>) {
    for release in releases.sorted() { text += "rm -rf manifests/\(release) releases/\(release)\n" }
  }

  /// Lets a link lead to a release in one step, or takes it away.
  private mutating func lead(_ link: String, to release: String?) {
    guard let release else { return text += "rm -f \(link)\n" }
    text += "rm -f next-link\nln -s releases/\(release) next-link\nmv -T next-link \(link)\n"
  }
}
