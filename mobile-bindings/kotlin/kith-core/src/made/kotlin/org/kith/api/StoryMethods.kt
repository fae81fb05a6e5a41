// Made by proto/generator/kotlin_values.py of kith/api/v1/methods.proto; not to be changed by hand.
package org.kith.api

import org.kith.internal.Door

/** A relationship as I tell it. */
class StoryMethods internal constructor(private val door: Door) {
    suspend fun show(request: StoryRequest): StoryReply = door.call(501, request, StoryReply.Type)
    suspend fun show(
        person: String = "", part: Long = 0, answer: String = "", feelingsThen: List<String> = emptyList(),
        feelingsNow: List<String> = emptyList(), setFeelings: Boolean = false
    ): StoryReply =
        door.call(501, StoryRequest(person, part, answer, feelingsThen, feelingsNow, setFeelings), StoryReply.Type)

    suspend fun answer(request: StoryRequest): StoryReply = door.call(502, request, StoryReply.Type)
    suspend fun answer(
        person: String = "", part: Long = 0, answer: String = "", feelingsThen: List<String> = emptyList(),
        feelingsNow: List<String> = emptyList(), setFeelings: Boolean = false
    ): StoryReply =
        door.call(502, StoryRequest(person, part, answer, feelingsThen, feelingsNow, setFeelings), StoryReply.Type)

    suspend fun finish(request: StoryRequest): Changed = door.call(503, request, Changed.Type)
    suspend fun finish(
        person: String = "", part: Long = 0, answer: String = "", feelingsThen: List<String> = emptyList(),
        feelingsNow: List<String> = emptyList(), setFeelings: Boolean = false
    ): Changed =
        door.call(503, StoryRequest(person, part, answer, feelingsThen, feelingsNow, setFeelings), Changed.Type)

    suspend fun list(): StoryList = door.call(504, Empty(), StoryList.Type)

    suspend fun remove(request: IdRequest): Changed = door.call(505, request, Changed.Type)
    suspend fun remove(id: String = ""): Changed = door.call(505, IdRequest(id), Changed.Type)
}
