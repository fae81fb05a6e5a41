package org.kith.sample

import org.kith.api.Next
import org.kith.api.Next.Step

/**
 * A next step of the engine as a button: what it says, and which screen of this app it opens. The engine says what can
 * be done as a number with values; the words are the app's.
 */
data class StepButton(
    val title: String,
    val place: Place,
    /** A name or an id, where the step means somebody or something. */
    val value: String
) {
    /** The screens of this app. */
    enum class Place { PEOPLE, LOG, PAIRS, CHOICES, SYNC }
}

/** Null for what this app has no screen for, and for steps that are newer than it is. */
fun Next.button(): StepButton? {
    val value = values.firstOrNull() ?: ""
    val (place, title) = buttonOf(step, value.ifEmpty { "somebody" }) ?: return null
    return StepButton(title, place, value)
}

private fun buttonOf(step: Step, whom: String): Pair<StepButton.Place, String>? = when (step) {
    Step.PERSON_ADD -> StepButton.Place.PEOPLE to "Add a person"
    Step.RELATIONSHIP_SET -> StepButton.Place.PEOPLE to "Say who $whom is to you"
    Step.OUTCOME_CLEAR -> StepButton.Place.PEOPLE to "Change what became of it"
    Step.SINCE_SET -> StepButton.Place.PEOPLE to "Say since when"
    Step.LOG_ADD -> StepButton.Place.LOG to "Note a conversation"
    Step.LOG_LIST -> StepButton.Place.LOG to "See your conversations"
    Step.SHARED_LIST -> StepButton.Place.LOG to "See what is shared"
    Step.PAIR_INVITE -> StepButton.Place.PAIRS to "Invite $whom"
    Step.PAIR_LIST -> StepButton.Place.PAIRS to "See your pairs"
    Step.PAIR_CONFIRM -> StepButton.Place.PAIRS to "Compare the digits"
    Step.PAIR_END -> StepButton.Place.PAIRS to "End it with $whom"
    Step.CONFLICT_LIST -> StepButton.Place.CHOICES to "See what was written twice"
    Step.SYNC -> StepButton.Place.SYNC to "Sync now"
    Step.RELAY_NAME, Step.RELAY_MOVE -> StepButton.Place.SYNC to "Name your relay"
    Step.RELAY_FOLLOW -> StepButton.Place.SYNC to "Go where $whom went"
    Step.ALARM_LIST, Step.ALARM_SHOW -> StepButton.Place.SYNC to "See what was noticed"
    Step.ALARM_HEAL -> StepButton.Place.SYNC to "Set it right"
    Step.VAULT_RENEW -> StepButton.Place.SYNC to "Go on under new keys"
    else -> null
}
