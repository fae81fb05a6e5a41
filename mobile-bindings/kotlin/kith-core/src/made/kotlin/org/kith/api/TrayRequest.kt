// Made by proto/generator/kotlin_values.py of kith/api/v1/api.proto; not to be changed by hand.
package org.kith.api

import org.kith.internal.Input
import org.kith.internal.Output

data class TrayRequest(
    val folder: String = "",
    override val unknownFields: UnknownFields = UnknownFields.NONE
) : Message() {
    fun withFolder(folder: String): TrayRequest = copy(folder = folder)

    internal override fun write(output: Output) {
        output.string(1, folder)
        output.unknown(unknownFields)
    }

    companion object Type : MessageType<TrayRequest>() {
        internal override fun read(input: Input): TrayRequest {
            var folder: String = ""
            while (true) when (input.next()) {
                0 -> return TrayRequest(
                    folder, input.unknown())
                10 -> folder = input.string()
                else -> input.keep()
            }
        }
    }
}
