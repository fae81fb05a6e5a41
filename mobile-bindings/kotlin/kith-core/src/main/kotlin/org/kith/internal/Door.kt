package org.kith.internal

import java.util.concurrent.CancellationException
import java.util.concurrent.CompletableFuture
import java.util.concurrent.Executor
import java.util.concurrent.RejectedExecutionException
import kotlin.coroutines.resume
import kotlin.coroutines.resumeWithException
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.NonCancellable
import kotlinx.coroutines.currentCoroutineContext
import kotlinx.coroutines.flow.Flow
import kotlinx.coroutines.flow.flow
import kotlinx.coroutines.isActive
import kotlinx.coroutines.suspendCancellableCoroutine
import kotlinx.coroutines.withContext
import org.kith.KithException
import org.kith.Pull
import org.kith.api.ErrorCode
import org.kith.api.Message
import org.kith.api.MessageType

/** What begins: it gets the operation's id and whom to tell, and answers with a status. */
internal typealias Begin = (op: Long, done: Native.Done) -> Int

/** How it ended, as one value: the bytes, or what to throw. */
private fun outcome(status: Int, message: ByteArray?, detail: ByteArray?, result: ByteArray?): Result<ByteArray> =
    when (status) {
        Native.OK -> Result.success(result ?: ByteArray(0))
        ErrorCode.CANCELLED.number -> Result.failure(CancellationException())
        else -> Result.failure(KithException.of(status, message, detail))
    }

/** Runs what tells `done` before it returns. Throws where that failed. */
internal fun <T> atOnce(run: (Native.Done) -> T): Pair<T, ByteArray> {
    var told = Result.success(ByteArray(0))
    val value = run(Native.Done { status, message, detail, result -> told = outcome(status, message, detail, result) })
    return Pair(value, told.getOrThrow())
}

/** The same for what makes a handle: it has one, or it throws. */
internal fun newHandle(run: (Native.Done) -> Long): Long {
    val (raw, _) = atOnce(run)
    if (raw == 0L) throw KithException.of(ErrorCode.OUT_OF_MEMORY.number, null, null)
    return raw
}

/**
 * How an operation is waited for: by a coroutine or by a future. Its cancellation reaches the engine, and is set up
 * before the operation begins, so that there is no moment at which it comes too early.
 *
 * Threads: any. Futures end on `executor`, because no code of the app may hold up a thread of the engine.
 */
internal class Operations(private val runtime: Handle, private val executor: Executor) {
    suspend fun await(begin: Begin): ByteArray {
        val op = runtime.use { Native.opNew(it) }
        return suspendCancellableCoroutine { waiting ->
            waiting.invokeOnCancellation { cancel(op) }
            start(op, begin) { told ->
                told.fold({ waiting.resume(it) }, { waiting.resumeWithException(if (waiting.isActive) ended(it) else it) })
            }
        }
    }

    fun <T> future(begin: Begin, read: (ByteArray) -> T): CompletableFuture<T> {
        val future = CompletableFuture<T>()
        val op: Long
        try {
            op = runtime.use { Native.opNew(it) }
        } catch (closed: KithException) {
            future.completeExceptionally(closed)
            return future
        }
        future.whenComplete { _, _ -> if (future.isCancelled) cancel(op) }
        start(op, begin) { told ->
            val end = Runnable { complete(future, told.mapCatching(read)) }
            try {
                executor.execute(end)
            } catch (full: RejectedExecutionException) {
                end.run() // an executor that was shut down must not keep anybody waiting for ever
            }
        }
        return future
    }

    /** What nobody cancelled and ended all the same was ended by the close of its vault. */
    private fun ended(why: Throwable): Throwable = if (why is CancellationException) KithException.closed() else why

    private fun start(op: Long, begin: Begin, told: (Result<ByteArray>) -> Unit) {
        val status = try {
            begin(op) { status, message, detail, result -> told(outcome(status, message, detail, result)) }
        } catch (closed: KithException) {
            return told(Result.failure(closed))
        }
        if (status != Native.OK) told(outcome(status, null, null, null))
    }

    private fun cancel(op: Long) = runtime.useIfOpen { Native.cancel(it, op) }

    private fun <T> complete(future: CompletableFuture<T>, told: Result<T>) {
        told.fold({ future.complete(it) }, { if (!future.isCancelled) future.completeExceptionally(ended(it)) })
    }
}

/**
 * The one door to a vault's methods: a number and a request go in, a value comes out.
 *
 * Threads: any.
 * Errors:  KithException, Closed where the vault was closed meanwhile; CancellationException where the caller was
 *          cancelled.
 */
internal class Door(private val vault: Handle, val operations: Operations) {
    suspend fun <T : Message> call(method: Int, request: Message, type: MessageType<T>): T =
        decoded(type, operations.await(begin(method, request)))

    fun <T : Message> future(method: Int, request: Message, type: MessageType<T>): CompletableFuture<T> =
        operations.future(begin(method, request)) { decoded(type, it) }

    /** A result may hold a secret, as a new recovery code: its bytes are wiped. */
    private fun <T : Message> decoded(type: MessageType<T>, bytes: ByteArray): T = try {
        type.decode(bytes)
    } finally {
        bytes.fill(0)
    }

    /** Cold: each collector has its own subscription. Ends when the vault is closed; any other end is thrown. */
    fun <T : Message> stream(method: Int, request: Message, type: MessageType<T>): Flow<T> = flow {
        val sub = open(method, request)
        try {
            while (true) emit(next(sub, type) ?: break)
        } finally {
            // It waits for the end of what waits, and the collector may be on the main thread.
            withContext(NonCancellable + Dispatchers.IO) { sub.close() }
        }
    }

    /** Null: there is no more, because the vault was closed; how the engine says so depends on what it did meanwhile. */
    private suspend fun <T : Message> next(sub: Handle, type: MessageType<T>): T? = try {
        type.decode(operations.await { op, done -> sub.use { Native.subNext(it, op, done) } })
    } catch (end: Exception) {
        if (!vault.isClosed || !currentCoroutineContext().isActive) throw end
        null
    }

    fun <T : Message> pull(method: Int, request: Message, type: MessageType<T>): Pull<T> =
        Pull(open(method, request), operations, type)

    /** A request may hold a passphrase: its bytes are wiped as soon as the engine has its own. */
    private fun begin(method: Int, request: Message): Begin = { op, done ->
        val bytes = request.encode()
        try {
            vault.use { Native.call(it, op, method, bytes, done) }
        } finally {
            bytes.fill(0)
        }
    }

    private fun open(method: Int, request: Message): Handle {
        val sub = newHandle { done -> vault.use { Native.subOpen(it, method, request.encode(), done) } }
        return Handle(sub) { Native.subClose(it) }
    }
}
