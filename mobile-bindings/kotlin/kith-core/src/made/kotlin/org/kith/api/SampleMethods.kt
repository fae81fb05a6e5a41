// Made by proto/generator/kotlin_values.py of kith/api/v1/methods.proto; not to be changed by hand.
package org.kith.api

import org.kith.internal.Door

/** Demonstration data. */
class SampleMethods internal constructor(private val door: Door) {
    suspend fun load(request: SampleRequest): SampleReply = door.call(581, request, SampleReply.Type)
    suspend fun load(set: String = ""): SampleReply = door.call(581, SampleRequest(set), SampleReply.Type)

    suspend fun show(request: SampleRequest): SampleReply = door.call(582, request, SampleReply.Type)
    suspend fun show(set: String = ""): SampleReply = door.call(582, SampleRequest(set), SampleReply.Type)

    suspend fun check(request: SampleRequest): SampleCheckReply = door.call(583, request, SampleCheckReply.Type)
    suspend fun check(set: String = ""): SampleCheckReply =
        door.call(583, SampleRequest(set), SampleCheckReply.Type)

    suspend fun remove(request: SampleRequest): Empty = door.call(584, request, Empty.Type)
    suspend fun remove(set: String = ""): Empty = door.call(584, SampleRequest(set), Empty.Type)
}
