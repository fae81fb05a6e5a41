package org.kith.android

import android.security.keystore.KeyGenParameterSpec
import android.security.keystore.KeyProperties
import androidx.biometric.BiometricPrompt
import androidx.fragment.app.FragmentActivity
import java.io.File
import java.io.IOException
import java.security.GeneralSecurityException
import java.security.KeyStore
import java.security.ProviderException
import java.security.UnrecoverableKeyException
import java.util.concurrent.Executor
import javax.crypto.Cipher
import javax.crypto.KeyGenerator
import javax.crypto.SecretKey
import javax.crypto.spec.GCMParameterSpec
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
    private val folder: File,
    private val activity: FragmentActivity,
    private val main: Executor,
    private val prompt: BiometricPrompt.PromptInfo
) : DeviceKeyStore {
    override suspend fun load(vault: String): Secret? {
        val sealed = readSealed(vault) ?: return null
        try {
            return opened(vault, sealed)
        } catch (gone: GeneralSecurityException) {
            remove(vault)
        } catch (failed: ProviderException) { // what the Keystore of some phones throws now and then
            remove(vault)
        }
        return null
    }

    private suspend fun opened(vault: String, sealed: ByteArray): Secret {
        val key = keystore().getKey(alias(vault), null) ?: throw UnrecoverableKeyException("the Keystore has no key")
        val iv = GCMParameterSpec(TAG_BITS, sealed, 0, IV_BYTES)
        val cipher = Cipher.getInstance(CIPHER).apply { init(Cipher.DECRYPT_MODE, key, iv) }
        return Secret.take(shown(cipher).doFinal(sealed, IV_BYTES, sealed.size - IV_BYTES))
    }

    override suspend fun save(vault: String, key: Secret) {
        remove(vault)
        val cipher = Cipher.getInstance(CIPHER).apply { init(Cipher.ENCRYPT_MODE, newKeystoreKey(vault)) }
        val plain = key.copy()
        try {
            val allowed = shown(cipher)
            writeSealed(vault, allowed.iv + allowed.doFinal(plain))
        } finally {
            plain.fill(0)
        }
    }

    override suspend fun remove(vault: String) {
        withContext(Dispatchers.IO) {
            file(vault).delete()
            try {
                keystore().deleteEntry(alias(vault))
            } catch (lost: GeneralSecurityException) {
                // A Keystore that fails here holds a key that seals nothing any more.
            }
        }
    }

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

    private fun keystore(): KeyStore = KeyStore.getInstance(KEYSTORE).apply { load(null) }

    private fun newKeystoreKey(vault: String): SecretKey {
        val wanted = KeyGenParameterSpec.Builder(
            alias(vault), KeyProperties.PURPOSE_ENCRYPT or KeyProperties.PURPOSE_DECRYPT
        )
            .setBlockModes(KeyProperties.BLOCK_MODE_GCM)
            .setEncryptionPaddings(KeyProperties.ENCRYPTION_PADDING_NONE)
            .setKeySize(KEY_BITS)
            .setUserAuthenticationRequired(true)
            .setInvalidatedByBiometricEnrollment(true)
            .build()
        return KeyGenerator.getInstance(KeyProperties.KEY_ALGORITHM_AES, KEYSTORE).apply { init(wanted) }.generateKey()
    }

    private suspend fun readSealed(vault: String): ByteArray? = withContext(Dispatchers.IO) {
        try {
            file(vault).readBytes().takeIf { it.size > IV_BYTES }
        } catch (absent: IOException) {
            null
        }
    }

    /** Whole or not at all: a file that is half written would be a key that is lost. */
    private suspend fun writeSealed(vault: String, sealed: ByteArray) = withContext(Dispatchers.IO) {
        val next = File(folder, "$vault.key.new")
        next.writeBytes(sealed)
        if (!next.renameTo(file(vault))) throw IOException("the sealed key cannot be put in its place")
    }

    private fun file(vault: String) = File(folder, "$vault.key")
    private fun alias(vault: String) = "org.kith.$vault"

    private companion object {
        const val KEYSTORE = "AndroidKeyStore"
        const val CIPHER = "AES/GCM/NoPadding"
        const val KEY_BITS = 256
        const val TAG_BITS = 128
        const val IV_BYTES = 12
    }
}
