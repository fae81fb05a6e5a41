@file:Suppress("unused", "UNUSED_PARAMETER")

package androidx.activity.compose

import androidx.activity.ComponentActivity
import androidx.compose.runtime.Composable
import com.journeyapps.barcodescanner.ScanContract
import com.journeyapps.barcodescanner.ScanIntentResult
import com.journeyapps.barcodescanner.ScanOptions

class ManagedActivityResultLauncher<I, O> {
    fun launch(input: I) {}
}

fun ComponentActivity.setContent(content: @Composable () -> Unit) {}

@Composable fun rememberLauncherForActivityResult(
    contract: ScanContract, onResult: (ScanIntentResult) -> Unit
): ManagedActivityResultLauncher<ScanOptions, ScanIntentResult> = TODO()
