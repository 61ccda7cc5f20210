import Testing

@testable import Publishing

@Suite struct `A target` {
  @Test(arguments: ["public", "/srv/site", "./ssh:host:/dir", "host:/dir"])
  func `is a folder where it names no remote`(text: String) throws {
    #expect(try ReleaseTarget(text) == .folder(text))
  }

  @Test(arguments: [
    ("ssh:web1:/srv/findings/site", "web1", "/srv/findings/site"),
    ("ssh:findings@web-1.example.org:/srv/site/", "findings@web-1.example.org", "/srv/site"),
    ("ssh:web_1:/srv/a folder: \"it's\"", "web_1", "/srv/a folder: \"it's\""),
  ])
  func `by SSH names a machine and a folder`(text: String, host: String, folder: String) throws {
    let address = try SSHAddress(text)
    #expect(address.host == host)
    #expect(address.folder == folder)
    #expect(try ReleaseTarget(text) == .ssh(address))
  }

  @Test(arguments: [
    "ssh:", "ssh:web1", "ssh:web1:", "ssh::/srv", "ssh:web1:srv", "ssh:web1:/", "ssh:web1://",
    "ssh:web1:~/site",
    "ssh:-oProxyCommand=id:/srv", "ssh:-l@web1:/srv", "ssh:a@-web1:/srv", "ssh:a@b@c:/srv", "ssh:web 1:/srv",
    "ssh:$(id):/srv", "ssh:wéb:/srv", "ssh:web1:/srv/../etc", "ssh:web1:/srv/./x", "ssh:web1:/srv//x",
    "ssh:web1:/srv\nx", "ssh:web1:/srv\u{7F}", "ssh:web1:/\u{1B}[31m",
  ])
  func `by SSH is refused where a program could take it for something else`(text: String) {
    #expect(throws: TargetError.notSSH(text)) { try ReleaseTarget(text) }
  }

  @Test(arguments: [
    ("rclone:store:bucket", "store:bucket", "store:bucket/.findings/inventory"),
    (
      "rclone:my-s3_2:bucket/a site/x", "my-s3_2:bucket/a site/x",
      "my-s3_2:bucket/a site/x/.findings/inventory"
    ),
  ])
  func `in an object store names a remote of rclone and a place`(text: String, root: String, object: String)
    throws
  {
    let address = try ObjectStoreAddress(text)
    #expect(address.root == root)
    #expect(address.object(ObjectInventory.name) == object)
    #expect(try ReleaseTarget(text) == .objectStore(address))
  }

  @Test(arguments: [
    "rclone:", "rclone:store", "rclone:store:", "rclone::bucket", "rclone:--config=x:bucket",
    "rclone:-v:bucket",
    "rclone::s3,secret=x:bucket", "rclone:store,endpoint=x:bucket", "rclone:store:/bucket",
    "rclone:store:bucket/",
    "rclone:store:bucket/../other", "rclone:store:a//b", "rclone:store:a\tb", "rclone:sto re:bucket",
  ])
  func `in an object store is refused where a program could take it for something else`(text: String) {
    #expect(throws: TargetError.notObjectStore(text)) { try ReleaseTarget(text) }
  }

  @Test func `is not empty`() {
    #expect(throws: TargetError.empty) { try ReleaseTarget("") }
  }
}
