package org.kith

import java.io.File
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.kith.api.Error
import org.kith.api.ErrorCode
import org.kith.api.Next

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

    @Test
    fun `an error that cannot be read does not hide the first one`() {
        assertEquals("OFFLINE", KithException.of(20, null, byteArrayOf(1)).message)
    }
}
