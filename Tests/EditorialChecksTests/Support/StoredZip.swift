/// Writes zip archives whose files are stored as they are.
enum StoredZip {
  /// The bytes of an archive of files with texts.
  static func archive(_ files: [(name: String, text: String)]) -> [UInt8] {
    var output: [UInt8] = []
    var directory: [UInt8] = []
    for (name, text) in files {
      let content = Array(text.utf8)
      let offset = output.count
      // Version, flags, method, time, date; check sum and sizes; lengths of name and extra field.
      let header =
        two(20) + two(0) + two(0) + two(0) + two(33) + four(Int(checkSum(content))) + four(content.count)
        + four(content.count) + two(name.utf8.count) + two(0)
      output += [0x50, 0x4B, 3, 4] + header + Array(name.utf8) + content
      directory += [0x50, 0x4B, 1, 2] + two(20) + header + two(0) + two(0) + two(0) + four(0) + four(offset)
      directory += Array(name.utf8)
    }
    let end = [0x50, 0x4B, 5, 6] + two(0) + two(0) + two(files.count) + two(files.count)
    return output + directory + end + four(directory.count) + four(output.count) + two(0)
  }

  private static func two(_ value: Int) -> [UInt8] { [UInt8(value & 0xFF), UInt8(value >> 8 & 0xFF)] }

  private static func four(_ value: Int) -> [UInt8] { two(value & 0xFFFF) + two(value >> 16) }

  /// CRC-32 as zip archives have it.
  private static func checkSum(_ bytes: [UInt8]) -> UInt32 {
    ~bytes.reduce(~0) { sum, byte in
      (0..<8).reduce(sum ^ UInt32(byte)) { sum, _ in sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
    }
  }
}
