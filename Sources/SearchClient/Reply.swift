/// What an export answers: where the page finds two numbers of 32 bits, the lowest byte first, and bytes.
///
/// The first number is the kind, the second says how many bytes follow. When the page has read them, it calls
/// `release` with the place and 8 plus that number.
///
/// An export takes bytes as a place that `allocate` gave, and their count. They stay the page's, which may release
/// them right after the call. Every call may move the memory, so that the page has to look at it anew.
enum Reply: UInt32 {
  /// The answer: JSON, or what else the export says.
  case answer
  /// The pieces of the index without which there is no answer, a name on each line. The page fetches them, hands
  /// them over and asks again.
  case wanted
  /// A message for the reader: the index is damaged, or newer than the engine.
  case failure

  /// Where the page finds it, with these bytes.
  @inline(never)
  func inMemory(_ bytes: [UInt8]) -> UnsafeMutableRawPointer {
    let header = 2 * MemoryLayout<UInt32>.size
    let memory = UnsafeMutableRawBufferPointer.allocate(byteCount: header + bytes.count, alignment: 16)
    unsafe memory.storeBytes(of: rawValue.littleEndian, as: UInt32.self)
    unsafe memory.storeBytes(of: UInt32(bytes.count).littleEndian, toByteOffset: 4, as: UInt32.self)
    unsafe UnsafeMutableRawBufferPointer(rebasing: memory[header...]).copyBytes(from: bytes)
    guard let place = memory.baseAddress else { preconditionFailure("an allocation without a place") }
    return unsafe place
  }
}
