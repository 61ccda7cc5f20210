import ArgumentParser
import Escaping
import FileSystem
import Publishing

/// What `--to` names: one folder, which keeps the ledger, and remotes that show what it shows.
struct PublishTargets {
  let folder: String
  let remotes: [any Remote]

  init(_ texts: [String]) throws(ValidationError) {
    let targets: [ReleaseTarget]
    do {
      targets = try texts.map(ReleaseTarget.init)
    } catch {
      throw ValidationError(String(describing: error).escapedForTerminal)
    }
    let folders = targets.compactMap(\.folder)
    guard let folder = folders.first else {
      throw ValidationError(
        "--to names remotes alone; they show what a folder of this machine shows, which keeps the ledger: name it too."
      )
    }
    guard folders.count == 1 else {
      throw ValidationError("--to names \(folders.count) folders; a site has one, and any number of remotes.")
    }
    guard Set(targets).count == targets.count else { throw ValidationError("--to names a remote twice.") }
    self.folder = folder
    remotes = targets.compactMap(\.remote)
  }

  /// Refuses a folder that lies in one that is read: what is published would be read as content, or change it for ever.
  func checkOutside(_ sources: [String]) throws(ValidationError) {
    for source in sources where FileSystem.isWithin(source, folder) {
      throw ValidationError(
        "--to '\(folder)' lies in \(source); give a folder apart from it.".escapedForTerminal)
    }
  }
}
