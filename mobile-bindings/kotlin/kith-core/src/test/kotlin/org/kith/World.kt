package org.kith

import java.io.Closeable
import java.io.File
import java.nio.file.Files
import kotlinx.coroutines.TimeoutCancellationException
import kotlinx.coroutines.delay
import kotlinx.coroutines.runBlocking
import kotlinx.coroutines.withTimeout
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.fail

const val PASSPHRASE = "a passphrase for the tests only"
private const val LIMIT_MS = 60_000L

/** A folder and an engine for one test. Nothing of native code lives on afterwards, or the test fails. */
class World(config: Kith.Config = Kith.Config()) : Closeable {
    val kith: Kith = Kith.create(config)
    val folder: File = Files.createTempDirectory("kith-jvm-").toFile()
    private val open = ArrayList<Closeable>()

    fun <T : Closeable> keep(one: T): T = one.also { open.add(it) }

    /** A vault that is not made yet. */
    fun vault(name: String): Vault = keep(kith.vault(Place(File(folder, name), smallMemory = true)))

    /** One that is made and open. */
    suspend fun made(name: String): Vault = vault(name).also { it.create(Secret.of(PASSPHRASE), name) }

    override fun close() {
        open.asReversed().forEach { it.close() }
        kith.close()
        folder.deleteRecursively()
        assertEquals(0, soonNothing(), "live objects")
    }

    /** What is under way ends on threads of the engine: a moment is waited. */
    private fun soonNothing(): Long = runBlocking {
        repeat(200) { if (Kith.liveObjects != 0L) delay(10) }
        Kith.liveObjects
    }
}

/** A test in a World, which must end in time. */
fun inWorld(config: Kith.Config = Kith.Config(), test: suspend (World) -> Unit) {
    World(config).use { world ->
        runBlocking {
            try {
                withTimeout(LIMIT_MS) { test(world) }
            } catch (late: TimeoutCancellationException) {
                fail("not over after $LIMIT_MS ms", late)
            }
        }
    }
}

/** Runs what must fail so; the exception. */
suspend inline fun <reified T : Throwable> failsWith(run: suspend () -> Unit): T {
    try {
        run()
    } catch (error: Throwable) {
        if (error is T) return error
        throw error
    }
    return fail("${T::class.java.simpleName} was expected")
}
