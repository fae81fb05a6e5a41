@file:Suppress("unused", "UNUSED_PARAMETER")

package com.google.zxing

enum class BarcodeFormat { QR_CODE }

class BitMatrix(val width: Int, val height: Int) {
    fun get(x: Int, y: Int): Boolean = TODO()
}
