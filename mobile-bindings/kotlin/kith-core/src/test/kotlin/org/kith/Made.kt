package org.kith

import org.kith.api.Alarm
import org.kith.api.Message
import org.kith.api.MessageType

/** The type of a message by the name that the .proto gives it: Next, Person ... */
fun typeNamed(name: String): MessageType<out Message> =
    Class.forName("org.kith.api.$name").getField("Type").get(null) as MessageType<*>

/** One line of tests/bindings/golden.txt: what is done with it, the name, the bytes, and those that are written. */
class Golden(val kind: String, val name: String, val told: ByteArray, val written: ByteArray)

fun golden(text: String): List<Golden> = text.lines().filter { it.isNotBlank() && !it.startsWith("#") }.map { line ->
    val (kind, name, rest) = line.split(" ", limit = 3)
    val sides = rest.split("->").map { bytesOf(it) }
    Golden(kind, name, sides.first(), sides.last())
}

fun bytesOf(hex: String): ByteArray =
    hex.filterNot { it.isWhitespace() }.chunked(2).map { it.toInt(16).toByte() }.toByteArray()

fun hexOf(bytes: ByteArray): String = bytes.joinToString("") { "%02x".format(it) }

/** The bytes of a message that stands in itself `depth` times, in a field that nobody knows. */
fun groups(depth: Int): ByteArray = bytesOf("a306".repeat(depth) + "a406".repeat(depth))

internal val EVERY_ALARM_FIELD = Alarm(position = -0.0, more = 300, evidenceBytes = listOf(1, 300, 4294967295),
    stopsSpace = true, wantsPassphrase = true)
