// Made by proto/generator/kotlin_values.py of kith/api/v1/api.proto; not to be changed by hand.
package org.kith.api

import org.kith.internal.Input
import org.kith.internal.Output

data class VersionResult(
    val version: String = "",
    override val unknownFields: UnknownFields = UnknownFields.NONE
) : Message() {
    fun withVersion(version: String): VersionResult = copy(version = version)

    internal override fun write(output: Output) {
        output.string(1, version)
        output.unknown(unknownFields)
    }

    companion object Type : MessageType<VersionResult>() {
        internal override fun read(input: Input): VersionResult {
            var version: String = ""
            while (true) when (input.next()) {
                0 -> return VersionResult(
                    version, input.unknown())
                10 -> version = input.string()
                else -> input.keep()
            }
        }
    }
}
