// Made by proto/generator/kotlin_values.py of kith/api/v1/methods.proto; not to be changed by hand.
package org.kith.api

import java.util.concurrent.CompletableFuture
import org.kith.internal.Door

/** Conversations. */
class LogFutures internal constructor(private val door: Door) {
    fun add(request: LogAddRequest): CompletableFuture<Changed> = door.future(81, request, Changed.Type)

    fun list(request: ListRequest): CompletableFuture<LogList> = door.future(82, request, LogList.Type)

    fun show(request: IdRequest): CompletableFuture<LogEntry> = door.future(83, request, LogEntry.Type)

    fun edit(request: LogEditRequest): CompletableFuture<Changed> = door.future(84, request, Changed.Type)

    fun remove(request: IdRequest): CompletableFuture<Changed> = door.future(85, request, Changed.Type)
}
