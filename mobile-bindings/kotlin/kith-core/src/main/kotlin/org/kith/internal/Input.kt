package org.kith.internal

import java.nio.charset.CharacterCodingException
import org.kith.KithException
import org.kith.api.Message
import org.kith.api.MessageType
import org.kith.api.UnknownFields

/**
 * Reads one message from a stretch of bytes, a field at a time.
 *
 * Threads: one.
 * Errors:  KithException.Malformed, for a length past the end, a number of more than 64 bits, text that is no UTF-8,
 *          a group without its end, a field of the number 0, and messages more than 100 deep. Nothing else is thrown.
 */
internal class Input private constructor(
    private val bytes: ByteArray, private var at: Int, private val end: Int, private val depth: Int
) {
    constructor(bytes: ByteArray) : this(bytes, 0, bytes.size, 0)

    private var begin = 0 // of the field that is read now, its tag included
    private var tag = 0
    private var kept: Output? = null

    /** The tag of the next field, or 0 at the end. */
    fun next(): Int {
        if (at == end) return 0
        begin = at
        tag = tag()
        return tag
    }

    fun bool(): Boolean = varint() != 0L
    fun uint32(): Long = varint() and 0xffffffffL
    fun enum(): Int = varint().toInt()

    fun double(): Double {
        val from = take(8)
        var bits = 0L
        for (n in 7 downTo 0) bits = (bits shl 8) or (bytes[from + n].toLong() and 0xff)
        return java.lang.Double.longBitsToDouble(bits)
    }

    fun bytes(): ByteArray {
        val size = length()
        val from = take(size)
        return bytes.copyOfRange(from, from + size)
    }

    fun string(): String {
        val size = length()
        val from = take(size)
        try {
            return bytes.decodeToString(from, from + size, throwOnInvalidSequence = true)
        } catch (wrong: CharacterCodingException) {
            throw malformed("text")
        }
    }

    private var pieces = 0

    /** A message that came in pieces is all of them together: `before` is what was read of it already. */
    fun <T : Message> message(before: T?, type: MessageType<T>): T {
        if (depth == MAX_DEPTH) throw malformed("a depth")
        val size = length()
        val from = take(size)
        if (before == null) return type.read(Input(bytes, from, from + size, depth + 1))
        // No writer does it, and each piece costs as much as all before it.
        if (++pieces > MOST_PIECES) throw malformed("a message in pieces")
        val both = before.encode() + bytes.copyOfRange(from, from + size)
        return type.read(Input(both, 0, both.size, depth + 1))
    }

    /** The list with one more value. */
    fun <T> added(list: List<T>, value: T): List<T> = grown(list).apply { add(value) }

    /** The list with all the values of a run. */
    fun <T> packed(list: List<T>, one: (Input) -> T): List<T> {
        val size = length()
        val from = take(size)
        val run = Input(bytes, from, from + size, depth)
        val all = grown(list)
        while (run.at < run.end) all.add(one(run))
        return all
    }

    /** Passes over the field and keeps it for [unknown]. */
    fun keep() {
        pass(tag, depth)
        val all = kept ?: Output().also { kept = it }
        all.raw(bytes, begin, at - begin)
    }

    fun unknown(): UnknownFields = kept?.let { UnknownFields(it.take()) } ?: UnknownFields.NONE

    private fun pass(tag: Int, depth: Int) {
        when (tag and 7) {
            0 -> varint()
            1 -> take(8)
            2 -> take(length())
            3 -> passGroup(tag + 1, depth + 1)
            5 -> take(4)
            else -> throw malformed("a kind of field")
        }
    }

    /** A group is a message without a length: it goes on to the tag that ends it. */
    private fun passGroup(last: Int, depth: Int) {
        if (depth > MAX_DEPTH) throw malformed("a depth")
        while (true) {
            val inner = tag()
            if (inner == last) return
            pass(inner, depth)
        }
    }

    @Suppress("UNCHECKED_CAST") // Whoever reads a field begins with emptyList() and has every other list from here.
    private fun <T> grown(list: List<T>): ArrayList<T> = if (list.isEmpty()) ArrayList(4) else list as ArrayList<T>

    private fun tag(): Int {
        val read = varint()
        if (read < 8 || read > MAX_TAG) throw malformed("a tag")
        return read.toInt()
    }

    private fun take(size: Int): Int {
        if (size > end - at) throw malformed("a length")
        at += size
        return at - size
    }

    private fun length(): Int {
        val size = varint()
        if (size < 0 || size > end - at) throw malformed("a length")
        return size.toInt()
    }

    private fun varint(): Long {
        var value = 0L
        var shift = 0
        while (at < end && shift < 70) {
            val byte = bytes[at++].toLong()
            if (shift == 63 && byte !in 0..1) break
            value = value or ((byte and 0x7f) shl shift)
            if (byte >= 0) return value
            shift += 7
        }
        throw malformed("a number")
    }

    private fun malformed(what: String) = KithException.malformed("$what of a message is not as it must be")

    private companion object {
        const val MAX_DEPTH = 100
        const val MOST_PIECES = 100
        const val MAX_TAG = 0xffffffffL
    }
}
