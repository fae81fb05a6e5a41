package org.kith

import java.io.File
import kotlinx.coroutines.runBlocking
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test

/** The code of README.md: it runs, and stands there as it stands here. */
class FirstTenMinutesTest {
    // ---- shown
    private suspend fun firstTenMinutes(filesDir: File): List<String> {
        Kith.create().use { kith ->
            kith.vault(Place(File(filesDir, "vault"))).use { vault ->
                Secret.of("something long that only Ada knows").use { vault.create(it, name = "Ada") }

                vault.person.add(name = "Noor")
                vault.log.add(with = listOf("Noor"), `when` = "today", note = "How to begin")
                try {
                    vault.person.show(person = "Ilse")
                } catch (error: KithException.NotFound) {
                    println(error.shown)
                }
                return vault.person.list().items.map { it.name }
            }
        }
    }
    // ---- end

    @Test
    fun `it does what README says`() {
        World().use { world -> assertEquals(listOf("Noor"), runBlocking { firstTenMinutes(world.folder) }) }
    }

    @Test
    fun `README shows it as it is`() {
        val here = File(System.getProperty("kith.root"), "mobile-bindings/kotlin")
        val source = File(here, "kith-core/src/test/kotlin/org/kith/FirstTenMinutesTest.kt").readText()
        val shown = source.substringAfter("// ---- shown\n").substringBefore("    // ---- end").trimIndent()
        assertTrue(shown.length > 500)
        assertTrue(File(here, "README.md").readText().contains(shown.replace("private suspend", "suspend")))
    }
}
