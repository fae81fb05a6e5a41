// Made by proto/generator/kotlin_values.py of kith/api/v1/methods.proto; not to be changed by hand.
package org.kith.api

import java.util.concurrent.CompletableFuture
import org.kith.internal.Door

/** Demonstration data. */
class SampleFutures internal constructor(private val door: Door) {
    fun load(request: SampleRequest): CompletableFuture<SampleReply> = door.future(581, request, SampleReply.Type)

    fun show(request: SampleRequest): CompletableFuture<SampleReply> = door.future(582, request, SampleReply.Type)

    fun check(request: SampleRequest): CompletableFuture<SampleCheckReply> =
        door.future(583, request, SampleCheckReply.Type)

    fun remove(request: SampleRequest): CompletableFuture<Empty> = door.future(584, request, Empty.Type)
}
