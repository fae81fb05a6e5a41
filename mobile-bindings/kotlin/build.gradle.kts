plugins {
    kotlin("jvm") version "2.2.20" apply false
    kotlin("android") version "2.2.20" apply false
    id("com.android.library") version "8.13.0" apply false
}

subprojects {
    group = "org.kith"
    version = "0.1.0"
}
