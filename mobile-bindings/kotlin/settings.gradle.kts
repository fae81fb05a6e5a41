// As an app developer builds it. Unproven: what is tested is built by ./check, without Gradle.
pluginManagement {
    repositories { google(); mavenCentral(); gradlePluginPortal() }
}
dependencyResolutionManagement {
    repositories { google(); mavenCentral() }
}
rootProject.name = "kith"
include("kith-core", "kith-android")
