@file:Suppress("unused", "UNUSED_PARAMETER")

package com.google.zxing.qrcode

import com.google.zxing.BarcodeFormat
import com.google.zxing.BitMatrix

class QRCodeWriter {
    fun encode(contents: String, format: BarcodeFormat, width: Int, height: Int): BitMatrix = TODO()
}
