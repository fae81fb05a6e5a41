// Made by proto/generator/kotlin_values.py of kith/api/v1/methods.proto; not to be changed by hand.
package org.kith.api

import java.util.concurrent.CompletableFuture
import org.kith.internal.Door

/** The developmental network as a whole. */
class NetworkFutures internal constructor(private val door: Door) {
    fun show(request: NetworkRequest): CompletableFuture<NetworkReply> =
        door.future(381, request, NetworkReply.Type)

    fun functions(): CompletableFuture<FunctionsReply> = door.future(382, Empty(), FunctionsReply.Type)
}
