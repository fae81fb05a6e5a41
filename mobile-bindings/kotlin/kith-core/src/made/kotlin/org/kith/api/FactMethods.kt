// Made by proto/generator/kotlin_values.py of kith/api/v1/methods.proto; not to be changed by hand.
package org.kith.api

import org.kith.internal.Door

/** What is noted of relationships by kinds: structure, turning points, marks, needs and others. */
class FactMethods internal constructor(private val door: Door) {
    suspend fun add(request: FactAddRequest): Changed = door.call(341, request, Changed.Type)
    suspend fun add(kind: String = "", fields: List<FactField> = emptyList()): Changed =
        door.call(341, FactAddRequest(kind, fields), Changed.Type)

    suspend fun edit(request: FactEditRequest): Changed = door.call(342, request, Changed.Type)
    suspend fun edit(kind: String = "", id: String = "", fields: List<FactField> = emptyList()): Changed =
        door.call(342, FactEditRequest(kind, id, fields), Changed.Type)

    suspend fun list(request: FactListRequest): FactList = door.call(343, request, FactList.Type)
    suspend fun list(kind: String = "", person: String = ""): FactList =
        door.call(343, FactListRequest(kind, person), FactList.Type)

    suspend fun show(request: FactIdRequest): Fact = door.call(344, request, Fact.Type)
    suspend fun show(kind: String = "", id: String = ""): Fact = door.call(344, FactIdRequest(kind, id), Fact.Type)

    suspend fun remove(request: FactIdRequest): Changed = door.call(345, request, Changed.Type)
    suspend fun remove(kind: String = "", id: String = ""): Changed =
        door.call(345, FactIdRequest(kind, id), Changed.Type)
}
