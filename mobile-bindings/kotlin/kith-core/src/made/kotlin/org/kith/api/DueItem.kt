// Made by proto/generator/kotlin_values.py of kith/api/v1/api.proto; not to be changed by hand.
package org.kith.api

import org.kith.internal.Input
import org.kith.internal.Output

data class DueItem(
    /** alarm, contact, birthday, action, meeting, circle, offer, event, compare, move, review */
    val what: String = "",
    /** of the action item, entry, alarm, circle, offer or event */
    val id: String = "",
    val person: String = "",
    val personId: String = "",
    val text: String = "",
    /** of an offer, when the talk is */
    val due: String = "",
    /** today, amber, red, overdue, soon, past, open, no_contact_yet */
    val state: String = "",
    val why: String = "",
    val next: List<Next> = emptyList(),
    val whySentence: Sentence? = null,
    override val unknownFields: UnknownFields = UnknownFields.NONE
) : Message() {
    fun withWhat(what: String): DueItem = copy(what = what)
    fun withId(id: String): DueItem = copy(id = id)
    fun withPerson(person: String): DueItem = copy(person = person)
    fun withPersonId(personId: String): DueItem = copy(personId = personId)
    fun withText(text: String): DueItem = copy(text = text)
    fun withDue(due: String): DueItem = copy(due = due)
    fun withState(state: String): DueItem = copy(state = state)
    fun withWhy(why: String): DueItem = copy(why = why)
    fun withNext(next: List<Next>): DueItem = copy(next = next)
    fun withWhySentence(whySentence: Sentence?): DueItem = copy(whySentence = whySentence)

    internal override fun write(output: Output) {
        output.string(1, what)
        output.string(2, id)
        output.string(3, person)
        output.string(4, personId)
        output.string(5, text)
        output.string(6, due)
        output.string(7, state)
        output.string(8, why)
        output.messages(9, next)
        output.messageOrNull(10, whySentence)
        output.unknown(unknownFields)
    }

    companion object Type : MessageType<DueItem>() {
        internal override fun read(input: Input): DueItem {
            var what: String = ""
            var id: String = ""
            var person: String = ""
            var personId: String = ""
            var text: String = ""
            var due: String = ""
            var state: String = ""
            var why: String = ""
            var next: List<Next> = emptyList()
            var whySentence: Sentence? = null
            while (true) when (input.next()) {
                0 -> return DueItem(
                    what, id, person, personId, text, due, state, why, next, whySentence, input.unknown())
                10 -> what = input.string()
                18 -> id = input.string()
                26 -> person = input.string()
                34 -> personId = input.string()
                42 -> text = input.string()
                50 -> due = input.string()
                58 -> state = input.string()
                66 -> why = input.string()
                74 -> next = input.added(next, input.message(null, Next.Type))
                82 -> whySentence = input.message(whySentence, Sentence.Type)
                else -> input.keep()
            }
        }
    }
}
