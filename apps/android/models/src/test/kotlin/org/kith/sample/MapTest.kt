package org.kith.sample

import java.io.File
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Assertions.assertNull
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.kith.api.LogAddRequest
import org.kith.api.Next
import org.kith.api.Picture
import org.kith.api.PictureColor
import org.kith.api.PictureShape
import org.kith.inWorld

/** The display list becomes outlines and colours, and a finger means somebody. */
class MapTest {
    @Test
    fun `the network is painted`() = inWorld { world ->
        val vault = world.made("Amara")
        val people = People(vault)
        for (name in listOf("Jonas", "Ilse")) assertTrue(people.add(name, people.kinds.first()))
        vault.log.add(LogAddRequest(with = listOf("Jonas"), `when` = "today", functions = listOf("COAC:received:2")))
        val map = NetworkMap(vault)
        assertTrue(map.load())
        val painting = map.state.value.painted()
        assertEquals(map.state.value.shapes.size, painting.size)
        assertTrue(painting.any { it.words?.words == "Jonas" && it.fill == 0x1B1F24 })
        assertTrue(painting.all { it.words != null || it.outline.isNotEmpty() })
        val jonas = map.state.value.targets.first { it.person == "Jonas" }
        assertEquals(jonas.personId, map.personAt(jonas.x + 1, jonas.y))
        assertNull(map.personAt(-100.0, -100.0))
        map.ground = Ground(isDark = true, initials = true)
        assertTrue(map.load())
        assertEquals(0x14171CL, map.state.value.colors.first().rgb)
        assertFalse(map.state.value.lines.any { "Jonas" in it })
        map.ground = Ground(width = 10.0)
        assertFalse(map.load())
    }

    private fun painted(shape: PictureShape): Painted? =
        Picture(shapes = listOf(shape), colors = listOf(PictureColor("background", 1), PictureColor("career", 2)))
            .painted().firstOrNull()

    @Test
    fun `a quarter of a ring begins at the top`() {
        val out = painted(
            PictureShape(PictureShape.Form.SLICE, listOf(10.0, 20.0), radius = 8.0, inner = 4.0, from = 0.0, to = 90.0, fill = "career")
        )!!
        assertEquals(2, out.fill)
        assertNull(out.marks)
        val begin = (out.outline[0] as Painted.Step.Move).to
        assertEquals(10.0, begin.x, 1e-9)
        assertEquals(12.0, begin.y, 1e-9)
        assertEquals(Painted.Step.Arc(Point(10.0, 20.0), 8.0, -90.0, 90.0), out.outline[1])
        assertEquals(Painted.Step.Arc(Point(10.0, 20.0), 4.0, 0.0, -90.0), out.outline[2])
        assertEquals(Painted.Step.Close, out.outline[3])
    }

    @Test
    fun `a whole ring has a hole`() {
        val ring = painted(PictureShape(PictureShape.Form.SLICE, listOf(0.0, 0.0), radius = 8.0, inner = 4.0, to = 360.0))!!
        assertEquals(2, ring.outline.count { it == Painted.Step.Close })
        assertNull(ring.fill)
    }

    @Test
    fun `patterns are marks on the surface`() {
        val circle = PictureShape(PictureShape.Form.CIRCLE, listOf(0.0, 0.0), radius = 5.0, fill = "career")
        val stripes = painted(circle.copy(pattern = "stripes"))!!
        assertEquals(2, stripes.fill)
        assertEquals(Painted.Marks(Painted.Marks.Form.STRIPES, 1), stripes.marks)
        val sparse = painted(circle.copy(pattern = "sparse", dash = "dashed"))!!
        assertEquals(1, sparse.fill)
        assertEquals(Painted.Marks(Painted.Marks.Form.SPARSE, 2), sparse.marks)
        assertEquals(listOf(5.0, 4.0), sparse.dash)
    }

    @Test
    fun `what is newer is left out`() {
        assertNull(painted(PictureShape(PictureShape.Form.of(99), listOf(0.0, 0.0))))
        assertNull(painted(PictureShape(PictureShape.Form.BOW, listOf(0.0, 0.0, 1.0, 1.0))))
        assertNull(painted(PictureShape(PictureShape.Form.CIRCLE)))
    }

    /** Every step of the engine is a button, or is known to have no screen in this app. */
    @Test
    fun `every step is a button or known`() {
        val list = File(System.getProperty("kith.root"), "core/base/include/kith/base/steps.def").readLines()
        val steps = list.mapNotNull { Regex("^KITH_STEP\\((\\w+), (\\d+)\\)").find(it)?.destructured }
        assertTrue(steps.size > 30)
        for ((name, number) in steps) {
            val button = Next(Next.Step.of(number.toInt())).button()
            assertEquals(name in ELSEWHERE, button == null, name)
        }
        assertEquals("Invite Jonas", Next(Next.Step.PAIR_INVITE, listOf("Jonas")).button()?.title)
        assertNull(Next(Next.Step.of(9999)).button())
    }

    private companion object {
        val ELSEWHERE = setOf(
            "VAULT_MAKE", "VAULT_EXPORT", "INDEX_REBUILD", "REVIEW_BEGIN", "SNAPSHOT_SAVE", "SNAPSHOT_LIST", "SAMPLE_LOAD",
            "IMPORT_PICK", "FACT_EDIT", "AGREEMENT_SET", "COMPARE_SEAL", "AGENDA_LIST"
        )
    }
}
