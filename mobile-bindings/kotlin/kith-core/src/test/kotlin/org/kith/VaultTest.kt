package org.kith

import java.io.File
import java.net.ServerSocket
import java.nio.file.Files
import java.util.concurrent.CancellationException
import java.util.concurrent.CopyOnWriteArrayList
import kotlinx.coroutines.CoroutineStart
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.async
import kotlinx.coroutines.awaitAll
import kotlinx.coroutines.cancel
import kotlinx.coroutines.cancelAndJoin
import kotlinx.coroutines.coroutineScope
import kotlinx.coroutines.delay
import kotlinx.coroutines.flow.first
import kotlinx.coroutines.flow.take
import kotlinx.coroutines.flow.toList
import kotlinx.coroutines.launch
import kotlinx.coroutines.withTimeout
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Assertions.assertNull
import org.junit.jupiter.api.Assertions.assertThrows
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.kith.api.ErrorCode
import org.kith.api.RelayMoveRequest

/** The wrapper over a real engine, without a relay. */
class VaultTest {
    @Test
    fun `a vault is made, locked and unlocked`() = inWorld { world ->
        val vault = world.vault("Ada")
        assertEquals(VaultState.CLOSED, vault.state)
        vault.create(Secret.of(PASSPHRASE), "Ada")
        assertEquals(VaultState.OPEN, vault.state)
        val noor = vault.person.add(name = "Noor")
        vault.lock()
        assertEquals(VaultState.CLOSED, vault.state)
        failsWith<KithException.VaultLocked> { vault.person.list() }
        vault.unlock(Secret.of(PASSPHRASE))
        assertEquals(listOf(noor.id), vault.person.list().items.map { it.id })
        assertEquals("Ada", vault.status().name)
    }

    @Test
    fun `what is shared while the vault is locked becomes a note`() = inWorld { world ->
        val vault = world.made("Ada")
        val tray = File(world.folder, "tray").path
        failsWith<KithException.NotFound> { vault.tray.put(tray, "too early") }
        vault.tray.lay(tray)
        vault.lock()
        world.kith.networkChanged(Kith.Network.NONE)
        vault.tray.put(tray, "Ask for the smaller project first.", "https://example.org", 1_700_000_000_000.0)
        vault.unlock(Secret.of(PASSPHRASE))
        assertEquals(1, vault.tray.take(tray).notes.size)
        val note = vault.note.list().items.single()
        assertEquals("Ask for the smaller project first.\n\nhttps://example.org", note.text)
        assertEquals(1_700_000_000_000.0, note.createdMs)
    }

    @Test
    fun `a wrong passphrase is WrongSecret and the vault stays locked`() = inWorld { world ->
        val vault = world.made("Ada")
        vault.lock()
        val error = failsWith<KithException.WrongSecret> { vault.unlock(Secret.of("a guess")) }
        assertEquals("STORE_LOCKED", error.message)
        assertFalse(error.isRetryable)
        assertEquals(VaultState.CLOSED, vault.state)
        vault.unlock(Secret.of(PASSPHRASE))
    }

    @Test
    fun `errors are typed`() = inWorld { world ->
        val vault = world.made("Ada")
        assertEquals(ErrorCode.NOT_FOUND, failsWith<KithException.NotFound> { vault.person.show("Ilse") }.code)
        failsWith<KithException.InvalidArgument> { vault.person.add() }
        failsWith<KithException.AlreadyExists> { world.vault("Ada").create(Secret.of(PASSPHRASE), "Ada") }
        failsWith<KithException.VaultInUse> { world.vault("Ada").unlock(Secret.of(PASSPHRASE)) }
        failsWith<KithException.NotFound> { world.vault("nowhere").unlock(Secret.of(PASSPHRASE)) }
        val why = failsWith<KithException.InvalidArgument> { world.kith.vault(Place(world.folder), Secret.random()) }
        assertTrue(why.shown.length > why.message!!.length) // a sentence, for a device's key wants a counterFolder
    }

    @Test
    fun `what is suspended holds no lock, and resumes without a secret`() = inWorld { world ->
        val vault = world.made("Ada")
        assertTrue(locks(world.folder) > 0)
        assertTrue(vault.suspendNow())
        assertEquals(VaultState.SUSPENDED, vault.state)
        assertEquals(0, locks(world.folder))
        val error = failsWith<KithException.VaultSuspended> { vault.person.add(name = "Noor") }
        assertTrue(error.isRetryable)
        vault.resumeNow()
        vault.person.add(name = "Noor")
    }

    @Test
    fun `changes is a flow that ends with the vault`() = inWorld { world ->
        val vault = world.made("Ada")
        coroutineScope {
            val marks = async(Dispatchers.Default) { vault.changes().take(2).toList() }
            vault.changes().first()
            while (!marks.isCompleted) {
                vault.person.add(name = "Noor")
                delay(20)
            }
            assertEquals(2, marks.await().map { it.number }.distinct().size)
            val all = async(Dispatchers.Default) { vault.changes().toList() }
            delay(100)
            vault.close()
            assertTrue(all.await().isNotEmpty())
        }
    }

    @Test
    fun `cancelling a coroutine ends what waits for a relay`() = inWorld { world ->
        val vault = world.made("Ada")
        ServerSocket(0).use { silent -> // takes connections and says nothing
            coroutineScope {
                val before = Kith.liveObjects
                val there = RelayMoveRequest(address = "127.0.0.1:${silent.localPort}")
                val waiting = launch(start = CoroutineStart.UNDISPATCHED) { vault.relay.move(there) }
                delay(100)
                assertTrue(Kith.liveObjects > before)
                waiting.cancelAndJoin()
                withTimeout(2000) { while (Kith.liveObjects > before) delay(5) }
            }
        }
    }

    @Test
    fun `what is cancelled before it begins is not done`() = inWorld { world ->
        val vault = world.made("Ada")
        coroutineScope {
            launch(start = CoroutineStart.UNDISPATCHED) {
                coroutineContext.cancel()
                vault.person.add(name = "Nobody")
            }
        }
        assertEquals(emptyList<String>(), vault.person.list().items.map { it.name })
    }

    @Test
    fun `nothing is used after it was closed`() = inWorld { world ->
        val vault = world.made("Ada")
        vault.close()
        vault.close()
        failsWith<KithException.Closed> { vault.person.list() }
        failsWith<KithException.Closed> { vault.changes().first() ; Unit }
        assertThrows(KithException.Closed::class.java) { vault.state }
        val secret = Secret.of(PASSPHRASE)
        secret.close()
        failsWith<IllegalStateException> { world.vault("Ada").unlock(secret) }
    }

    @Test
    fun `a vault works on when the Kith is closed`() = inWorld { world ->
        val other = Kith.create()
        val vault = other.vault(Place(File(world.folder, "Ilse"), smallMemory = true))
        other.close()
        assertThrows(KithException.Closed::class.java) { other.memoryPressure() }
        vault.create(Secret.of(PASSPHRASE), "Ilse")
        assertEquals("Ilse", vault.status().name)
        vault.close()
    }

    @Test
    fun `closing a vault ends what is under way`() = inWorld { world ->
        val vault = world.vault("Ada")
        coroutineScope {
            val making = async(Dispatchers.Default) { runCatching { vault.create(Secret.of(PASSPHRASE), "Ada") } }
            delay(30)
            vault.close()
            val end = making.await().exceptionOrNull()
            // Nobody cancelled it: a CancellationException would end its coroutine without a word.
            assertTrue(end == null || end is KithException.Closed, "$end")
        }
    }

    @Test
    fun `a vault may be closed beside running calls`() = inWorld { world ->
        val vault = world.made("Ada")
        coroutineScope {
            val callers = List(8) {
                async(Dispatchers.Default) {
                    val ends = ArrayList<Throwable>()
                    while (ends.isEmpty()) runCatching { vault.person.list() }.onFailure { ends.add(it) }
                    ends.single()
                }
            }
            delay(50)
            vault.close()
            for (end in callers.awaitAll()) assertTrue(end is KithException.Closed, "$end")
        }
    }

    @Test
    fun `a key of the device opens the vault without its passphrase`() = inWorld { world ->
        val place = Place(File(world.folder, "Ada"), File(world.folder, "counter"), smallMemory = true)
        val store = MemoryKeyStore()
        world.kith.vault(place, store).use { it.create(Secret.of(PASSPHRASE), "Ada") }
        failsWith<KithException.WrongSecret> { world.kith.enrol(place, store, Secret.of("a guess")) }
        assertNull(store.load("Ada"))
        world.kith.enrol(place, store, Secret.of(PASSPHRASE)).use { assertEquals(VaultState.OPEN, it.state) }
        world.kith.vault(place, store).use { vault ->
            vault.unlockWithDeviceKey()
            assertEquals(VaultState.OPEN, vault.state)
        }
        for (lost in listOf(true, false)) { // none any more; that of another phone
            if (lost) store.remove("Ada") else store.save("Ada", Secret.random())
            world.kith.vault(place, store).use { vault ->
                failsWith<KithException.WrongSecret> { vault.unlockWithDeviceKey() }
            }
        }
        world.kith.enrol(place, store, Secret.of(PASSPHRASE)).use { vault ->
            assertEquals(1, vault.keys.list().items.count { it.kind == "key-store" })
        }
    }

    @Test
    fun `a vault comes back from its backup, and is erased`() = inWorld { world ->
        val file = File(world.folder, "backup")
        val vault = world.made("Ada")
        vault.person.add(name = "Noor")
        val code = vault.backup(path = file.path, vaultPassphrase = PASSPHRASE.toByteArray(), recoveryCode = true).recoveryCode
        val second = world.vault("second")
        second.restoreWithRecoveryCode(file, Secret.of(code), Secret.of("another passphrase"))
        assertEquals(listOf("Noor"), second.person.list().items.map { it.name })
        failsWith<KithException.VaultInUse> { second.erase() }
        second.lock()
        second.erase()
        failsWith<KithException.NotFound> { second.unlock(Secret.of("another passphrase")) }
    }

    @Test
    fun `what is known without a vault`() {
        assertTrue(Regex("""\d+\.\d+\.\d+""").matches(Kith.version))
        assertTrue(Kith.hasFeature("grpc"))
        assertFalse(Kith.hasFeature("no such thing"))
        assertTrue(Kith.words().lists.isNotEmpty())
        assertTrue(Kith.facts().items.isNotEmpty())
        assertEquals("person", Kith.fields("person").kind)
        assertThrows(KithException::class.java) { Kith.fields("no such thing") }
    }

    @Test
    fun `the log names nobody`() {
        val said = CopyOnWriteArrayList<String>()
        val config = Kith.Config(log = { _, message -> said.add(message) }, logLevel = Kith.LogLevel.INFO)
        inWorld(config) { world ->
            val vault = world.made("Ada")
            failsWith<KithException.NotFound> { vault.person.show("Ilse") }
        }
        assertTrue(said.isNotEmpty())
        assertNull(said.find { "Ada" in it || "Ilse" in it })
    }
}

/** How many locks of this process are on files below the folder, as the system tells. */
fun locks(folder: File): Int {
    val files = folder.walk().filter { it.isFile }
        .map { Files.getAttribute(it.toPath(), "unix:ino").toString() }.toSet()
    return File("/proc/locks").readLines().count { line -> line.split(Regex("\\s+"))[5].substringAfterLast(':') in files }
}
