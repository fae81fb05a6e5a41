// Made by proto/generator/kotlin_values.py of kith/api/v1/api.proto; not to be changed by hand.
package org.kith.api

import org.kith.internal.Input
import org.kith.internal.Output

data class Empty(
    override val unknownFields: UnknownFields = UnknownFields.NONE
) : Message() {

    internal override fun write(output: Output) {
        output.unknown(unknownFields)
    }

    companion object Type : MessageType<Empty>() {
        internal override fun read(input: Input): Empty {
            while (input.next() != 0) input.keep()
            return Empty(input.unknown())
        }
    }
}
