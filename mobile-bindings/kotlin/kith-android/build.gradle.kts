// The AAR: the native library, the Keystore, the background and what the system tells. Unproven: there is no SDK
// where this was written; ./check compiles its sources against stubs/.
plugins {
    id("com.android.library")
    kotlin("android")
}

android {
    namespace = "org.kith.android"
    compileSdk = 36
    defaultConfig {
        minSdk = 26
        consumerProguardFiles("consumer-rules.pro")
        // libkith_jni.so of the build for phones, by its ABI: -PkithLibraries=FOLDER (./aar)
        ndk { abiFilters += listOf("arm64-v8a", "x86_64") }
    }
    sourceSets["main"].jniLibs.srcDir(findProperty("kithLibraries") ?: "libs")
    compileOptions {
        sourceCompatibility = JavaVersion.VERSION_1_8
        targetCompatibility = JavaVersion.VERSION_1_8
    }
}

dependencies {
    api(project(":kith-core"))
    implementation("androidx.biometric:biometric:1.1.0")
    implementation("androidx.work:work-runtime-ktx:2.10.5")
    implementation("org.jetbrains.kotlinx:kotlinx-coroutines-android:1.10.2")
}
