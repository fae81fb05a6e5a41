// Made by proto/generator/kotlin_values.py of kith/api/v1/api.proto; not to be changed by hand.
package org.kith.api

import org.kith.internal.Input
import org.kith.internal.Output

/** What makes sense now, without counting anything: as quick with a long history as with none. */
data class NextStep(
    val name: String = "",
    /** `next` in the words of the face that shows it; the engine leaves it empty */
    val nextStep: String = "",
    val next: List<Next> = emptyList(),
    override val unknownFields: UnknownFields = UnknownFields.NONE
) : Message() {
    fun withName(name: String): NextStep = copy(name = name)
    fun withNextStep(nextStep: String): NextStep = copy(nextStep = nextStep)
    fun withNext(next: List<Next>): NextStep = copy(next = next)

    internal override fun write(output: Output) {
        output.string(1, name)
        output.string(2, nextStep)
        output.messages(3, next)
        output.unknown(unknownFields)
    }

    companion object Type : MessageType<NextStep>() {
        internal override fun read(input: Input): NextStep {
            var name: String = ""
            var nextStep: String = ""
            var next: List<Next> = emptyList()
            while (true) when (input.next()) {
                0 -> return NextStep(
                    name, nextStep, next, input.unknown())
                10 -> name = input.string()
                18 -> nextStep = input.string()
                26 -> next = input.added(next, input.message(null, Next.Type))
                else -> input.keep()
            }
        }
    }
}
