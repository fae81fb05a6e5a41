// Made by proto/generator/kotlin_values.py of kith/api/v1/methods.proto; not to be changed by hand.
package org.kith.api

import org.kith.internal.Door

/** Who of a pair does what until when. */
class ActionMethods internal constructor(private val door: Door) {
    suspend fun add(request: ActionAddRequest): Changed = door.call(161, request, Changed.Type)
    suspend fun add(
        text: String = "", with: String = "", owner: String = "", due: String = "", anyway: Boolean = false
    ): Changed =
        door.call(161, ActionAddRequest(text, with, owner, due, anyway), Changed.Type)

    suspend fun list(request: ListRequest): ActionList = door.call(162, request, ActionList.Type)
    /** `with` empty: everybody. `limit` 0: all; only lists of notes and conversations look at it. */
    suspend fun list(with: String = "", limit: Long = 0): ActionList =
        door.call(162, ListRequest(with, limit), ActionList.Type)

    suspend fun edit(request: ActionEditRequest): Changed = door.call(163, request, Changed.Type)
    suspend fun edit(
        id: String = "", text: String? = null, owner: String? = null, due: String? = null, anyway: Boolean = false
    ): Changed =
        door.call(163, ActionEditRequest(id, text, owner, due, anyway), Changed.Type)

    suspend fun done(request: IdRequest): Changed = door.call(164, request, Changed.Type)
    suspend fun done(id: String = ""): Changed = door.call(164, IdRequest(id), Changed.Type)

    suspend fun remove(request: IdRequest): Changed = door.call(165, request, Changed.Type)
    suspend fun remove(id: String = ""): Changed = door.call(165, IdRequest(id), Changed.Type)
}
