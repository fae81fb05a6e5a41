@file:JvmName("Sentences")

package org.kith

import org.kith.api.Sentence

private val PLACE = Regex("""\{([0-9])}""")

/**
 * The sentence in another language. [catalogue] has its words by the ids of `proto/sentences/kith.pot`, with places as
 * there ("{1} von {0}"); what it lacks is said in English. From Java `Sentences.text(sentence, catalogue)`.
 */
@JvmName("text")
fun Sentence.text(catalogue: Map<String, String>): String {
    if (id.isEmpty()) return if (values.isEmpty()) english else values.joinToString(" ") { it.text(catalogue) }
    val words = catalogue[id] ?: return english
    // In one go: what stands in a value is no place.
    return PLACE.replace(words) { place -> values.getOrNull(place.groupValues[1].toInt())?.text(catalogue) ?: place.value }
}
