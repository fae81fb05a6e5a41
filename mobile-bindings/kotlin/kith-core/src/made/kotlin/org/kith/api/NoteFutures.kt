// Made by proto/generator/kotlin_values.py of kith/api/v1/methods.proto; not to be changed by hand.
package org.kith.api

import java.util.concurrent.CompletableFuture
import org.kith.internal.Door

/** Notes, private or about a pair. */
class NoteFutures internal constructor(private val door: Door) {
    fun add(request: NoteAddRequest): CompletableFuture<Changed> = door.future(101, request, Changed.Type)

    fun list(request: ListRequest): CompletableFuture<NoteList> = door.future(102, request, NoteList.Type)

    fun show(request: IdRequest): CompletableFuture<Note> = door.future(103, request, Note.Type)

    fun edit(request: NoteEditRequest): CompletableFuture<Changed> = door.future(104, request, Changed.Type)

    fun remove(request: IdRequest): CompletableFuture<Changed> = door.future(105, request, Changed.Type)
}
