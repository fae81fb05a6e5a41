// The sample app with the packages of this repository. Unproven: what is tested is built by ./check, without Gradle.
pluginManagement {
    repositories { google(); mavenCentral(); gradlePluginPortal() }
}
dependencyResolutionManagement {
    repositories { google(); mavenCentral() }
}
rootProject.name = "kith-sample"
include("models", "app", "kith-core", "kith-android")
project(":kith-core").projectDir = file("../../mobile-bindings/kotlin/kith-core")
project(":kith-android").projectDir = file("../../mobile-bindings/kotlin/kith-android")
