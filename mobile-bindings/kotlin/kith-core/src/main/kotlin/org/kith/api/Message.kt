package org.kith.api

import org.kith.KithException
import org.kith.internal.Input
import org.kith.internal.Output

/**
 * A value of the api. It cannot change; `copy` (Kotlin) and `with...` (Java) make another one.
 *
 * Two are equal when their bytes are. What is printed of one is its kind and its size and nothing that a person wrote,
 * because it may end in a log.
 *
 * Threads: any.
 */
abstract class Message internal constructor() {
    /** What a newer version wrote and this one has no name for; it is written again as it came. */
    abstract val unknownFields: UnknownFields

    internal abstract fun write(output: Output)

    /** Its bytes, as Protocol Buffers: always the same ones for the same value. */
    fun encode(): ByteArray {
        val output = Output()
        write(output)
        return output.take()
    }

    final override fun equals(other: Any?): Boolean = this === other ||
        other is Message && other.javaClass == javaClass && other.encode().contentEquals(encode())

    final override fun hashCode(): Int = encode().contentHashCode()

    final override fun toString(): String = "${javaClass.simpleName}(${encode().size} bytes)"
}

/** How values of one kind are read from bytes: `Person.decode(bytes)`, from Java `Person.Type.decode(bytes)`. */
abstract class MessageType<T : Message> internal constructor() {
    internal abstract fun read(input: Input): T

    /** Throws [KithException.Malformed] and nothing else, whatever the bytes are. */
    @Throws(KithException::class)
    fun decode(bytes: ByteArray): T = read(Input(bytes))
}

/** Fields that a newer version wrote, as they came. */
class UnknownFields internal constructor(internal val bytes: ByteArray) {
    val size: Int get() = bytes.size

    companion object {
        @JvmField val NONE: UnknownFields = UnknownFields(ByteArray(0))
    }
}

/** One of a list that grows: a number that a newer version gives comes through without a name. */
abstract class OpenEnum internal constructor(val number: Int, val name: String) {
    final override fun equals(other: Any?): Boolean =
        other is OpenEnum && other.javaClass == javaClass && other.number == number

    final override fun hashCode(): Int = number

    final override fun toString(): String = if (name.isEmpty()) number.toString() else name
}
