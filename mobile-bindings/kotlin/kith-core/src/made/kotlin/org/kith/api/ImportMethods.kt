// Made by proto/generator/kotlin_values.py of kith/api/v1/methods.proto; not to be changed by hand.
package org.kith.api

import org.kith.internal.Door

/** Files of other programs. */
class ImportMethods internal constructor(private val door: Door) {
    suspend fun table(request: ImportRequest): ImportReply = door.call(621, request, ImportReply.Type)
    /**
     * @param mapping of a table: "name=Full Name"
     * @param pick names; "*" takes them all
     * @param dates of a table: day-first, month-first; empty: as its other dates tell
     */
    suspend fun table(
        content: ByteArray = ByteArray(0), mapping: List<String> = emptyList(), pick: List<String> = emptyList(),
        dates: String = ""
    ): ImportReply =
        door.call(621, ImportRequest(content, mapping, pick, dates), ImportReply.Type)

    suspend fun monica(request: ImportRequest): ImportReply = door.call(622, request, ImportReply.Type)
    /**
     * @param mapping of a table: "name=Full Name"
     * @param pick names; "*" takes them all
     * @param dates of a table: day-first, month-first; empty: as its other dates tell
     */
    suspend fun monica(
        content: ByteArray = ByteArray(0), mapping: List<String> = emptyList(), pick: List<String> = emptyList(),
        dates: String = ""
    ): ImportReply =
        door.call(622, ImportRequest(content, mapping, pick, dates), ImportReply.Type)
}
