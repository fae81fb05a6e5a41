// Made by proto/generator/kotlin_values.py of kith/api/v1/methods.proto; not to be changed by hand.
package org.kith.api

import org.kith.internal.Door

/** The five steps, a question at a time. */
class ReviewMethods internal constructor(private val door: Door) {
    suspend fun list(): ReviewList = door.call(481, Empty(), ReviewList.Type)

    suspend fun show(request: ReviewRequest): ReviewReply = door.call(482, request, ReviewReply.Type)
    /**
     * @param make What the answer is made into at once: goal, need, candidate or note; empty: nothing.
     * @param fields of what is made
     */
    suspend fun show(
        step: String = "", answer: String = "", question: Long = 0, make: String = "",
        fields: List<FactField> = emptyList()
    ): ReviewReply =
        door.call(482, ReviewRequest(step, answer, question, make, fields), ReviewReply.Type)

    suspend fun answer(request: ReviewRequest): ReviewReply = door.call(483, request, ReviewReply.Type)
    /**
     * @param make What the answer is made into at once: goal, need, candidate or note; empty: nothing.
     * @param fields of what is made
     */
    suspend fun answer(
        step: String = "", answer: String = "", question: Long = 0, make: String = "",
        fields: List<FactField> = emptyList()
    ): ReviewReply =
        door.call(483, ReviewRequest(step, answer, question, make, fields), ReviewReply.Type)

    suspend fun finish(request: ReviewRequest): Changed = door.call(484, request, Changed.Type)
    /**
     * @param make What the answer is made into at once: goal, need, candidate or note; empty: nothing.
     * @param fields of what is made
     */
    suspend fun finish(
        step: String = "", answer: String = "", question: Long = 0, make: String = "",
        fields: List<FactField> = emptyList()
    ): Changed =
        door.call(484, ReviewRequest(step, answer, question, make, fields), Changed.Type)
}
