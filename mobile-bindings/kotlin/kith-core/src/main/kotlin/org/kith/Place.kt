package org.kith

import java.io.File

/**
 * Where a vault is, and what this device keeps beside it. On a phone the folder stands in the app's own storage and
 * nowhere that another app sees.
 */
data class Place(
    /** Made by create and restore. */
    val folder: File,
    /**
     * A folder apart from the vault that no backup of the device takes along: noBackupFilesDir on Android. It remembers
     * how far the vault had come, so that one that was put back is noticed. Null: nobody notices.
     */
    val counterFolder: File? = null,
    /** A try at the passphrase costs 64 MiB of memory and not 256: for small phones. Looked at when a vault is made. */
    val smallMemory: Boolean = false,
    /** Opens a vault that was put back as it was before; it goes on under new keys. */
    val acceptRolledBack: Boolean = false
) {
    constructor(folder: File) : this(folder, null)

    fun withCounterFolder(counterFolder: File?): Place = copy(counterFolder = counterFolder)
    fun withSmallMemory(smallMemory: Boolean): Place = copy(smallMemory = smallMemory)
    fun withAcceptRolledBack(acceptRolledBack: Boolean): Place = copy(acceptRolledBack = acceptRolledBack)
}
