// Made by proto/generator/kotlin_values.py of kith/api/v1/methods.proto; not to be changed by hand.
package org.kith.api

import java.util.concurrent.CompletableFuture
import org.kith.internal.Door

/** Files of other programs. */
class ImportFutures internal constructor(private val door: Door) {
    fun table(request: ImportRequest): CompletableFuture<ImportReply> = door.future(621, request, ImportReply.Type)

    fun monica(request: ImportRequest): CompletableFuture<ImportReply> = door.future(622, request, ImportReply.Type)
}
