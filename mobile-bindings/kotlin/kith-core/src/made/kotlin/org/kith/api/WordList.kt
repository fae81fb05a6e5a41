// Made by proto/generator/kotlin_values.py of kith/api/v1/api.proto; not to be changed by hand.
package org.kith.api

import org.kith.internal.Input
import org.kith.internal.Output

data class WordList(
    val name: String = "",
    val help: String = "",
    val items: List<Word> = emptyList(),
    override val unknownFields: UnknownFields = UnknownFields.NONE
) : Message() {
    fun withName(name: String): WordList = copy(name = name)
    fun withHelp(help: String): WordList = copy(help = help)
    fun withItems(items: List<Word>): WordList = copy(items = items)

    internal override fun write(output: Output) {
        output.string(1, name)
        output.string(2, help)
        output.messages(3, items)
        output.unknown(unknownFields)
    }

    companion object Type : MessageType<WordList>() {
        internal override fun read(input: Input): WordList {
            var name: String = ""
            var help: String = ""
            var items: List<Word> = emptyList()
            while (true) when (input.next()) {
                0 -> return WordList(
                    name, help, items, input.unknown())
                10 -> name = input.string()
                18 -> help = input.string()
                26 -> items = input.added(items, input.message(null, Word.Type))
                else -> input.keep()
            }
        }
    }
}
