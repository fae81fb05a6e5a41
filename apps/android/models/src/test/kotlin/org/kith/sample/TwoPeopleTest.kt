package org.kith.sample

import java.io.File
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.channels.Channel
import kotlinx.coroutines.coroutineScope
import kotlinx.coroutines.flow.first
import kotlinx.coroutines.launch
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Assertions.assertNotNull
import org.junit.jupiter.api.Assertions.assertNull
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.kith.Kith
import org.kith.KithException
import org.kith.PASSPHRASE
import org.kith.Relay
import org.kith.Secret
import org.kith.Vault
import org.kith.World
import org.kith.inWorld

/** Two people, each with the screens of an app, and a real relay between them. */
class TwoPeopleTest {
    private class App(val vault: Vault) {
        /** Nobody waits for a clock: the test ends a pause. */
        val pauseBegun = Channel<Long>(Channel.UNLIMITED)
        val pauseEnds = Channel<Unit>(Channel.UNLIMITED)
        val people = People(vault)
        val log = Log(vault)
        val pairing = Pairing(vault)
        val choices = Choices(vault)
        val syncing = Syncing(vault, { NOW_MS }) {
            pauseBegun.send(it)
            pauseEnds.receive()
        }
        val troubles get() = listOf(people, log, pairing, choices, syncing).mapNotNull { it.trouble.value?.says }
    }

    @Test
    fun `all the screens`() = inWorld { world ->
        val relay = world.keep(Relay(File(world.folder, "relay")).start())
        val amara = App(world.made("Amara"))
        val jonas = App(world.made("Jonas"))
        meet(amara, jonas, relay)
        shareAPassage(amara, jonas)
        chooseAWording(amara, jonas)
        watch(world, amara, jonas, relay)
        aLie(world, amara, relay)
        assertEquals(emptyList<String>(), amara.troubles + jonas.troubles)
    }

    private suspend fun settle(amara: App, jonas: App) {
        repeat(2) { for (one in listOf(amara, jonas, amara)) assertTrue(one.syncing.sync()) { one.troubles.toString() } }
        assertEquals(0L, amara.syncing.state.value.status.pending)
    }

    private suspend fun meet(amara: App, jonas: App, relay: Relay) {
        assertFalse(amara.syncing.sync())
        assertEquals(listOf("Name your relay"), amara.syncing.trouble.value?.buttons?.map { it.title })
        val mentor = jonas.people.kinds.first { it.code == "mentor" }
        assertTrue(mentor.meaning.isNotEmpty() && jonas.people.terms.any { it.name == "functions" })
        assertTrue(jonas.people.add("Amara", mentor))
        assertEquals(listOf("mentor"), jonas.people.state.value.map { it.kind })
        assertTrue(amara.people.add("Jonas"))
        assertFalse(amara.people.add(""))
        assertNotNull(amara.people.trouble.value)
        amara.people.forgetTrouble()
        for (one in listOf(amara, jonas)) assertTrue(one.syncing.join(relay.address, relay.certificate))

        amara.pairing.invite("Jonas")
        val shown = amara.pairing.codeOf(amara.pairing.state.value.single())!!
        assertTrue(jonas.pairing.accept(" $shown\n", "Amara"))
        amara.pairing.refresh()
        val hers = amara.pairing.state.value.single()
        val his = jonas.pairing.state.value.single()
        assertEquals(his.digits, hers.digits)
        assertEquals(12, hers.digits.length)
        assertNull(amara.pairing.codeOf(hers))
        Secret.of(PASSPHRASE).use { secret ->
            assertFalse(amara.pairing.confirm(hers, "000000000000", secret))
            assertTrue(amara.pairing.confirm(hers, hers.digits.chunked(4).joinToString(" "), secret))
            assertTrue(jonas.pairing.confirm(his, hers.digits, secret))
        }
        settle(amara, jonas)
        amara.pairing.load()
        assertEquals("paired", amara.pairing.state.value.single().state)
    }

    private suspend fun shareAPassage(amara: App, jonas: App) {
        val note = "Jonas avoids conflict. He explains hard things simply. Ilse could help him."
        amara.people.add("Ilse")
        assertTrue(amara.log.write(listOf("Jonas"), note))
        fun entry() = amara.log.state.value.entries.single()
        assertEquals("Only you", entry().readers)
        assertEquals(listOf("Jonas"), amara.log.state.value.partners)
        for (yes in listOf(false, true)) {
            amara.log.share("Ilse could help him.", entry(), "Jonas")
            assertTrue(amara.log.asked.value!!.warning.contains("Ilse"))
            assertTrue(entry().shared.isEmpty())
            amara.log.answer(yes)
            assertNull(amara.log.asked.value)
            assertEquals(if (yes) 1 else 0, entry().shared.size)
        }
        amara.log.share("He explains hard things simply.", entry(), "Jonas")
        assertEquals("You; a passage: Jonas", entry().readers)
        amara.log.withdraw(entry().shared.first { "Ilse" in it.text })
        settle(amara, jonas)
        jonas.log.load()
        assertEquals(listOf("He explains hard things simply."), jonas.log.state.value.theirs.map { it.text })
        assertTrue(jonas.log.state.value.entries.isEmpty())
        assertFalse(amara.log.share("He never said this.", entry(), "Jonas"))
        amara.log.forgetTrouble()
    }

    private suspend fun chooseAWording(amara: App, jonas: App) {
        for (text in listOf("Run a workshop", "Read one book")) amara.vault.goal.add(text = text, with = "Jonas")
        settle(amara, jonas)
        for (goal in amara.vault.goal.list().items) {
            amara.vault.goal.edit(id = goal.id, text = goal.text + " in May")
            jonas.vault.goal.edit(id = goal.id, text = goal.text + " in June")
        }
        settle(amara, jonas)
        amara.choices.load()
        assertEquals(2, amara.choices.state.value.size)
        val kept = amara.choices.state.value.first()
        amara.choices.keep(kept)
        amara.choices.dismiss(amara.choices.state.value.single())
        assertTrue(amara.choices.state.value.isEmpty())
        assertTrue(amara.vault.goal.list().items.any { it.text == kept.kept })
        settle(amara, jonas)
    }

    private suspend fun watch(world: World, amara: App, jonas: App, relay: Relay) = coroutineScope {
        val watching = launch(Dispatchers.Default) { jonas.syncing.watch() }
        val following = launch(Dispatchers.Default) { jonas.log.follow() }
        jonas.syncing.nextTry.first { it is When.Live }
        amara.log.share("Jonas avoids conflict.", amara.log.state.value.entries.single(), "Jonas")
        amara.syncing.sync()
        jonas.log.state.first { it.theirs.size == 2 }

        relay.stop()
        assertEquals(15_000L, jonas.pauseBegun.receive())
        assertEquals(When.At(NOW_MS + 15_000), jonas.syncing.nextTry.value)
        assertTrue(jonas.syncing.trouble.value!!.isRetryable)
        assertFalse(amara.syncing.sync(deadlineMs = 5000.0))
        assertTrue(amara.syncing.trouble.value?.error is KithException.Offline)
        relay.start()
        world.kith.networkChanged(Kith.Network.CHANGED)
        jonas.pauseEnds.send(Unit)
        jonas.syncing.nextTry.first { it is When.Live }

        assertTrue(jonas.vault.suspendNow()) // nobody is before the screen: whoever follows stops without trouble
        watching.join()
        following.join()
        assertEquals(When.Asked, jonas.syncing.nextTry.value)
        assertNull(jonas.log.trouble.value)
        jonas.vault.resumeNow()
        jonas.syncing.load()
        assertTrue(amara.syncing.sync())
    }

    /** An alarm is shown, with what it means, until a person has seen it. */
    private suspend fun aLie(world: World, amara: App, relay: Relay) {
        val copy = File(world.folder, "copy")
        relay.stop()
        relay.keep(copy)
        relay.start()
        world.kith.networkChanged(Kith.Network.CHANGED)
        amara.vault.agenda.add(text = "A word that the relay forgets", with = "Jonas")
        amara.syncing.sync()
        relay.stop()
        relay.putBack(copy)
        relay.start()
        world.kith.networkChanged(Kith.Network.CHANGED)
        assertTrue(amara.syncing.sync())
        assertTrue(amara.vault.alarm.list().items.any { it.code == "ROLLBACK" && it.meaning.isNotEmpty() })
        for (alarm in amara.syncing.state.value.alarms) amara.syncing.dismiss(alarm)
        assertTrue(amara.syncing.state.value.alarms.isEmpty())
    }

    private companion object {
        const val NOW_MS = 1_000_000L
    }
}
