import Escaping
import FileSystem
import GZip
import SearchCore

/// The search index of a site on the disk.
struct SearchIndexFolder {
  private let path: String
  private let engine: SearchEngine

  /// The largest piece that is read, in bytes with and without its gzip.
  private static let limit = 64 << 20

  /// Opens the index of a built site.
  init(site: String) throws {
    path = site + "/search/index"
    do {
      engine = try SearchEngine(manifest: try Self.piece(path + "/manifest"))
    } catch let error as IndexError {
      throw SearchIndexProblem(path + "/manifest", error)
    }
  }

  /// The answer of the engine to a request.
  func answer(to request: String) throws -> Bytes {
    let request = SearchRequest(Bytes(request.utf8))
    while true {
      switch engine.run(request) {
      case .answer(let answer): return answer
      case .failure(let error): throw SearchIndexProblem(path, error)
      case .wanted(let pieces):
        for piece in pieces {
          let file = path + "/" + String(decoding: engine.path(of: piece), as: UTF8.self)
          do {
            try engine.supply(try Self.piece(file), as: piece)
          } catch let error as IndexError {
            throw SearchIndexProblem(file, error)
          }
        }
      }
    }
  }

  private static func piece(_ path: String) throws -> Bytes {
    do {
      guard let file = try FileSystem.read(path, limit: limit),
        let bytes = GZip.decompress(file, limit: limit)
      else { throw SearchIndexProblem(path, .damaged) }
      return bytes
    } catch let error as FileError where error.isNotFound {
      throw SearchIndexProblem(missing: path)
    }
  }
}

/// Why an index cannot be searched, with what to do.
struct SearchIndexProblem: Error, CustomStringConvertible {
  let description: String

  init(_ path: String, _ error: IndexError) {
    description =
      switch error {
      case .damaged: "the search index is damaged at \(path); build the site again"
      case .newer: "the search index at \(path) is of a later version of findings; search it with that"
      }
  }

  /// A file that is not there.
  init(missing path: String) {
    description = "there is no \(path); --index takes the folder that 'findings build' wrote"
  }
}
