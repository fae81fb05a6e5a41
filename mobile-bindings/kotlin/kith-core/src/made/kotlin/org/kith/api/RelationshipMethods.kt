// Made by proto/generator/kotlin_values.py of kith/api/v1/methods.proto; not to be changed by hand.
package org.kith.api

import org.kith.internal.Door

/** What somebody is to me. */
class RelationshipMethods internal constructor(private val door: Door) {
    suspend fun set(request: RelationshipSetRequest): Changed = door.call(61, request, Changed.Type)
    suspend fun set(
        person: String = "", kind: String = "", since: String? = null, fields: List<FactField> = emptyList()
    ): Changed =
        door.call(61, RelationshipSetRequest(person, kind, since, fields), Changed.Type)

    suspend fun show(request: PersonRequest): Relationship = door.call(62, request, Relationship.Type)
    /** A name, a unique beginning of one, or an id. */
    suspend fun show(person: String = ""): Relationship = door.call(62, PersonRequest(person), Relationship.Type)
}
