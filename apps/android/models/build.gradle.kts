// The view models: plain Kotlin over kith-core, for any JVM. Tested by ../check.
import org.jetbrains.kotlin.gradle.dsl.JvmTarget

plugins {
    kotlin("jvm")
}

kotlin {
    jvmToolchain(17)
    compilerOptions { jvmTarget = JvmTarget.JVM_1_8 }
}

tasks.withType<JavaCompile> { options.release = 8 }

dependencies { api(project(":kith-core")) }
