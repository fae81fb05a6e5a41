package org.kith

import org.junit.jupiter.api.Assertions.assertArrayEquals
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Assertions.assertThrows
import org.junit.jupiter.api.Test
import org.kith.internal.Output

/** That secrets do not lie about longer than they must. Needs no engine. */
class SecretTest {
    @Test
    fun `what is closed is wiped`() {
        val secret = Secret.of("Noor é")
        lateinit var seen: ByteArray
        secret.lend { seen = it }
        assertArrayEquals("Noor é".toByteArray(), seen)
        secret.close()
        assertArrayEquals(ByteArray(seen.size), seen)
        assertThrows(IllegalStateException::class.java) { secret.copy() }
    }

    @Test
    fun `what is taken is wiped where it was`() {
        val bytes = byteArrayOf(1, 2, 3)
        val secret = Secret.take(bytes)
        assertArrayEquals(ByteArray(3), bytes)
        assertArrayEquals(byteArrayOf(1, 2, 3), secret.copy())
    }

    @Test
    fun `what is typed is UTF-8, and not printed`() {
        val secret = Secret.of("äöü \uD83D\uDC69".toCharArray())
        assertArrayEquals("äöü \uD83D\uDC69".toByteArray(), secret.copy())
        assertEquals("Secret", secret.toString())
        assertFalse(Secret.random().copy().contentEquals(Secret.random().copy()))
    }

    @Test
    fun `what a writer outgrows or gives away is wiped`() {
        val output = Output()
        val held = Output::class.java.getDeclaredField("bytes").apply { isAccessible = true }
        output.bytes(1, ByteArray(40) { 7 })
        val first = held.get(output) as ByteArray
        output.bytes(2, ByteArray(400) { 7 })
        val second = held.get(output) as ByteArray
        output.take()
        for (left in listOf(first, second)) assertEquals(0, left.count { it == 7.toByte() })
    }
}
