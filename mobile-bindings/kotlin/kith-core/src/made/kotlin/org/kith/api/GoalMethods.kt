// Made by proto/generator/kotlin_values.py of kith/api/v1/methods.proto; not to be changed by hand.
package org.kith.api

import org.kith.internal.Door

/** Goals. */
class GoalMethods internal constructor(private val door: Door) {
    suspend fun add(request: GoalAddRequest): Changed = door.call(121, request, Changed.Type)
    suspend fun add(
        text: String = "", with: String = "", fields: List<FactField> = emptyList(), anyway: Boolean = false
    ): Changed =
        door.call(121, GoalAddRequest(text, with, fields, anyway), Changed.Type)

    suspend fun list(request: ListRequest): GoalList = door.call(122, request, GoalList.Type)
    /** `with` empty: everybody. `limit` 0: all; only lists of notes and conversations look at it. */
    suspend fun list(with: String = "", limit: Long = 0): GoalList =
        door.call(122, ListRequest(with, limit), GoalList.Type)

    suspend fun edit(request: GoalEditRequest): Changed = door.call(123, request, Changed.Type)
    /** @param text empty: stays */
    suspend fun edit(
        id: String = "", text: String = "", fields: List<FactField> = emptyList(), anyway: Boolean = false
    ): Changed =
        door.call(123, GoalEditRequest(id, text, fields, anyway), Changed.Type)

    suspend fun done(request: IdRequest): Changed = door.call(124, request, Changed.Type)
    suspend fun done(id: String = ""): Changed = door.call(124, IdRequest(id), Changed.Type)

    suspend fun remove(request: IdRequest): Changed = door.call(125, request, Changed.Type)
    suspend fun remove(id: String = ""): Changed = door.call(125, IdRequest(id), Changed.Type)
}
