// Made by proto/generator/kotlin_values.py of kith/api/v1/api.proto; not to be changed by hand.
package org.kith.api

import org.kith.internal.Input
import org.kith.internal.Output

data class KindDescription(
    val kind: String = "",
    val help: String = "",
    val example: String = "",
    val fields: List<FieldDescription> = emptyList(),
    override val unknownFields: UnknownFields = UnknownFields.NONE
) : Message() {
    fun withKind(kind: String): KindDescription = copy(kind = kind)
    fun withHelp(help: String): KindDescription = copy(help = help)
    fun withExample(example: String): KindDescription = copy(example = example)
    fun withFields(fields: List<FieldDescription>): KindDescription = copy(fields = fields)

    internal override fun write(output: Output) {
        output.string(1, kind)
        output.string(2, help)
        output.string(3, example)
        output.messages(4, fields)
        output.unknown(unknownFields)
    }

    companion object Type : MessageType<KindDescription>() {
        internal override fun read(input: Input): KindDescription {
            var kind: String = ""
            var help: String = ""
            var example: String = ""
            var fields: List<FieldDescription> = emptyList()
            while (true) when (input.next()) {
                0 -> return KindDescription(
                    kind, help, example, fields, input.unknown())
                10 -> kind = input.string()
                18 -> help = input.string()
                26 -> example = input.string()
                34 -> fields = input.added(fields, input.message(null, FieldDescription.Type))
                else -> input.keep()
            }
        }
    }
}
