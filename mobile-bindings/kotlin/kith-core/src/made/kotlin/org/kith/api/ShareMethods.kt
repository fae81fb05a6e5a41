// Made by proto/generator/kotlin_values.py of kith/api/v1/methods.proto; not to be changed by hand.
package org.kith.api

import org.kith.internal.Door

/** Passages that the partner may read. */
class ShareMethods internal constructor(private val door: Door) {
    suspend fun add(request: ShareRequest): Changed = door.call(201, request, Changed.Type)
    suspend fun add(id: String = "", with: String = "", passage: String = "", anyway: Boolean = false): Changed =
        door.call(201, ShareRequest(id, with, passage, anyway), Changed.Type)

    suspend fun withdraw(request: IdRequest): Changed = door.call(202, request, Changed.Type)
    suspend fun withdraw(id: String = ""): Changed = door.call(202, IdRequest(id), Changed.Type)

    suspend fun list(request: ListRequest): SharedList = door.call(203, request, SharedList.Type)
    /** `with` empty: everybody. `limit` 0: all; only lists of notes and conversations look at it. */
    suspend fun list(with: String = "", limit: Long = 0): SharedList =
        door.call(203, ListRequest(with, limit), SharedList.Type)

    suspend fun check(request: ShareCheckRequest): ShareCheckReply = door.call(204, request, ShareCheckReply.Type)
    suspend fun check(text: String = "", with: String = ""): ShareCheckReply =
        door.call(204, ShareCheckRequest(text, with), ShareCheckReply.Type)
}
