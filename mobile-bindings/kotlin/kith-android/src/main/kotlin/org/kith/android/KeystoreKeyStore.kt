package org.kith.android

import androidx.biometric.BiometricPrompt
import androidx.fragment.app.FragmentActivity
import java.io.File
import java.util.concurrent.Executor
import javax.crypto.Cipher
import kotlin.coroutines.resume
import kotlin.coroutines.resumeWithException
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.suspendCancellableCoroutine
import kotlinx.coroutines.withContext
import org.kith.DeviceKeyStore
import org.kith.Secret

/** The person did not show a finger or a face; `code` is one of BiometricPrompt.ERROR_*. */
class BiometricRefused(val code: Int, message: String) : Exception(message)

/**
 * The key of this device, sealed by a key of the Android Keystore that works only after a strong biometric.
 *
 * The prompt carries the cipher: without that a prompt only says that somebody was there and protects nothing. A key
 * that the system took away (a new finger, a screen lock that was removed) or that the Keystore of this phone lost is
 * forgotten and is null from then on; it is never made anew behind the person's back.
 *
 * Threads: load and save are called from any; the prompt is shown on `main`.
 * Owns:    one file a vault in `folder`, which no backup takes along: context.noBackupFilesDir.
 * Errors:  BiometricRefused; IOException where the file cannot be written. Unproven: it compiles against stubs.
 */
class KeystoreKeyStore(
    folder: File,
    private val activity: FragmentActivity,
    private val main: Executor,
    private val prompt: BiometricPrompt.PromptInfo
) : DeviceKeyStore {
    private val sealed = SealedKeys(folder, "key", "org.kith.")

    override suspend fun load(vault: String): Secret? = sealed.load(vault) { shown(it) }

    override suspend fun save(vault: String, key: Secret) =
        sealed.save(vault, key, { it.setUserAuthenticationRequired(true).setInvalidatedByBiometricEnrollment(true) }) {
            shown(it)
        }

    override suspend fun remove(vault: String) = sealed.remove(vault)

    /** The cipher once the person has shown a finger or a face. */
    private suspend fun shown(cipher: Cipher): Cipher = withContext(Dispatchers.Main) {
        suspendCancellableCoroutine { waiting ->
            val answer = object : BiometricPrompt.AuthenticationCallback() {
                override fun onAuthenticationSucceeded(result: BiometricPrompt.AuthenticationResult) {
                    waiting.resume(result.cryptoObject?.cipher ?: cipher)
                }

                override fun onAuthenticationError(errorCode: Int, errString: CharSequence) {
                    waiting.resumeWithException(BiometricRefused(errorCode, errString.toString()))
                }
            }
            val dialog = BiometricPrompt(activity, main, answer)
            waiting.invokeOnCancellation { main.execute { dialog.cancelAuthentication() } }
            dialog.authenticate(prompt, BiometricPrompt.CryptoObject(cipher))
        }
    }
}
