// Made by proto/generator/kotlin_values.py of kith/api/v1/methods.proto; not to be changed by hand.
package org.kith.api

import org.kith.internal.Door

/** Values that were written at the same time. */
class ConflictMethods internal constructor(private val door: Door) {
    suspend fun list(): ConflictList = door.call(221, Empty(), ConflictList.Type)

    suspend fun keep(request: IdRequest): Changed = door.call(222, request, Changed.Type)
    suspend fun keep(id: String = ""): Changed = door.call(222, IdRequest(id), Changed.Type)

    suspend fun dismiss(request: IdRequest): Changed = door.call(223, request, Changed.Type)
    suspend fun dismiss(id: String = ""): Changed = door.call(223, IdRequest(id), Changed.Type)
}
