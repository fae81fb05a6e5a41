// Made by proto/generator/kotlin_values.py of kith/api/v1/methods.proto; not to be changed by hand.
package org.kith.api

import kotlinx.coroutines.flow.Flow
import org.kith.internal.Door

/** Every method of a vault, by its noun. */
abstract class EveryMethods internal constructor(private val door: Door) {
    suspend fun me(): Changed = door.call(1, Empty(), Changed.Type)

    suspend fun status(): StatusResult = door.call(2, Empty(), StatusResult.Type)

    suspend fun renew(request: RenewRequest): RenewResult = door.call(3, request, RenewResult.Type)
    suspend fun renew(passphrase: ByteArray = ByteArray(0)): RenewResult =
        door.call(3, RenewRequest(passphrase), RenewResult.Type)

    suspend fun verify(request: VerifyRequest): VerifyResult = door.call(4, request, VerifyResult.Type)
    suspend fun verify(rebuildIndex: Boolean = false): VerifyResult =
        door.call(4, VerifyRequest(rebuildIndex), VerifyResult.Type)

    suspend fun backup(request: BackupRequest): BackupResult = door.call(5, request, BackupResult.Type)
    /**
     * @param path a new file
     * @param passphrase of the backup itself; with or instead of it a code is made:
     */
    suspend fun backup(
        path: String = "", vaultPassphrase: ByteArray = ByteArray(0), passphrase: ByteArray = ByteArray(0),
        recoveryCode: Boolean = false
    ): BackupResult =
        door.call(5, BackupRequest(path, vaultPassphrase, passphrase, recoveryCode), BackupResult.Type)

    suspend fun compact(): Empty = door.call(7, Empty(), Empty.Type)

    suspend fun next(): NextStep = door.call(8, Empty(), NextStep.Type)

    suspend fun export(): Export = door.call(11, Empty(), Export.Type)

    suspend fun import(request: Export): ImportVaultReply = door.call(12, request, ImportVaultReply.Type)

    /** How far this vault has come, at once and each time something in it was written. */
    fun changes(): Flow<ChangeMark> = door.stream(13, Empty(), ChangeMark.Type)

    @JvmField val keys: KeysMethods = KeysMethods(door)
    @JvmField val person: PersonMethods = PersonMethods(door)
    @JvmField val relationship: RelationshipMethods = RelationshipMethods(door)
    @JvmField val log: LogMethods = LogMethods(door)
    @JvmField val note: NoteMethods = NoteMethods(door)
    @JvmField val goal: GoalMethods = GoalMethods(door)
    @JvmField val agenda: AgendaMethods = AgendaMethods(door)
    @JvmField val action: ActionMethods = ActionMethods(door)
    @JvmField val pair: PairMethods = PairMethods(door)
    @JvmField val share: ShareMethods = ShareMethods(door)
    @JvmField val conflict: ConflictMethods = ConflictMethods(door)
    @JvmField val sync: SyncMethods = SyncMethods(door)
    @JvmField val alarm: AlarmMethods = AlarmMethods(door)
    @JvmField val search: SearchMethods = SearchMethods(door)
    @JvmField val timeline: TimelineMethods = TimelineMethods(door)
    @JvmField val relay: RelayMethods = RelayMethods(door)
    @JvmField val fact: FactMethods = FactMethods(door)
    @JvmField val profile: ProfileMethods = ProfileMethods(door)
    @JvmField val network: NetworkMethods = NetworkMethods(door)
    @JvmField val phase: PhaseMethods = PhaseMethods(door)
    @JvmField val themes: ThemesMethods = ThemesMethods(door)
    @JvmField val today: TodayMethods = TodayMethods(door)
    @JvmField val statistics: StatisticsMethods = StatisticsMethods(door)
    @JvmField val review: ReviewMethods = ReviewMethods(door)
    @JvmField val story: StoryMethods = StoryMethods(door)
    @JvmField val reassess: ReassessMethods = ReassessMethods(door)
    @JvmField val agreement: AgreementMethods = AgreementMethods(door)
    @JvmField val compare: CompareMethods = CompareMethods(door)
    @JvmField val sample: SampleMethods = SampleMethods(door)
    @JvmField val bin: BinMethods = BinMethods(door)
    @JvmField val import: ImportMethods = ImportMethods(door)
    @JvmField val export: ExportMethods = ExportMethods(door)
    @JvmField val duplicates: DuplicatesMethods = DuplicatesMethods(door)
    @JvmField val picture: PictureMethods = PictureMethods(door)
    @JvmField val locked: LockedMethods = LockedMethods(door)
    @JvmField val tray: TrayMethods = TrayMethods(door)
}
