plugins {
    kotlin("jvm") version "2.2.20" apply false
    kotlin("android") version "2.2.20" apply false
    kotlin("plugin.compose") version "2.2.20" apply false
    id("com.android.library") version "8.13.0" apply false
    id("com.android.application") version "8.13.0" apply false
}
