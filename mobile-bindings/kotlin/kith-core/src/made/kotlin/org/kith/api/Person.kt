// Made by proto/generator/kotlin_values.py of kith/api/v1/api.proto; not to be changed by hand.
package org.kith.api

import org.kith.internal.Input
import org.kith.internal.Output

data class Person(
    val id: String = "",
    val name: String = "",
    val familyName: String = "",
    val givenName: String = "",
    val emails: List<String> = emptyList(),
    val phones: List<String> = emptyList(),
    val organization: String = "",
    val note: String = "",
    val birthday: String = "",
    /** what the person is to me: mentor, protege, peer; empty while unsaid */
    val kind: String = "",
    val since: String = "",
    /** properties of the card that are kept as written */
    val keptProperties: Long = 0,
    /** those properties; in an export only */
    val cardProperties: List<String> = emptyList(),
    /** what the dictionary has of a person */
    val fields: List<FactField> = emptyList(),
    /** what I want to offer; when one person is shown */
    val offers: List<String> = emptyList(),
    override val unknownFields: UnknownFields = UnknownFields.NONE
) : Message() {
    fun withId(id: String): Person = copy(id = id)
    fun withName(name: String): Person = copy(name = name)
    fun withFamilyName(familyName: String): Person = copy(familyName = familyName)
    fun withGivenName(givenName: String): Person = copy(givenName = givenName)
    fun withEmails(emails: List<String>): Person = copy(emails = emails)
    fun withPhones(phones: List<String>): Person = copy(phones = phones)
    fun withOrganization(organization: String): Person = copy(organization = organization)
    fun withNote(note: String): Person = copy(note = note)
    fun withBirthday(birthday: String): Person = copy(birthday = birthday)
    fun withKind(kind: String): Person = copy(kind = kind)
    fun withSince(since: String): Person = copy(since = since)
    fun withKeptProperties(keptProperties: Long): Person = copy(keptProperties = keptProperties)
    fun withCardProperties(cardProperties: List<String>): Person = copy(cardProperties = cardProperties)
    fun withFields(fields: List<FactField>): Person = copy(fields = fields)
    fun withOffers(offers: List<String>): Person = copy(offers = offers)

    internal override fun write(output: Output) {
        output.string(1, id)
        output.string(2, name)
        output.string(3, familyName)
        output.string(4, givenName)
        output.strings(5, emails)
        output.strings(6, phones)
        output.string(7, organization)
        output.string(8, note)
        output.string(9, birthday)
        output.string(10, kind)
        output.string(11, since)
        output.uint32(12, keptProperties)
        output.strings(13, cardProperties)
        output.messages(14, fields)
        output.strings(15, offers)
        output.unknown(unknownFields)
    }

    companion object Type : MessageType<Person>() {
        internal override fun read(input: Input): Person {
            var id: String = ""
            var name: String = ""
            var familyName: String = ""
            var givenName: String = ""
            var emails: List<String> = emptyList()
            var phones: List<String> = emptyList()
            var organization: String = ""
            var note: String = ""
            var birthday: String = ""
            var kind: String = ""
            var since: String = ""
            var keptProperties: Long = 0L
            var cardProperties: List<String> = emptyList()
            var fields: List<FactField> = emptyList()
            var offers: List<String> = emptyList()
            while (true) when (input.next()) {
                0 -> return Person(
                    id, name, familyName, givenName, emails, phones, organization, note, birthday, kind, since,
                    keptProperties, cardProperties, fields, offers, input.unknown())
                10 -> id = input.string()
                18 -> name = input.string()
                26 -> familyName = input.string()
                34 -> givenName = input.string()
                42 -> emails = input.added(emails, input.string())
                50 -> phones = input.added(phones, input.string())
                58 -> organization = input.string()
                66 -> note = input.string()
                74 -> birthday = input.string()
                82 -> kind = input.string()
                90 -> since = input.string()
                96 -> keptProperties = input.uint32()
                106 -> cardProperties = input.added(cardProperties, input.string())
                114 -> fields = input.added(fields, input.message(null, FactField.Type))
                122 -> offers = input.added(offers, input.string())
                else -> input.keep()
            }
        }
    }
}
