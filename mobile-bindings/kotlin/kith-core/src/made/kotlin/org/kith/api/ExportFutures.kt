// Made by proto/generator/kotlin_values.py of kith/api/v1/methods.proto; not to be changed by hand.
package org.kith.api

import java.util.concurrent.CompletableFuture
import org.kith.internal.Door

/** Files for other programs. */
class ExportFutures internal constructor(private val door: Door) {
    fun markdown(): CompletableFuture<TextOut> = door.future(641, Empty(), TextOut.Type)

    fun cards(request: CardsRequest): CompletableFuture<TextOut> = door.future(642, request, TextOut.Type)

    fun calendar(request: CalendarRequest): CompletableFuture<TextOut> = door.future(643, request, TextOut.Type)
}
