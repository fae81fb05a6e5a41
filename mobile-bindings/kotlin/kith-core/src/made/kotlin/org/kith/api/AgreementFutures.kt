// Made by proto/generator/kotlin_values.py of kith/api/v1/methods.proto; not to be changed by hand.
package org.kith.api

import java.util.concurrent.CompletableFuture
import org.kith.internal.Door

/** What a pair has agreed upon. */
class AgreementFutures internal constructor(private val door: Door) {
    fun set(request: AgreementRequest): CompletableFuture<Changed> = door.future(541, request, Changed.Type)

    fun show(request: ListRequest): CompletableFuture<Agreement> = door.future(542, request, Agreement.Type)
}
