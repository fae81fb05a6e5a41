package org.kith

import java.io.File
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.kith.api.Error
import org.kith.api.ErrorCode
import org.kith.api.Next
import org.kith.api.Sentence

/** What becomes of a status and its error. Needs no engine. */
class ErrorsTest {
    /** KITH_CODE(STORE_LOCKED, 10, false) */
    private val codes = Regex("""KITH_CODE\((\w+), (\d+), (\w+)\)""")
        .findAll(File(System.getProperty("kith.root"), "core/base/include/kith/base/codes.def").readText())
        .map { it.destructured }.drop(1) // the first one explains the list

    @Test
    fun `every code is known and retryable where the core says so`() {
        assertTrue(codes.count() > 50)
        for ((name, number, transient) in codes) {
            val error = KithException.of(number.toInt(), null, null)
            assertEquals(name, error.code.name)
            assertEquals(transient == "true", error.isRetryable, name)
        }
    }

    @Test
    fun `a newer engine's code is Other`() {
        val error = KithException.of(999, "NEWER".toByteArray(), null)
        assertTrue(error is KithException.Other)
        assertEquals(999, error.code.number)
        assertEquals("NEWER", error.message)
        assertEquals("NEWER", error.shown)
    }

    @Test
    fun `what a person reads and can do comes along`() {
        val detail = Error(ErrorCode.NOT_FOUND, "Nobody is called Ilse.", listOf(Next(Next.Step.PERSON_ADD, listOf("Ilse"))))
        val error = KithException.of(2, "NOT_FOUND".toByteArray(), detail.encode())
        assertTrue(error is KithException.NotFound)
        assertEquals("NOT_FOUND", error.message)
        assertEquals("Nobody is called Ilse.", error.shown)
        assertEquals(listOf(Next.Step.PERSON_ADD), error.next.map { it.step })
    }

    private fun value(text: String) = Sentence(english = text)

    @Test
    fun `a sentence comes along and is said in another language`() {
        val said = Sentence("abc", listOf(value("3"), value("7 {0}"), Sentence("def", emptyList(), "entries")),
            "3 of 7 {0} entries are missing")
        val error = KithException.of(2, null, Error(ErrorCode.NOT_FOUND, said.english, sentence = said).encode())
        assertEquals(said, error.sentence)
        val german = mapOf("abc" to "Von {1} {2} fehlen {0}{3}, also {0} {x}", "def" to "Einträgen")
        assertEquals("Von 7 {0} Einträgen fehlen 3{3}, also 3 {x}", error.sentence.text(german))
        assertEquals("Von 7 {0} entries fehlen 3{3}, also 3 {x}", error.sentence.text(german - "def"))
        assertEquals(said.english, error.sentence.text(mapOf("other" to "{0}")))
    }

    @Test
    fun `sentences that were joined are said one by one`() {
        val two = Sentence("", listOf(Sentence("abc", listOf(value("1")), "One."), value("Two.")), "One. Two.")
        assertEquals("Eins 1. Two.", two.text(mapOf("abc" to "Eins {0}.")))
    }

    @Test
    fun `an error without a sentence says its own in English`() {
        val old = KithException.of(2, "NOT_FOUND".toByteArray(), Error(ErrorCode.NOT_FOUND, "Nobody.").encode())
        assertEquals("Nobody.", old.sentence.text(emptyMap()))
        assertEquals("OFFLINE", KithException.of(20, null, null).sentence.english)
    }

    @Test
    fun `an error that cannot be read does not hide the first one`() {
        assertEquals("OFFLINE", KithException.of(20, null, byteArrayOf(1)).message)
    }
}
