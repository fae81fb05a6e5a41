// The jar of every JVM. Its native library is loaded by name (kith_jni): on Android it comes with kith-android, on a
// desktop from java.library.path: gradle test -PkithBridge=FOLDER -PkithRelay=PROGRAM -PkithVectors=FILE
import org.jetbrains.kotlin.gradle.dsl.JvmTarget

plugins {
    kotlin("jvm")
    `java-library`
    `maven-publish`
}

kotlin {
    jvmToolchain(17)
    compilerOptions {
        jvmTarget = JvmTarget.JVM_1_8 // what Android and shrinkers of any age take
        allWarningsAsErrors = true
    }
    sourceSets["main"].kotlin.srcDir("src/made/kotlin")
}

tasks.withType<JavaCompile> { options.release = 8 }

dependencies {
    api("org.jetbrains.kotlinx:kotlinx-coroutines-core:1.10.2")
    testImplementation("org.junit.jupiter:junit-jupiter:5.9.2")
    testRuntimeOnly("org.junit.platform:junit-platform-launcher:1.9.2")
}

tasks.test {
    useJUnitPlatform()
    val root = rootDir.resolve("../..")
    jvmArgs("-Xcheck:jni", "-Djava.library.path=${findProperty("kithBridge")}")
    systemProperty("kith.root", root.path)
    systemProperty("kith.golden", root.resolve("tests/bindings/golden.txt").path)
    systemProperty("kith.relay", findProperty("kithRelay") ?: "")
    systemProperty("kith.vectors", findProperty("kithVectors") ?: "")
}

publishing {
    publications.create<MavenPublication>("core") { from(components["java"]) }
}
