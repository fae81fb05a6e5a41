// Made by proto/generator/kotlin_values.py of kith/api/v1/methods.proto; not to be changed by hand.
package org.kith.api

import java.util.concurrent.CompletableFuture
import org.kith.KithException
import org.kith.Pull
import org.kith.internal.Door

/** Every method of a vault for Java, by its noun. */
abstract class EveryFutures internal constructor(private val door: Door) {
    fun me(): CompletableFuture<Changed> = door.future(1, Empty(), Changed.Type)

    fun status(): CompletableFuture<StatusResult> = door.future(2, Empty(), StatusResult.Type)

    fun renew(request: RenewRequest): CompletableFuture<RenewResult> = door.future(3, request, RenewResult.Type)

    fun verify(request: VerifyRequest): CompletableFuture<VerifyResult> = door.future(4, request, VerifyResult.Type)

    fun backup(request: BackupRequest): CompletableFuture<BackupResult> = door.future(5, request, BackupResult.Type)

    fun compact(): CompletableFuture<Empty> = door.future(7, Empty(), Empty.Type)

    fun next(): CompletableFuture<NextStep> = door.future(8, Empty(), NextStep.Type)

    fun export(): CompletableFuture<Export> = door.future(11, Empty(), Export.Type)

    fun import_(request: Export): CompletableFuture<ImportVaultReply> =
        door.future(12, request, ImportVaultReply.Type)

    /** How far this vault has come, at once and each time something in it was written. */
    @Throws(KithException::class)
    fun changes(): Pull<ChangeMark> = door.pull(13, Empty(), ChangeMark.Type)

    @JvmField val keys: KeysFutures = KeysFutures(door)
    @JvmField val person: PersonFutures = PersonFutures(door)
    @JvmField val relationship: RelationshipFutures = RelationshipFutures(door)
    @JvmField val log: LogFutures = LogFutures(door)
    @JvmField val note: NoteFutures = NoteFutures(door)
    @JvmField val goal: GoalFutures = GoalFutures(door)
    @JvmField val agenda: AgendaFutures = AgendaFutures(door)
    @JvmField val action: ActionFutures = ActionFutures(door)
    @JvmField val pair: PairFutures = PairFutures(door)
    @JvmField val share: ShareFutures = ShareFutures(door)
    @JvmField val conflict: ConflictFutures = ConflictFutures(door)
    @JvmField val sync: SyncFutures = SyncFutures(door)
    @JvmField val alarm: AlarmFutures = AlarmFutures(door)
    @JvmField val search: SearchFutures = SearchFutures(door)
    @JvmField val timeline: TimelineFutures = TimelineFutures(door)
    @JvmField val relay: RelayFutures = RelayFutures(door)
    @JvmField val fact: FactFutures = FactFutures(door)
    @JvmField val profile: ProfileFutures = ProfileFutures(door)
    @JvmField val network: NetworkFutures = NetworkFutures(door)
    @JvmField val phase: PhaseFutures = PhaseFutures(door)
    @JvmField val themes: ThemesFutures = ThemesFutures(door)
    @JvmField val today: TodayFutures = TodayFutures(door)
    @JvmField val statistics: StatisticsFutures = StatisticsFutures(door)
    @JvmField val review: ReviewFutures = ReviewFutures(door)
    @JvmField val story: StoryFutures = StoryFutures(door)
    @JvmField val reassess: ReassessFutures = ReassessFutures(door)
    @JvmField val agreement: AgreementFutures = AgreementFutures(door)
    @JvmField val compare: CompareFutures = CompareFutures(door)
    @JvmField val sample: SampleFutures = SampleFutures(door)
    @JvmField val bin: BinFutures = BinFutures(door)
    @JvmField val import_: ImportFutures = ImportFutures(door)
    @JvmField val export: ExportFutures = ExportFutures(door)
    @JvmField val duplicates: DuplicatesFutures = DuplicatesFutures(door)
    @JvmField val picture: PictureFutures = PictureFutures(door)
    @JvmField val locked: LockedFutures = LockedFutures(door)
    @JvmField val tray: TrayFutures = TrayFutures(door)
}
