package com.journeyapps.barcodescanner

class ScanContract
class ScanOptions
class ScanIntentResult(val contents: String?)
