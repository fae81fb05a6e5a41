// Made by proto/generator/kotlin_values.py of kith/api/v1/methods.proto; not to be changed by hand.
package org.kith.api

import org.kith.internal.Door

/** The people of a network. */
class PersonMethods internal constructor(private val door: Door) {
    suspend fun add(request: PersonAddRequest): Changed = door.call(41, request, Changed.Type)
    suspend fun add(name: String = ""): Changed = door.call(41, PersonAddRequest(name), Changed.Type)

    suspend fun import(request: PersonImportRequest): ImportReply = door.call(42, request, ImportReply.Type)
    /** @param pick names on the cards; "*" takes them all */
    suspend fun import(content: ByteArray = ByteArray(0), pick: List<String> = emptyList()): ImportReply =
        door.call(42, PersonImportRequest(content, pick), ImportReply.Type)

    suspend fun list(): PersonList = door.call(43, Empty(), PersonList.Type)

    suspend fun show(request: PersonRequest): Person = door.call(44, request, Person.Type)
    /** A name, a unique beginning of one, or an id. */
    suspend fun show(person: String = ""): Person = door.call(44, PersonRequest(person), Person.Type)

    suspend fun edit(request: PersonEditRequest): Changed = door.call(45, request, Changed.Type)
    /** What is absent stays; an empty text or list clears. */
    suspend fun edit(
        person: String = "", name: String? = null, setEmails: Boolean = false, emails: List<String> = emptyList(),
        setPhones: Boolean = false, phones: List<String> = emptyList(), organization: String? = null,
        note: String? = null, birthday: String? = null, fields: List<FactField> = emptyList()
    ): Changed =
        door.call(45, PersonEditRequest(person, name, setEmails, emails, setPhones, phones, organization, note,
            birthday, fields), Changed.Type)

    suspend fun remove(request: PersonRequest): Changed = door.call(46, request, Changed.Type)
    /** A name, a unique beginning of one, or an id. */
    suspend fun remove(person: String = ""): Changed = door.call(46, PersonRequest(person), Changed.Type)

    suspend fun merge(request: MergeRequest): Merged = door.call(47, request, Merged.Type)
    suspend fun merge(keep: String = "", other: String = ""): Merged =
        door.call(47, MergeRequest(keep, other), Merged.Type)

    suspend fun merges(): MergedList = door.call(48, Empty(), MergedList.Type)

    suspend fun unmerge(request: IdRequest): Changed = door.call(49, request, Changed.Type)
    suspend fun unmerge(id: String = ""): Changed = door.call(49, IdRequest(id), Changed.Type)
}
