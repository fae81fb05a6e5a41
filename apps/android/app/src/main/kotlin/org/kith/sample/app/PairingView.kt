package org.kith.sample.app

import androidx.activity.compose.rememberLauncherForActivityResult
import androidx.compose.foundation.Canvas
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.aspectRatio
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.lazy.LazyColumn
import androidx.compose.foundation.lazy.items
import androidx.compose.material3.Button
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.runtime.LaunchedEffect
import androidx.compose.runtime.collectAsState
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.remember
import androidx.compose.runtime.rememberCoroutineScope
import androidx.compose.runtime.setValue
import androidx.compose.ui.Modifier
import androidx.compose.ui.geometry.Offset
import androidx.compose.ui.geometry.Size
import androidx.compose.ui.graphics.Color
import com.google.zxing.BarcodeFormat
import com.google.zxing.qrcode.QRCodeWriter
import com.journeyapps.barcodescanner.ScanContract
import com.journeyapps.barcodescanner.ScanOptions
import kotlinx.coroutines.launch
import org.kith.api.Pair
import org.kith.sample.Pairing
import org.kith.sample.People
import org.kith.sample.StepButton

/** Invite by a QR, or scan one; then read twelve digits to each other. */
@Composable
fun PairingView(pairing: Pairing, people: People, go: (StepButton) -> Unit) {
    val pairs by pairing.state.collectAsState()
    val names by people.state.collectAsState()
    val scope = rememberCoroutineScope()
    var person by remember { mutableStateOf("") }
    var code by remember { mutableStateOf("") }
    val scanner = rememberLauncherForActivityResult(ScanContract()) { seen ->
        seen.contents?.let { scope.launch { pairing.accept(it, person) } }
    }
    LaunchedEffect(pairing) { pairing.follow() }
    LazyColumn {
        item { TroubleView(pairing, go) }
        items(pairs) { PairView(pairing, it) }
        item {
            Act("Has somebody accepted?") { pairing.refresh() }
            Choice(names.map { it.name }, person) { person = it }
            Act("Invite", person.isNotEmpty()) { pairing.invite(person) }
            Button(onClick = { scanner.launch(ScanOptions()) }, enabled = person.isNotEmpty()) { Text("Scan an invitation") }
            Field("or type its code", code) { code = it }
            Act("Accept", code.isNotEmpty() && person.isNotEmpty()) { pairing.accept(code, person) }
        }
    }
}

@Composable
private fun PairView(pairing: Pairing, pair: Pair) {
    var heard by remember(pair.id) { mutableStateOf("") }
    val code = pairing.codeOf(pair)
    Column {
        Text(pair.person)
        when {
            code != null -> {
                QRPicture(code)
                Text(code)
            }
            pair.state == "paired" -> Text("Paired")
            pair.confirmed -> Text("Waits until the digits are confirmed over there.")
            pair.digits.isNotEmpty() -> {
                Text("Read these to each other, not by message:")
                Text(pair.digits)
                Field("The digits that you heard", heard) { heard = it }
                PassphraseField("They are the same") { pairing.confirm(pair, heard, it) }
                Act("They are not: end it") { pairing.cancel(pair) }
            }
        }
    }
}

/** Black on white, with a quiet edge, whatever the theme: a camera reads it. */
@Composable
private fun QRPicture(text: String) {
    val code = remember(text) { QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0) }
    Canvas(Modifier.fillMaxWidth().aspectRatio(1f)) {
        drawRect(Color.White)
        val step = size.width / code.width
        for (x in 0 until code.width) for (y in 0 until code.height) {
            if (code.get(x, y)) drawRect(Color.Black, Offset(x * step, y * step), Size(step, step))
        }
    }
}
