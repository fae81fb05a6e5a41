// Made by proto/generator/kotlin_values.py of kith/api/v1/methods.proto; not to be changed by hand.
package org.kith.api

import org.kith.internal.Door

/** Conversations. */
class LogMethods internal constructor(private val door: Door) {
    suspend fun add(request: LogAddRequest): Changed = door.call(81, request, Changed.Type)
    /** @param functions "COAC:received:2" */
    suspend fun add(
        with: List<String> = emptyList(), `when`: String = "", medium: String = "",
        functions: List<String> = emptyList(), note: String = "", next: String = "",
        fields: List<FactField> = emptyList()
    ): Changed =
        door.call(81, LogAddRequest(with, `when`, medium, functions, note, next, fields), Changed.Type)

    suspend fun list(request: ListRequest): LogList = door.call(82, request, LogList.Type)
    /** `with` empty: everybody. `limit` 0: all; only lists of notes and conversations look at it. */
    suspend fun list(with: String = "", limit: Long = 0): LogList =
        door.call(82, ListRequest(with, limit), LogList.Type)

    suspend fun show(request: IdRequest): LogEntry = door.call(83, request, LogEntry.Type)
    suspend fun show(id: String = ""): LogEntry = door.call(83, IdRequest(id), LogEntry.Type)

    suspend fun edit(request: LogEditRequest): Changed = door.call(84, request, Changed.Type)
    /** @param with empty: stays */
    suspend fun edit(
        id: String = "", with: List<String> = emptyList(), `when`: String? = null, medium: String? = null,
        setFunctions: Boolean = false, functions: List<String> = emptyList(), note: String? = null,
        next: String? = null, fields: List<FactField> = emptyList()
    ): Changed =
        door.call(84, LogEditRequest(id, with, `when`, medium, setFunctions, functions, note, next, fields),
            Changed.Type)

    suspend fun remove(request: IdRequest): Changed = door.call(85, request, Changed.Type)
    suspend fun remove(id: String = ""): Changed = door.call(85, IdRequest(id), Changed.Type)
}
