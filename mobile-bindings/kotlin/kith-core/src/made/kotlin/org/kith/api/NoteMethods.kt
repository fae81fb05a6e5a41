// Made by proto/generator/kotlin_values.py of kith/api/v1/methods.proto; not to be changed by hand.
package org.kith.api

import org.kith.internal.Door

/** Notes, private or about a pair. */
class NoteMethods internal constructor(private val door: Door) {
    suspend fun add(request: NoteAddRequest): Changed = door.call(101, request, Changed.Type)
    suspend fun add(text: String = "", about: String = ""): Changed =
        door.call(101, NoteAddRequest(text, about), Changed.Type)

    suspend fun list(request: ListRequest): NoteList = door.call(102, request, NoteList.Type)
    /** `with` empty: everybody. `limit` 0: all; only lists of notes and conversations look at it. */
    suspend fun list(with: String = "", limit: Long = 0): NoteList =
        door.call(102, ListRequest(with, limit), NoteList.Type)

    suspend fun show(request: IdRequest): Note = door.call(103, request, Note.Type)
    suspend fun show(id: String = ""): Note = door.call(103, IdRequest(id), Note.Type)

    suspend fun edit(request: NoteEditRequest): Changed = door.call(104, request, Changed.Type)
    suspend fun edit(id: String = "", text: String? = null, about: String? = null): Changed =
        door.call(104, NoteEditRequest(id, text, about), Changed.Type)

    suspend fun remove(request: IdRequest): Changed = door.call(105, request, Changed.Type)
    suspend fun remove(id: String = ""): Changed = door.call(105, IdRequest(id), Changed.Type)
}
