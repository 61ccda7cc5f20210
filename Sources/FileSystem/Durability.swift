private import CLinux
private import Glibc

/// What makes files outlast a crash of the machine, and names change in one step.
extension FileSystem {
  /// Waits until everything that was written to the file system of a folder is on the disk.
  ///
  /// One call for a whole tree: to sync each of its files and folders by itself takes a thousand times as long.
  package static func syncFileSystem(of folder: String) throws(FileError) {
    let descriptor = try open(folder)
    defer { close(descriptor) }
    guard findings_sync_file_system(descriptor) == 0 else { throw FileError("sync", folder) }
  }

  /// Waits until the names in a folder are on the disk.
  package static func syncFolder(_ folder: String) throws(FileError) {
    let descriptor = try open(folder)
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else { throw FileError("sync", folder) }
  }

  /// Writes a file that is not there yet, and waits until it is on the disk; its name is when its folder is synced.
  package static func createDurably(_ path: String, _ bytes: [UInt8], mode: UInt32 = 0o644) throws(FileError)
  {
    let file = unsafe Glibc.open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw FileError("write", path) }
    defer { close(file) }
    try write(bytes, to: file, path: path)
    guard fchmod(file, mode) == 0, fsync(file) == 0 else { throw FileError("write", path) }
  }

  /// Adds bytes to the end of a file, which is made where it is not there, and waits until they are on the disk.
  ///
  /// Where the disk is full in the middle of it, the file is cut to what it was.
  package static func appendDurably(_ path: String, _ bytes: [UInt8]) throws(FileError) {
    let file = unsafe Glibc.open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW, 0o644)
    guard file >= 0 else { throw FileError("write", path) }
    defer { close(file) }
    let size = lseek(file, 0, SEEK_END)
    do {
      try write(bytes, to: file, path: path)
    } catch {
      _ = ftruncate(file, size)
      throw error
    }
    guard fsync(file) == 0 else { throw FileError("sync", path) }
  }

  /// Cuts a file to its first bytes, and waits until that is on the disk.
  package static func truncateDurably(_ path: String, to size: Int) throws(FileError) {
    let file = unsafe Glibc.open(path, O_WRONLY | O_CLOEXEC | O_NOFOLLOW)
    guard file >= 0 else { throw FileError("write", path) }
    defer { close(file) }
    guard ftruncate(file, off_t(size)) == 0, fsync(file) == 0 else { throw FileError("write", path) }
  }

  // MARK: Symbolic links

  /// Where a symbolic link leads, as it is written; nil where there is none.
  package static func target(ofLink path: String) throws(FileError) -> String? {
    guard let kind = kind(of: path) else { return nil }
    guard kind == .link else { throw FileError("read link", path, code: EEXIST) }
    var failed = false
    let target = unsafe [UInt8](unsafeUninitializedCapacity: Int(PATH_MAX)) { buffer, count in
      let length = unsafe buffer.withMemoryRebound(to: CChar.self) { characters in
        guard let start = characters.baseAddress else { return -1 }
        return unsafe readlink(path, start, characters.count)
      }
      failed = length < 0
      count = max(0, length)
    }
    if failed { throw FileError("read link", path) }
    return String(decoding: target, as: UTF8.self)
  }

  /// Makes a symbolic link that is not there yet.
  package static func makeLink(_ path: String, to target: String) throws(FileError) {
    guard unsafe symlink(target, path) == 0 else { throw FileError("link", path) }
  }

  /// When a symbolic link got its name, in milliseconds since 1970; nil where there is none.
  package static func namingTime(ofLink path: String) -> Int64? {
    var status = stat()
    guard unsafe lstat(path, &status) == 0 else { return nil }
    return Int64(status.st_ctim.tv_sec) * 1000 + Int64(status.st_ctim.tv_nsec) / 1_000_000
  }

  // MARK: Where a folder is

  /// Whether other machines may write to the file system of a folder, so that its locks and renames prove nothing.
  package static func isOnNetwork(_ folder: String) throws(FileError) -> Bool {
    let type = unsafe findings_file_system_type(folder)
    guard type >= 0 else { throw FileError("read folder", folder) }
    return networkFileSystems.contains(UInt32(truncatingIfNeeded: type))
  }

  /// The types of statfs(2) for NFS, SMB (three of them), Plan 9, Ceph, AFS, Coda and FUSE, which may be any of these.
  private static let networkFileSystems: Set<UInt32> = [
    0x6969, 0x517B, 0xFF53_4D42, 0xFE53_4D42, 0x0102_1997, 0x00C3_6400, 0x5346_414F, 0x7375_7245, 0x6573_5546,
  ]

  private static func open(_ folder: String) throws(FileError) -> Int32 {
    let descriptor = unsafe Glibc.open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileError("sync", folder) }
    return descriptor
  }
}
