package org.kith

import java.io.File
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.async
import kotlinx.coroutines.cancelAndJoin
import kotlinx.coroutines.coroutineScope
import kotlinx.coroutines.delay
import kotlinx.coroutines.flow.filter
import kotlinx.coroutines.flow.first
import kotlinx.coroutines.launch
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Assertions.assertNotEquals
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.kith.api.ErrorCode
import org.kith.api.PairConfirmRequest

/** The main job: two people with a vault each, one relay that they need not trust, from nothing to its lie. */
class MainJobTest {
    @Test
    fun `two people through a relay`() = inWorld { world ->
        val relay = world.keep(Relay(File(world.folder, "relay")).start())
        val amara = world.made("Amara")
        val jonas = world.made("Jonas")
        chapter("meet") { meet(relay, amara, jonas) }
        chapter("share") { share(amara, jonas) }
        chapter("sleep and wake") { sleepAndWake(world, amara) }
        chapter("while it is locked") { whileLocked(amara, jonas) }
        chapter("write apart") { writeApart(world, relay, amara, jonas) }
        chapter("watch") { watch(amara, jonas) }
        chapter("give up") { giveUp(amara, jonas) }
        chapter("lie") { lie(world, relay, amara, jonas) }
    }

    /** An exception of a coroutine does not say where the test stood. */
    private suspend fun chapter(name: String, run: suspend () -> Unit) = try {
        run()
    } catch (error: KithException) {
        throw AssertionError("$name: ${error.shown}", error)
    }

    private suspend fun meet(relay: Relay, amara: Vault, jonas: Vault) {
        amara.person.add(name = "Jonas")
        jonas.person.add(name = "Amara")
        for (one in listOf(amara, jonas))
            one.relay.move(address = relay.address, certificate = relay.certificate)
        val invitation = amara.pair.invite(person = "Jonas")
        val acceptance = jonas.pair.accept(code = invitation.code, person = "Amara")
        val seen = amara.pair.refresh().items.single()
        assertEquals(acceptance.digits, seen.digits)
        assertEquals(12, seen.digits.length)
        assertFalse(seen.verified)
        amara.pair.confirm(confirmation(invitation.id, seen.digits))
        jonas.pair.confirm(confirmation(acceptance.id, seen.digits))
        settle(amara, jonas)
        for (one in listOf(amara, jonas)) assertTrue(one.pair.list().items.single().verified)
    }

    private fun confirmation(id: String, digits: String) =
        PairConfirmRequest(id = id, code = digits, passphrase = PASSPHRASE.toByteArray())

    private suspend fun share(amara: Vault, jonas: Vault) {
        val text = "Jonas avoids conflict. He explains hard things simply."
        val note = amara.note.add(text = text, about = "Jonas").id
        jonas.note.add(text = "I fear that Amara finds me slow.", about = "Amara")
        val copy = amara.share.add(id = note, with = "Jonas", passage = "He explains hard things simply.")
        settle(amara, jonas)
        assertEquals(listOf("He explains hard things simply."), shared(jonas))
        assertEquals(listOf("I fear that Amara finds me slow."), jonas.note.list().items.map { it.text })
        amara.share.withdraw(copy.id)
        settle(amara, jonas)
        assertEquals(listOf<String>(), shared(jonas))
    }

    private suspend fun sleepAndWake(world: World, amara: Vault) {
        val folder = File(world.folder, "Amara")
        assertTrue(amara.suspendNow())
        assertEquals(0, locks(folder))
        failsWith<KithException.VaultSuspended> { amara.sync.once() }
        amara.resumeNow()
        amara.lock()
        failsWith<KithException.VaultLocked> { amara.sync.once() }
        failsWith<KithException.WrongSecret> { amara.unlock(Secret.of("a guess")) }
        amara.unlock(Secret.of(PASSPHRASE))
        amara.sync.once()
    }

    /** A key that opens nothing: sealed entries come and go, and what came is there when the vault is open. */
    private suspend fun whileLocked(amara: Vault, jonas: Vault) {
        val key = amara.locked.allow().key
        amara.agenda.add(text = "Written at night", with = "Jonas")
        amara.lock()
        jonas.agenda.add(text = "Answered at night", with = "Amara")
        jonas.sync.once()
        failsWith<KithException.WrongSecret> { amara.locked.sync(key = ByteArray(key.size)) }
        val came = amara.locked.sync(key = key, deadlineMs = 20_000.0)
        assertEquals(listOf(1, 1), listOf(came.sent.toInt(), came.fetched.toInt()))
        assertFalse(came.more)
        assertEquals(VaultState.CLOSED, amara.state)
        jonas.sync.once()
        amara.unlock(Secret.of(PASSPHRASE))
        val texts = amara.agenda.list().items.map { it.text }.sorted()
        assertEquals(listOf("Answered at night", "Written at night"), texts)
        assertEquals(texts, jonas.agenda.list().items.map { it.text }.sorted())
        amara.locked.forbid()
        for (line in amara.agenda.list().items) amara.agenda.remove(line.id)
        settle(amara, jonas)
    }

    /** The relay goes; both write on; it comes back. */
    private suspend fun writeApart(world: World, relay: Relay, amara: Vault, jonas: Vault) {
        val goal = amara.goal.add(text = "Jonas runs a workshop", with = "Jonas").id
        settle(amara, jonas)
        relay.stop()
        val error = failsWith<KithException.Offline> { amara.sync.once() }
        assertTrue(error.isRetryable)
        amara.goal.edit(id = goal, text = "Jonas runs a workshop in May")
        jonas.goal.edit(id = goal, text = "Jonas runs two short workshops")
        relay.start()
        world.kith.networkChanged(Kith.Network.CHANGED)
        settle(amara, jonas, amara)
        val conflict = amara.conflict.list().items.single()
        assertNotEquals(conflict.kept, conflict.shown)
        amara.conflict.dismiss(conflict.id)
    }

    private suspend fun watch(amara: Vault, jonas: Vault) = coroutineScope {
        val came = async(Dispatchers.Default) { jonas.sync.watch().filter { it.received > 0 }.first() }
        delay(300)
        amara.agenda.add(text = "How do I begin?", with = "Jonas")
        amara.sync.once()
        assertTrue(came.await().received > 0)
        assertEquals(listOf("How do I begin?"), agenda(jonas, "Amara"))
    }

    /** A sync that is cancelled, and one that has no time, leave nothing behind that the next one minds. */
    private suspend fun giveUp(amara: Vault, jonas: Vault) = coroutineScope {
        amara.agenda.add(text = "Who could help?", with = "Jonas")
        val given = launch(Dispatchers.Default) { amara.sync.once() }
        delay(2)
        given.cancelAndJoin()
        amara.sync.once(deadlineMs = 1.0)
        settle(amara, jonas)
        assertEquals(2, agenda(jonas, "Amara").size)
    }

    /** An older copy of the relay's folder is put back. */
    private suspend fun lie(world: World, relay: Relay, amara: Vault, jonas: Vault) {
        val copy = File(world.folder, "older copy")
        relay.stop()
        relay.keep(copy)
        relay.start()
        world.kith.networkChanged(Kith.Network.CHANGED)
        for (text in listOf("What did last week teach you?", "Whom do you want to meet?"))
            amara.agenda.add(text = text, with = "Jonas")
        settle(amara, jonas)
        relay.stop()
        relay.putBack(copy)
        relay.start()
        world.kith.networkChanged(Kith.Network.CHANGED)
        assertEquals(ErrorCode.ROLLBACK, amara.sync.once().error?.code)
        jonas.sync.once()
        settle(amara, jonas)
        assertTrue(amara.alarm.list().items.filter { it.code == "ROLLBACK" }.all { it.healed })
        assertEquals(4, agenda(jonas, "Amara").size)
        assertEquals(agenda(jonas, "Amara"), agenda(amara, "Jonas"))
    }

    /** Everybody syncs until nothing waits. */
    private suspend fun settle(vararg people: Vault) {
        repeat(3) {
            for (one in people) assertEquals(0, one.sync.once().pending)
        }
    }

    private suspend fun shared(one: Vault) = one.share.list().items.map { it.text }
    private suspend fun agenda(one: Vault, with: String) =
        one.agenda.list(with = with).items.map { it.text }.sorted()
}
