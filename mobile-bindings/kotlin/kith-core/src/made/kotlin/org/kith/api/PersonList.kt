// Made by proto/generator/kotlin_values.py of kith/api/v1/api.proto; not to be changed by hand.
package org.kith.api

import org.kith.internal.Input
import org.kith.internal.Output

data class PersonList(
    val items: List<Person> = emptyList(),
    override val unknownFields: UnknownFields = UnknownFields.NONE
) : Message() {
    fun withItems(items: List<Person>): PersonList = copy(items = items)

    internal override fun write(output: Output) {
        output.messages(1, items)
        output.unknown(unknownFields)
    }

    companion object Type : MessageType<PersonList>() {
        internal override fun read(input: Input): PersonList {
            var items: List<Person> = emptyList()
            while (true) when (input.next()) {
                0 -> return PersonList(
                    items, input.unknown())
                10 -> items = input.added(items, input.message(null, Person.Type))
                else -> input.keep()
            }
        }
    }
}
