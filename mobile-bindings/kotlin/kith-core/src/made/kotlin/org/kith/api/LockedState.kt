// Made by proto/generator/kotlin_values.py of kith/api/v1/api.proto; not to be changed by hand.
package org.kith.api

import org.kith.internal.Input
import org.kith.internal.Output

data class LockedState(
    val allowed: Boolean = false,
    /** that can be synced while the vault is locked */
    val spaces: Long = 0,
    /** sealed entries that go out then */
    val waiting: Long = 0,
    /** sealed entries for which there was no room: they go with the next sync */
    val leftOut: Long = 0,
    override val unknownFields: UnknownFields = UnknownFields.NONE
) : Message() {
    fun withAllowed(allowed: Boolean): LockedState = copy(allowed = allowed)
    fun withSpaces(spaces: Long): LockedState = copy(spaces = spaces)
    fun withWaiting(waiting: Long): LockedState = copy(waiting = waiting)
    fun withLeftOut(leftOut: Long): LockedState = copy(leftOut = leftOut)

    internal override fun write(output: Output) {
        output.bool(1, allowed)
        output.uint32(2, spaces)
        output.uint32(3, waiting)
        output.uint32(4, leftOut)
        output.unknown(unknownFields)
    }

    companion object Type : MessageType<LockedState>() {
        internal override fun read(input: Input): LockedState {
            var allowed: Boolean = false
            var spaces: Long = 0L
            var waiting: Long = 0L
            var leftOut: Long = 0L
            while (true) when (input.next()) {
                0 -> return LockedState(
                    allowed, spaces, waiting, leftOut, input.unknown())
                8 -> allowed = input.bool()
                16 -> spaces = input.uint32()
                24 -> waiting = input.uint32()
                32 -> leftOut = input.uint32()
                else -> input.keep()
            }
        }
    }
}
