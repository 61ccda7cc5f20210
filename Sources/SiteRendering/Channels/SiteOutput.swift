import Escaping
import FileSystem

/// The files of one site: in a folder of the output, with the links of its pages as it writes them.
struct SiteOutput: OutputSink {
  let output: any OutputSink
  /// The folder with a slash at its end, or nothing.
  let folder: String
  let addressing: SiteAddressing

  func write(_ parts: [Bytes], to path: String) throws {
    let parts = path.hasSuffix(".html") ? parts.map(addressing.settled) : parts
    try output.write(parts, to: folder + path)
  }

  func link(_ path: String, to original: String) throws {
    try output.link(folder + path, to: folder + original)
  }

  func open(_ path: String) throws -> any OutputFile { try output.open(folder + path) }
  func reserve(_ path: String) throws -> String { try output.reserve(folder + path) }
  func scratch() throws -> ScratchFile { try output.scratch() }

  func rename(_ path: String, to new: String) throws {
    try output.rename(folder + path, to: folder + new)
  }

  func keep(folder path: String) throws -> Bool { try output.keep(folder: folder + path) }
  func keep(file: String) throws -> Bool { try output.keep(file: folder + file) }
  func reuse(_ path: String, as new: String) throws { try output.reuse(folder + path, as: folder + new) }
  func lastFile(_ path: String) throws -> String? { try output.lastFile(folder + path) }
}

/// Where the files of a site go that is not asked for.
struct NoOutput: OutputSink {
  /// The output of the site that is asked for.
  let output: any OutputSink

  func write(_ parts: [Bytes], to path: String) throws {}
  func link(_ path: String, to original: String) throws {}

  func open(_ path: String) throws -> any OutputFile {
    preconditionFailure("only the site of the archive has files that grow")
  }

  func rename(_ folder: String, to path: String) throws {}

  func reserve(_ path: String) throws -> String {
    preconditionFailure("only the site of the archive has files that others write")
  }

  func keep(folder: String) throws -> Bool { true }
  func keep(file: String) throws -> Bool { true }

  func scratch() throws -> ScratchFile { try output.scratch() }
}
