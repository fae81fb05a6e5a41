// Open, sleep, wake, and the face or finger that is a shortcut and never the only door.

import Foundation
import Kith
import KithModels
import KithTesting
import Testing

extension Core {
  @MainActor @Suite struct DoorTests {
    private func door(_ kith: Kith, _ folder: URL, _ keys: MemoryKeyStore) -> Door {
      Door(
        kith: kith,
        place: Vault.Place(
          folder: folder.appendingPathComponent("vault"), counterFolder: folder.appendingPathComponent("counters"),
          cost: .smallPhone),
        keys: keys)
    }

    @Test func passphraseMakesAndOpens() async throws {
      try await withCore { kith, folder in
        let door = door(kith, folder, MemoryKeyStore())
        await door.open(passphrase: passphrase)
        #expect(door.isNew && door.vault == nil && door.trouble == nil)
        await door.make(passphrase: passphrase, name: "Ada")
        #expect(!door.isNew && door.vault?.state == .open)
        await door.lock()
        #expect(door.vault == nil)
        await door.open(passphrase: Secret("a guess"))
        #expect(door.vault == nil && door.trouble?.error is KithError && !door.trouble!.says.isEmpty)
        await door.open(passphrase: passphrase)
        #expect(door.vault != nil && door.trouble == nil)
      }
    }

    @Test func itHoldsNothingWhileItSleeps() async throws {
      try await withCore { kith, folder in
        let door = door(kith, folder, MemoryKeyStore())
        await door.make(passphrase: passphrase, name: "Ada")
        let held = try locksHeld()
        #expect(held > 0)
        await door.leave()
        #expect(try locksHeld() == 0)
        #expect(await door.refresh(within: .seconds(5)) == false)  // it has no relay: later, perhaps
        #expect(try locksHeld() == 0)
        await door.comeBack()
        #expect(door.vault?.state == .open && door.trouble == nil)
        await door.lock()
        #expect(await door.refresh())  // a vault that is locked is left alone
      }
    }

    @Test func theFaceIsAShortcut() async throws {
      try await withCore { kith, folder in
        let keys = MemoryKeyStore()
        let door = door(kith, folder, keys)
        #expect(await door.openByDevice() == false && door.trouble == nil)
        await door.make(passphrase: passphrase, name: "Ada")
        for _ in 0..<2 {  // the second one takes the place of the first
          await door.enrol(passphrase: passphrase)
          #expect(door.trouble == nil)
          let keys = try await door.vault?.keys.list().items
          #expect(keys?.filter { $0.kind == "key-store" }.count == 1)
        }
        await door.lock()
        #expect(await door.openByDevice())
        await door.lock()
        await keys.store(Secret.random(), for: "vault")  // as after another phone's backup
        #expect(await door.openByDevice() == false && door.trouble == nil)
        #expect(await keys.load(for: "vault", reason: "") == nil)
        await door.open(passphrase: passphrase)
        #expect(door.vault != nil)
        await door.enrol(passphrase: Secret("a guess"))
        #expect(door.vault == nil && door.trouble != nil)
        #expect(await keys.load(for: "vault", reason: "") == nil)
        await door.open(passphrase: passphrase)
        await door.lock()
      }
    }
  }
}
