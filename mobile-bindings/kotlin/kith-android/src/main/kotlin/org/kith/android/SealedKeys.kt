package org.kith.android

import android.security.keystore.KeyGenParameterSpec
import android.security.keystore.KeyProperties
import java.io.File
import java.io.IOException
import java.security.GeneralSecurityException
import java.security.KeyStore
import java.security.ProviderException
import java.security.UnrecoverableKeyException
import javax.crypto.AEADBadTagException
import javax.crypto.Cipher
import javax.crypto.KeyGenerator
import javax.crypto.SecretKey
import javax.crypto.spec.GCMParameterSpec
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.withContext
import org.kith.Secret

/**
 * Keys in files, each sealed by a key of the Android Keystore of its own. What the Keystore has lost is forgotten and
 * is null from then on; with `patient`, only what it says is lost for good: another failure is null for this time.
 *
 * Threads: any.
 * Owns:    the files NAME.`ending` of `folder`, and the Keystore's keys `prefix`NAME.
 * Errors:  IOException where a file cannot be written; what `allowed` throws. Unproven: it compiles against stubs.
 */
internal class SealedKeys(
    private val folder: File,
    private val ending: String,
    private val prefix: String,
    private val patient: Boolean = false
) {
    /** `allowed` gives the cipher when it may be used. */
    suspend fun load(vault: String, allowed: suspend (Cipher) -> Cipher): Secret? {
        val sealed = read(vault) ?: return null
        try {
            val key = keystore().getKey(prefix + vault, null) ?: throw UnrecoverableKeyException("the Keystore has no key")
            val iv = GCMParameterSpec(TAG_BITS, sealed, 0, IV_BYTES)
            val cipher = Cipher.getInstance(CIPHER).apply { init(Cipher.DECRYPT_MODE, key, iv) }
            return Secret.take(allowed(cipher).doFinal(sealed, IV_BYTES, sealed.size - IV_BYTES))
        } catch (gone: GeneralSecurityException) {
            if (!patient || isForGood(gone)) remove(vault)
        } catch (failed: ProviderException) { // what the Keystore of some phones throws now and then
            if (!patient) remove(vault)
        }
        return null
    }

    private fun isForGood(error: GeneralSecurityException) =
        error is UnrecoverableKeyException || error is AEADBadTagException

    suspend fun save(
        vault: String,
        key: Secret,
        asks: (KeyGenParameterSpec.Builder) -> KeyGenParameterSpec.Builder,
        allowed: suspend (Cipher) -> Cipher
    ) {
        remove(vault)
        val cipher = Cipher.getInstance(CIPHER).apply { init(Cipher.ENCRYPT_MODE, newKey(vault, asks)) }
        val plain = key.copy()
        try {
            val free = allowed(cipher)
            write(vault, free.iv + free.doFinal(plain))
        } finally {
            plain.fill(0)
        }
    }

    suspend fun remove(vault: String) {
        withContext(Dispatchers.IO) {
            file(vault).delete()
            try {
                keystore().deleteEntry(prefix + vault)
            } catch (lost: GeneralSecurityException) {
                // A Keystore that fails here holds a key that seals nothing any more.
            }
        }
    }

    private fun keystore(): KeyStore = KeyStore.getInstance(KEYSTORE).apply { load(null) }

    private fun newKey(vault: String, asks: (KeyGenParameterSpec.Builder) -> KeyGenParameterSpec.Builder): SecretKey {
        val wanted = KeyGenParameterSpec.Builder(
            prefix + vault, KeyProperties.PURPOSE_ENCRYPT or KeyProperties.PURPOSE_DECRYPT
        )
            .setBlockModes(KeyProperties.BLOCK_MODE_GCM)
            .setEncryptionPaddings(KeyProperties.ENCRYPTION_PADDING_NONE)
            .setKeySize(KEY_BITS)
        return KeyGenerator.getInstance(KeyProperties.KEY_ALGORITHM_AES, KEYSTORE)
            .apply { init(asks(wanted).build()) }
            .generateKey()
    }

    private suspend fun read(vault: String): ByteArray? = withContext(Dispatchers.IO) {
        try {
            file(vault).readBytes().takeIf { it.size > IV_BYTES }
        } catch (absent: IOException) {
            null
        }
    }

    /** Whole or not at all: a file that is half written would be a key that is lost. */
    private suspend fun write(vault: String, sealed: ByteArray) = withContext(Dispatchers.IO) {
        val next = File(folder, "$vault.$ending.new")
        next.writeBytes(sealed)
        if (!next.renameTo(file(vault))) throw IOException("the sealed key cannot be put in its place")
    }

    private fun file(vault: String) = File(folder, "$vault.$ending")

    private companion object {
        const val KEYSTORE = "AndroidKeyStore"
        const val CIPHER = "AES/GCM/NoPadding"
        const val KEY_BITS = 256
        const val TAG_BITS = 128
        const val IV_BYTES = 12
    }
}
