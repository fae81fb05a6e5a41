package org.kith.sample

import java.io.File
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Assertions.assertNotNull
import org.junit.jupiter.api.Assertions.assertNull
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.kith.DeviceKeyStore
import org.kith.KithException
import org.kith.MemoryKeyStore
import org.kith.PASSPHRASE
import org.kith.Place
import org.kith.Secret
import org.kith.VaultState
import org.kith.World
import org.kith.inWorld

/** Open, lock, and the face or finger that is a shortcut and never the only door. */
class DoorTest {
    private fun door(world: World) =
        Door(world.kith, Place(File(world.folder, "vault"), File(world.folder, "counters"), smallMemory = true))

    private val passphrase get() = Secret.of(PASSPHRASE)

    @Test
    fun `the passphrase makes a vault and opens it`() = inWorld { world ->
        val door = door(world)
        door.open(passphrase)
        assertTrue(door.isNew.value)
        assertNull(door.vault.value)
        assertNull(door.trouble.value)
        door.make(passphrase, "Amara")
        assertFalse(door.isNew.value)
        assertEquals(VaultState.OPEN, door.vault.value?.state)
        door.lock()
        door.open(Secret.of("a guess"))
        assertNull(door.vault.value)
        assertTrue(door.trouble.value?.error is KithException.WrongSecret)
        assertTrue(door.trouble.value!!.says.isNotEmpty())
        door.open(passphrase)
        assertNotNull(door.vault.value)
        assertNull(door.trouble.value)
        door.lock()
    }

    @Test
    fun `a finger is a shortcut`() = inWorld { world ->
        val keys = MemoryKeyStore()
        val door = door(world)
        door.make(passphrase, "Amara")
        repeat(2) { // the second key takes the place of the first
            assertTrue(door.enrol(keys, passphrase))
            assertEquals(1, door.vault.value!!.keys.list().items.count { it.kind == "key-store" })
        }
        door.lock()
        assertTrue(door.openByDevice(keys))
        door.lock()
        keys.save("vault", Secret.random()) // as after another phone's backup
        assertFalse(door.openByDevice(keys))
        assertNull(door.trouble.value)
        assertNull(keys.load("vault"))
        assertFalse(door.openByDevice(keys)) // none: the same
        assertNull(door.trouble.value)
        door.open(passphrase)
        assertFalse(door.enrol(keys, Secret.of("a guess")))
        assertNull(door.vault.value)
        assertNull(keys.load("vault"))
        assertNotNull(door.trouble.value)
    }

    @Test
    fun `who says no keeps the key`() = inWorld { world ->
        val keys = MemoryKeyStore()
        val door = door(world)
        door.make(passphrase, "Amara")
        door.enrol(keys, passphrase)
        door.lock()
        val refusing = object : DeviceKeyStore by keys {
            override suspend fun load(vault: String): Secret? = throw IllegalStateException("not now")
        }
        assertFalse(door.openByDevice(refusing))
        assertEquals("not now", door.trouble.value?.says)
        assertTrue(door.openByDevice(keys))
        door.lock()
    }
}
