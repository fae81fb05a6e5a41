// Made by proto/generator/kotlin_values.py of kith/api/v1/api.proto; not to be changed by hand.
package org.kith.api

import org.kith.internal.Input
import org.kith.internal.Output

/** What is absent stays; an empty text or list clears. */
data class PersonEditRequest(
    val person: String = "",
    val name: String? = null,
    val setEmails: Boolean = false,
    val emails: List<String> = emptyList(),
    val setPhones: Boolean = false,
    val phones: List<String> = emptyList(),
    val organization: String? = null,
    val note: String? = null,
    val birthday: String? = null,
    val fields: List<FactField> = emptyList(),
    override val unknownFields: UnknownFields = UnknownFields.NONE
) : Message() {
    fun withPerson(person: String): PersonEditRequest = copy(person = person)
    fun withName(name: String?): PersonEditRequest = copy(name = name)
    fun withSetEmails(setEmails: Boolean): PersonEditRequest = copy(setEmails = setEmails)
    fun withEmails(emails: List<String>): PersonEditRequest = copy(emails = emails)
    fun withSetPhones(setPhones: Boolean): PersonEditRequest = copy(setPhones = setPhones)
    fun withPhones(phones: List<String>): PersonEditRequest = copy(phones = phones)
    fun withOrganization(organization: String?): PersonEditRequest = copy(organization = organization)
    fun withNote(note: String?): PersonEditRequest = copy(note = note)
    fun withBirthday(birthday: String?): PersonEditRequest = copy(birthday = birthday)
    fun withFields(fields: List<FactField>): PersonEditRequest = copy(fields = fields)

    internal override fun write(output: Output) {
        output.string(1, person)
        output.stringOrNull(2, name)
        output.bool(3, setEmails)
        output.strings(4, emails)
        output.bool(5, setPhones)
        output.strings(6, phones)
        output.stringOrNull(7, organization)
        output.stringOrNull(8, note)
        output.stringOrNull(9, birthday)
        output.messages(10, fields)
        output.unknown(unknownFields)
    }

    companion object Type : MessageType<PersonEditRequest>() {
        internal override fun read(input: Input): PersonEditRequest {
            var person: String = ""
            var name: String? = null
            var setEmails: Boolean = false
            var emails: List<String> = emptyList()
            var setPhones: Boolean = false
            var phones: List<String> = emptyList()
            var organization: String? = null
            var note: String? = null
            var birthday: String? = null
            var fields: List<FactField> = emptyList()
            while (true) when (input.next()) {
                0 -> return PersonEditRequest(
                    person, name, setEmails, emails, setPhones, phones, organization, note, birthday, fields,
                    input.unknown())
                10 -> person = input.string()
                18 -> name = input.string()
                24 -> setEmails = input.bool()
                34 -> emails = input.added(emails, input.string())
                40 -> setPhones = input.bool()
                50 -> phones = input.added(phones, input.string())
                58 -> organization = input.string()
                66 -> note = input.string()
                74 -> birthday = input.string()
                82 -> fields = input.added(fields, input.message(null, FactField.Type))
                else -> input.keep()
            }
        }
    }
}
