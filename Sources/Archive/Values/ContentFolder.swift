import Diagnostics
import Escaping
import FileSystem
import Model
import StrictYAML

/// The folder of the content: what is in it, and how its files are named to the user.
struct ContentFolder: Sendable {
  /// The path as the user gave it, without a slash at the end.
  let path: String

  init(_ path: String) {
    self.path = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
  }

  func displayPath(_ file: String) -> String { path + "/" + file }

  /// The path from the folder of a file that is named to the user.
  func path(ofDisplayed file: String) -> String {
    String(decoding: file.utf8.dropFirst(path.utf8.count + 1), as: UTF8.self)
  }

  /// The bytes of a list file, nil where there is none.
  func bytes(of file: String) throws(FileError) -> Bytes? {
    do {
      return try FileSystem.read(displayPath(file), limit: Body.sizeLimit)
    } catch  where error.isNotFound {
      return nil
    }
  }

  /// The YAML of a list file; an absent file is an empty one.
  func yaml(_ file: String, report: Report) -> YAMLValue? {
    do {
      guard FileSystem.kind(of: displayPath(file)) != nil else { return nil }
      guard let bytes = try bytes(of: file) else {
        report.error("input-too-large", line: nil, "the file is larger than 2 MiB")
        return nil
      }
      guard let text = String(validating: bytes, as: UTF8.self) else {
        let offset = bytes[...].firstInvalidUTF8
        report.error(
          "invalid-utf8", line: 1 + bytes[..<offset].count { $0 == UInt8(ascii: "\n") },
          "byte \(offset) of the file is not UTF-8", expected: "a file in UTF-8")
        return nil
      }
      return YAMLValue.parse(text, report: report)
    } catch {
      report.error("unreadable", line: nil, "\(error.description)")
      return nil
    }
  }
}
