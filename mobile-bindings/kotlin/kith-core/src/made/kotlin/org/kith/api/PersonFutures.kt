// Made by proto/generator/kotlin_values.py of kith/api/v1/methods.proto; not to be changed by hand.
package org.kith.api

import java.util.concurrent.CompletableFuture
import org.kith.internal.Door

/** The people of a network. */
class PersonFutures internal constructor(private val door: Door) {
    fun add(request: PersonAddRequest): CompletableFuture<Changed> = door.future(41, request, Changed.Type)

    fun import_(request: PersonImportRequest): CompletableFuture<ImportReply> =
        door.future(42, request, ImportReply.Type)

    fun list(): CompletableFuture<PersonList> = door.future(43, Empty(), PersonList.Type)

    fun show(request: PersonRequest): CompletableFuture<Person> = door.future(44, request, Person.Type)

    fun edit(request: PersonEditRequest): CompletableFuture<Changed> = door.future(45, request, Changed.Type)

    fun remove(request: PersonRequest): CompletableFuture<Changed> = door.future(46, request, Changed.Type)

    fun merge(request: MergeRequest): CompletableFuture<Merged> = door.future(47, request, Merged.Type)

    fun merges(): CompletableFuture<MergedList> = door.future(48, Empty(), MergedList.Type)

    fun unmerge(request: IdRequest): CompletableFuture<Changed> = door.future(49, request, Changed.Type)
}
