// Made by proto/generator/kotlin_values.py of kith/api/v1/methods.proto; not to be changed by hand.
package org.kith.api

import org.kith.internal.Door

/** The developmental network as a whole. */
class NetworkMethods internal constructor(private val door: Door) {
    suspend fun show(request: NetworkRequest): NetworkReply = door.call(381, request, NetworkReply.Type)
    suspend fun show(cuts: Cuts? = null): NetworkReply = door.call(381, NetworkRequest(cuts), NetworkReply.Type)

    suspend fun functions(): FunctionsReply = door.call(382, Empty(), FunctionsReply.Type)
}
