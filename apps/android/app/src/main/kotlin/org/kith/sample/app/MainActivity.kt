package org.kith.sample.app

import android.os.Bundle
import androidx.activity.compose.setContent
import androidx.biometric.BiometricPrompt
import androidx.compose.material3.MaterialTheme
import androidx.compose.runtime.collectAsState
import androidx.compose.runtime.getValue
import androidx.fragment.app.FragmentActivity
import org.kith.android.KeystoreKeyStore

/** The door, or behind it the screens. A FragmentActivity, because the prompt for a finger wants one. */
class MainActivity : FragmentActivity() {
    override fun onCreate(state: Bundle?) {
        super.onCreate(state)
        val door = (application as SampleApplication).door
        val prompt = BiometricPrompt.PromptInfo.Builder()
            .setTitle("Open your vault").setNegativeButtonText("Use the passphrase").build()
        val keys = KeystoreKeyStore(noBackupFilesDir, this, mainExecutor, prompt)
        setContent {
            val vault by door.vault.collectAsState()
            MaterialTheme {
                val open = vault
                if (open == null) DoorView(door, keys) else Screens(open, door, keys)
            }
        }
    }
}
