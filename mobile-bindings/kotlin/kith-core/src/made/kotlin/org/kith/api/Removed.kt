// Made by proto/generator/kotlin_values.py of kith/api/v1/api.proto; not to be changed by hand.
package org.kith.api

import org.kith.internal.Input
import org.kith.internal.Output

data class Removed(
    val id: String = "",
    val kind: String = "",
    val text: String = "",
    val removedMs: Double = 0.0,
    val untilMs: Double = 0.0,
    override val unknownFields: UnknownFields = UnknownFields.NONE
) : Message() {
    fun withId(id: String): Removed = copy(id = id)
    fun withKind(kind: String): Removed = copy(kind = kind)
    fun withText(text: String): Removed = copy(text = text)
    fun withRemovedMs(removedMs: Double): Removed = copy(removedMs = removedMs)
    fun withUntilMs(untilMs: Double): Removed = copy(untilMs = untilMs)

    internal override fun write(output: Output) {
        output.string(1, id)
        output.string(2, kind)
        output.string(3, text)
        output.double(4, removedMs)
        output.double(5, untilMs)
        output.unknown(unknownFields)
    }

    companion object Type : MessageType<Removed>() {
        internal override fun read(input: Input): Removed {
            var id: String = ""
            var kind: String = ""
            var text: String = ""
            var removedMs: Double = 0.0
            var untilMs: Double = 0.0
            while (true) when (input.next()) {
                0 -> return Removed(
                    id, kind, text, removedMs, untilMs, input.unknown())
                10 -> id = input.string()
                18 -> kind = input.string()
                26 -> text = input.string()
                33 -> removedMs = input.double()
                41 -> untilMs = input.double()
                else -> input.keep()
            }
        }
    }
}
