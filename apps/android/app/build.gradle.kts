// The views. Unproven; ../check compiles them against stand-ins.
plugins {
    id("com.android.application")
    kotlin("android")
    kotlin("plugin.compose")
}

android {
    namespace = "org.kith.sample.app"
    compileSdk = 36
    defaultConfig {
        applicationId = "org.kith.sample"
        minSdk = 26
        targetSdk = 36
        versionName = "0.1.0"
    }
    buildFeatures { compose = true }
    compileOptions {
        sourceCompatibility = JavaVersion.VERSION_1_8
        targetCompatibility = JavaVersion.VERSION_1_8
    }
}

dependencies {
    implementation(project(":models"))
    implementation(project(":kith-android"))
    implementation(platform("androidx.compose:compose-bom:2025.09.00"))
    implementation("androidx.compose.material3:material3")
    implementation("androidx.activity:activity-compose:1.11.0")
    implementation("androidx.fragment:fragment:1.8.9")
    implementation("androidx.biometric:biometric:1.1.0")
    implementation("androidx.work:work-runtime-ktx:2.10.5")
    implementation("com.journeyapps:zxing-android-embedded:4.3.0")
}
