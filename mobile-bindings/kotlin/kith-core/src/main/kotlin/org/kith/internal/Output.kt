package org.kith.internal

import org.kith.api.Message
import org.kith.api.OpenEnum
import org.kith.api.UnknownFields

/**
 * Writes one message: its fields in the order of their numbers, a zero not at all, and what is unknown at the end.
 * `string` writes a plain field, `stringOrNull` one that may be absent, `strings` each of a list.
 *
 * Threads: one.
 * Owns:    its bytes until take(). What it outgrows is wiped, because a request may hold a passphrase.
 * Errors:  IllegalArgumentException for a number that has no place in 32 bits.
 */
internal class Output {
    private var bytes = ByteArray(64)
    private var size = 0

    /** What was written; the output is empty again. */
    fun take(): ByteArray {
        val all = bytes.copyOf(size)
        bytes.fill(0, 0, size)
        size = 0
        return all
    }

    fun string(number: Int, value: String) {
        if (value.isNotEmpty()) stringOrNull(number, value)
    }

    fun stringOrNull(number: Int, value: String?) {
        if (value != null) run(number, value.toByteArray())
    }

    fun strings(number: Int, values: List<String>) = values.forEach { stringOrNull(number, it) }

    fun bytes(number: Int, value: ByteArray) {
        if (value.isNotEmpty()) run(number, value)
    }

    fun bool(number: Int, value: Boolean) {
        if (value) uint64(number, 1)
    }

    fun uint32(number: Int, value: Long) {
        if (value != 0L) uint32OrNull(number, value)
    }

    fun uint32OrNull(number: Int, value: Long?) {
        if (value != null) uint64(number, checked(value))
    }

    fun uint32s(number: Int, values: List<Long>) = packed(number, values) { varint(checked(it)) }

    fun enum(number: Int, value: OpenEnum) {
        if (value.number != 0) uint64(number, value.number.toLong())
    }

    fun double(number: Int, value: Double) {
        if (value.toRawBits() != 0L) doubleOrNull(number, value)
    }

    fun doubleOrNull(number: Int, value: Double?) {
        if (value == null) return
        tag(number, 1)
        fixed(value)
    }

    fun doubles(number: Int, values: List<Double>) = packed(number, values) { fixed(it) }

    private fun <T> packed(number: Int, values: List<T>, one: Output.(T) -> Unit) {
        if (values.isEmpty()) return
        val all = Output()
        values.forEach { all.one(it) }
        run(number, all.take())
    }

    fun messageOrNull(number: Int, value: Message?) {
        if (value == null) return
        val inner = value.encode()
        run(number, inner)
        inner.fill(0)
    }

    fun messages(number: Int, values: List<Message>) = values.forEach { messageOrNull(number, it) }

    fun unknown(fields: UnknownFields) = raw(fields.bytes, 0, fields.size)

    fun raw(from: ByteArray, begin: Int, count: Int) {
        room(count)
        from.copyInto(bytes, size, begin, begin + count)
        size += count
    }

    private fun run(number: Int, value: ByteArray) {
        tag(number, 2)
        varint(value.size.toLong())
        raw(value, 0, value.size)
    }

    private fun uint64(number: Int, value: Long) {
        tag(number, 0)
        varint(value)
    }

    private fun fixed(value: Double) {
        val bits = value.toRawBits()
        for (n in 0..7) byte((bits ushr (8 * n)).toInt())
    }

    private fun tag(number: Int, kind: Int) = varint((number.toLong() shl 3) or kind.toLong())

    private fun varint(value: Long) {
        var rest = value
        while (rest and 0x7fL.inv() != 0L) {
            byte((rest and 0x7f or 0x80).toInt())
            rest = rest ushr 7
        }
        byte(rest.toInt())
    }

    private fun byte(value: Int) {
        room(1)
        bytes[size++] = value.toByte()
    }

    private fun room(more: Int) {
        if (more <= bytes.size - size) return
        val grown = bytes.copyOf(maxOf(2 * bytes.size, Math.addExact(size, more)))
        bytes.fill(0)
        bytes = grown
    }

    private fun checked(value: Long): Long {
        require(value in 0..0xffffffffL) { "$value is not between 0 and 4294967295" }
        return value
    }
}
