package org.kith.sample

import kotlin.math.hypot
import org.kith.Vault
import org.kith.api.Picture
import org.kith.api.PictureRequest
import org.kith.api.PictureTarget

/** How the screen is. */
data class Ground(
    val width: Double = 0.0,
    val isDark: Boolean = false,
    val rightToLeft: Boolean = false,
    /** For showing it to somebody. */
    val initials: Boolean = false
)

/** The network as a picture: the engine says what is to be painted, and where a finger means whom. */
class NetworkMap(vault: Vault) : VaultScreen<Picture>(vault, Picture()) {
    @Volatile
    var ground = Ground()

    override suspend fun read(): Picture = vault.picture.draw(
        PictureRequest(
            picture = "map", width = ground.width, dark = ground.isDark, rightToLeft = ground.rightToLeft,
            initials = ground.initials, shapes = true
        )
    )

    /** Who is meant by a finger there: the id of a person. */
    fun personAt(x: Double, y: Double): String? {
        fun distance(target: PictureTarget) = hypot(target.x - x, target.y - y)
        return state.value.targets.filter { distance(it) <= it.radius }.minByOrNull { distance(it) }?.personId
    }
}
