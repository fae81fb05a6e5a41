// Made by proto/generator/kotlin_values.py of kith/api/v1/methods.proto; not to be changed by hand.
package org.kith.api

import org.kith.internal.Door

/** What was removed in the last thirty days. */
class BinMethods internal constructor(private val door: Door) {
    suspend fun list(): RemovedList = door.call(601, Empty(), RemovedList.Type)

    suspend fun restore(request: IdRequest): Changed = door.call(602, request, Changed.Type)
    suspend fun restore(id: String = ""): Changed = door.call(602, IdRequest(id), Changed.Type)

    suspend fun empty(): Empty = door.call(603, Empty(), Empty.Type)
}
