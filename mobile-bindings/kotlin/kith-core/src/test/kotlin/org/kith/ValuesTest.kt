package org.kith

import java.io.File
import java.util.Base64
import org.junit.jupiter.api.Assertions.assertArrayEquals
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Assertions.assertNotEquals
import org.junit.jupiter.api.Assertions.assertNull
import org.junit.jupiter.api.Assertions.assertThrows
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.kith.api.Alarm
import org.kith.api.AlarmChanged
import org.kith.api.Changed
import org.kith.api.CompareSealRequest
import org.kith.api.Error
import org.kith.api.ErrorCode
import org.kith.api.ErrorReply
import org.kith.api.FactField
import org.kith.api.Measure
import org.kith.api.Message
import org.kith.api.MessageType
import org.kith.api.Next
import org.kith.api.PersonEditRequest
import org.kith.api.PersonImportRequest
import org.kith.api.StatusResult
import org.kith.api.SyncResult

/** What is read and written, against bytes that other languages read and write too. Needs no engine. */
class ValuesTest {
    private val golden = golden(File(System.getProperty("kith.golden")).readText())

    /** The golden message of that kind whose bytes begin so; read, so that every field of it can be asserted. */
    private fun <T : Message> good(type: MessageType<T>, name: String, hex: String): T {
        val found = golden.single { it.kind == "good" && it.name == name && hexOf(it.told).startsWith(hex) }
        return type.decode(found.told)
    }

    @Test
    fun `the fields of golden messages have their names`() {
        assertEquals(Next(Next.Step.SYNC, listOf("a")), good(Next, "Next", "0832"))
        val error = good(Error, "Error", "080a")
        assertEquals(ErrorCode.STORE_LOCKED, error.code)
        assertEquals("No", error.message)
        assertEquals(listOf(Next.Step.VAULT_MAKE), error.next.map { it.step })
        val field = good(FactField, "FactField", "0a016e")
        assertEquals(listOf("n", listOf("", "b"), "t"), listOf(field.name, field.values, field.text))
        assertEquals(EVERY_ALARM_FIELD, good(Alarm, "Alarm", "31"))
        val changed = good(AlarmChanged, "AlarmChanged", "0a0131")
        assertEquals("1", changed.id)
        assertEquals(SyncResult(sent = 2, error = Error(code = ErrorCode.ROLLBACK)), changed.sync)
        val status = good(StatusResult, "StatusResult", "1205")
        assertEquals("Tomas", status.name)
        assertEquals(1, status.persons)
        assertEquals(1.7e12, status.lastSyncMs)
        assertTrue(status.renewalNeeded)
        assertFalse(status.copyEnded)
        val cards = good(PersonImportRequest, "PersonImportRequest", "0a02")
        assertArrayEquals(byteArrayOf(0, -1), cards.content)
        assertEquals(listOf("*"), cards.pick)
    }

    @Test
    fun `what is absent is not the zero`() {
        val edit = good(PersonEditRequest, "PersonEditRequest", "0a04")
        assertEquals(PersonEditRequest(person = "Noor", name = "", setEmails = true, note = "é"), edit)
        assertNull(edit.birthday)
        val measure = good(Measure, "Measure", "0a01")
        assertEquals(0.5, measure.value)
        assertNull(Measure.decode(ByteArray(0)).value)
        assertEquals(0L, good(CompareSealRequest, "CompareSealRequest", "0a04").useful)
        assertNotEquals(CompareSealRequest(), CompareSealRequest(useful = 0))
    }

    @Test
    fun `golden messages are read and written as they say`() {
        for (one in golden.filter { it.kind != "bad" }) {
            val written = typeNamed(one.name).decode(one.told).encode()
            assertEquals(hexOf(one.written), hexOf(written), "${one.name} ${hexOf(one.told)}")
        }
    }

    @Test
    fun `malformed bytes are refused as Malformed`() {
        val bad = golden.filter { it.kind == "bad" }
        assertTrue(bad.size > 10)
        for (one in bad) assertThrows(KithException.Malformed::class.java, { typeNamed(one.name).decode(one.told) },
            "${one.name} ${hexOf(one.told)}")
        assertEquals(ErrorCode.MALFORMED, assertThrows(KithException::class.java) { Changed.decode(bytesOf("0a05")) }.code)
    }

    @Test
    fun `what is more than a hundred deep is refused`() {
        assertArrayEquals(groups(100), Changed.decode(groups(100)).encode())
        assertThrows(KithException.Malformed::class.java) { Changed.decode(groups(101)) }
        assertThrows(KithException.Malformed::class.java) { Changed.decode(groups(100_000)) }
    }

    @Test
    fun `a message in a hundred pieces is all of them, and more are refused`() {
        val piece = ErrorReply(error = Error(message = "é")).encode()
        fun pieces(number: Int) = ByteArray(piece.size * number) { piece[it % piece.size] }
        assertArrayEquals(piece, ErrorReply.decode(pieces(100)).encode())
        assertThrows(KithException.Malformed::class.java) { ErrorReply.decode(pieces(102)) }
    }

    @Test
    fun `every beginning of a message is read or refused`() {
        val whole = AlarmChanged(id = "1", sync = SyncResult(error = Error(message = "é", next = listOf(Next(Next.Step.SYNC))))).encode()
        for (size in whole.indices) {
            try {
                AlarmChanged.decode(whole.copyOf(size))
            } catch (expected: KithException.Malformed) {
                continue
            }
        }
    }

    @Test
    fun `a number and a field without a name come through`() {
        val error = good(ErrorReply, "ErrorReply", "0a03").error!!
        assertEquals(999, error.code.number)
        assertEquals("", error.code.name)
        assertEquals(ErrorCode.of(999), error.code)
        val changed = good(Changed, "Changed", "0a0161a2")
        assertEquals(4, changed.unknownFields.size)
        assertArrayEquals(bytesOf("0a0162 a206017a"), changed.copy(id = "b").encode())
        assertNotEquals(Changed("a"), changed)
    }

    @Test
    fun `ten thousand random messages are written as they were read`() {
        val lines = File(System.getProperty("kith.vectors")).readLines()
        assertTrue(lines.size >= 10_000)
        for (line in lines) {
            val (name, coded) = line.split(" ")
            val told = Base64.getDecoder().decode(coded)
            assertArrayEquals(told, typeNamed(name.replace('.', '$')).decode(told).encode(), line)
        }
    }

    @Test
    fun `no number outside of 32 bits is written, and nothing a person wrote is printed`() {
        assertThrows(IllegalArgumentException::class.java) { CompareSealRequest(useful = 1L shl 32).encode() }
        assertThrows(IllegalArgumentException::class.java) { CompareSealRequest(useful = -1).encode() }
        assertEquals("PersonEditRequest(6 bytes)", PersonEditRequest(person = "Noor").toString())
        assertEquals("ErrorCode OFFLINE 999", "ErrorCode ${ErrorCode.OFFLINE} ${ErrorCode.of(999)}")
    }
}
