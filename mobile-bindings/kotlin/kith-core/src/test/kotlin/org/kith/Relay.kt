package org.kith

import java.io.Closeable
import java.io.File

/** A real kith-relay over a folder; it can be stopped and begun again at the same address. */
class Relay(private val folder: File) : Closeable {
    private var process: Process? = null
    var address = "127.0.0.1:0"
        private set

    val certificate: String get() = File(folder, "ca.pem").readText()

    fun start(): Relay {
        val begun = ProcessBuilder(System.getProperty("kith.relay"), "--dev", "--data", folder.path, "--listen", address)
            .redirectError(File(folder.path + ".log")).start()
        process = begun
        val line = begun.inputStream.bufferedReader().readLine() ?: ""
        check(line.startsWith(SERVES)) { "kith-relay says $line" }
        address = line.removePrefix(SERVES)
        return this
    }

    /** Gone without a word; what it was told is in its folder. */
    fun stop() {
        process?.destroyForcibly()?.waitFor()
        process = null
    }

    /** REQUIRES: stopped. The socket of its operator is nothing that can be copied. */
    fun keep(copy: File) {
        File(folder, "control.sock").delete()
        folder.copyRecursively(copy)
    }

    /** REQUIRES: stopped. */
    fun putBack(copy: File) {
        folder.deleteRecursively()
        copy.copyRecursively(folder)
    }

    override fun close() = stop()

    private companion object {
        const val SERVES = "kith-relay: serving "
    }
}
