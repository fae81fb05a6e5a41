package org.kith;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.util.Collections;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.kith.api.ChangeMark;
import org.kith.api.Empty;
import org.kith.api.ListRequest;
import org.kith.api.NoteAddRequest;
import org.kith.api.Pair;
import org.kith.api.PairAcceptRequest;
import org.kith.api.PairConfirmRequest;
import org.kith.api.PairInvitation;
import org.kith.api.PairInviteRequest;
import org.kith.api.PersonAddRequest;
import org.kith.api.PersonRequest;
import org.kith.api.RelayMoveRequest;
import org.kith.api.ShareRequest;
import org.kith.api.SyncRequest;
import org.kith.api.VerifyRequest;

/** What an app in Java does: futures, values with `with`, a Pull in place of a Flow. */
class JavaTest {
    private static final String PASSPHRASE = "a passphrase for the tests only";

    private static <T> T end(CompletableFuture<T> future) throws Exception {
        return future.get(60, TimeUnit.SECONDS);
    }

    private static Throwable failure(CompletableFuture<?> future) {
        return assertThrows(ExecutionException.class, () -> end(future)).getCause();
    }

    private static VaultFutures made(World world, String name) throws Exception {
        VaultFutures vault = new VaultFutures(world.vault(name));
        try (Secret secret = Secret.of(PASSPHRASE.toCharArray())) {
            end(vault.create(secret, name));
        }
        return vault;
    }

    @Test
    void futuresEndWithValuesAndTypedErrors() throws Exception {
        try (World world = new World(new Kith.Config())) {
            VaultFutures vault = made(world, "Ada");
            end(vault.person.add(new PersonAddRequest().withName("Noor")));
            assertEquals("Noor", end(vault.person.list()).getItems().get(0).getName());
            assertTrue(failure(vault.person.add(new PersonAddRequest())) instanceof KithException.InvalidArgument);
            KithException nobody = (KithException) failure(vault.person.show(new PersonRequest().withPerson("Ilse")));
            String german = Sentences.text(nobody.getSentence(), Collections.singletonMap(nobody.getSentence().getId(), "{0} kennt hier niemand"));
            assertEquals("Ilse kennt hier niemand", german);
            assertNotEquals("kith", end(vault.verify(new VerifyRequest()).thenApply(it -> Thread.currentThread().getName())));
            end(vault.lock());
            assertTrue(failure(vault.status()) instanceof KithException.VaultLocked);
            assertTrue(failure(vault.unlock(Secret.of("a guess"))) instanceof KithException.WrongSecret);
            assertThrows(KithException.NotFound.class, () -> Kith.fields("no such thing"));
            assertEquals(new Empty(), Empty.Type.decode(new byte[0]));
        }
    }

    /** An app may have shut its executor down before its vault: nobody is to wait for ever. */
    @Test
    void aFutureEndsWithoutItsExecutorToo() throws Exception {
        ExecutorService gone = Executors.newSingleThreadExecutor();
        gone.shutdown();
        Kith.Config config = new Kith.Config(null, Kith.LogLevel.WARNING, null, gone);
        try (World world = new World(config)) {
            assertTrue(failure(new VaultFutures(world.vault("Ada")).status()) instanceof KithException.VaultLocked);
        }
    }

    @Test
    void aPullIsCancelledAndGoesOn() throws Exception {
        try (World world = new World(new Kith.Config())) {
            VaultFutures vault = made(world, "Ada");
            Pull<ChangeMark> changes = world.keep(vault.changes());
            end(changes.next());
            CompletableFuture<ChangeMark> waits = changes.next();
            waits.cancel(true);
            assertThrows(CancellationException.class, () -> end(waits));
            end(vault.person.add(new PersonAddRequest().withName("Noor")));
            CompletableFuture<ChangeMark> last = again(changes);
            end(last);
            CompletableFuture<ChangeMark> closed = again(changes);
            changes.close();
            Throwable why = failure(closed);
            assertTrue(why instanceof KithException.Closed, String.valueOf(why));
        }
    }

    /** A next that was cancelled may need a moment to end; until then another one is Conflict. */
    private static CompletableFuture<ChangeMark> again(Pull<ChangeMark> changes) throws Exception {
        for (int n = 0; n < 100; n++) {
            CompletableFuture<ChangeMark> next = changes.next();
            Thread.sleep(10);
            if (!next.isCompletedExceptionally()) return next;
            assertTrue(failure(next) instanceof KithException.Conflict);
        }
        throw new AssertionError("the cancelled next never ended");
    }

    @Test
    void twoPeopleThroughARelay() throws Exception {
        try (World world = new World(new Kith.Config())) {
            Relay relay = world.keep(new Relay(new File(world.getFolder(), "relay")).start());
            VaultFutures ada = made(world, "Ada");
            VaultFutures tomas = made(world, "Tomas");
            end(ada.person.add(new PersonAddRequest().withName("Tomas")));
            end(tomas.person.add(new PersonAddRequest().withName("Ada")));
            pair(relay, ada, tomas);
            String note = end(ada.note.add(new NoteAddRequest().withText("He listens. He is late.").withAbout("Tomas"))).getId();
            end(ada.share.add(new ShareRequest().withId(note).withWith("Tomas").withPassage("He listens.")));
            settle(ada, tomas);
            assertEquals("He listens.", end(tomas.share.list(new ListRequest())).getItems().get(0).getText());
            relay.stop();
            assertTrue(failure(ada.sync.once(new SyncRequest())) instanceof KithException.Offline);
        }
    }

    private static void pair(Relay relay, VaultFutures ada, VaultFutures tomas) throws Exception {
        RelayMoveRequest there = new RelayMoveRequest().withAddress(relay.getAddress()).withCertificate(relay.getCertificate());
        end(ada.relay.move(there));
        end(tomas.relay.move(there));
        PairInvitation invitation = end(ada.pair.invite(new PairInviteRequest().withPerson("Tomas")));
        Pair accepted = end(tomas.pair.accept(new PairAcceptRequest().withCode(invitation.getCode()).withPerson("Ada")));
        Pair seen = end(ada.pair.refresh()).getItems().get(0);
        assertEquals(accepted.getDigits(), seen.getDigits());
        PairConfirmRequest confirm = new PairConfirmRequest().withCode(seen.getDigits()).withPassphrase(PASSPHRASE.getBytes());
        end(ada.pair.confirm(confirm.withId(invitation.getId())));
        end(tomas.pair.confirm(confirm.withId(accepted.getId())));
        settle(ada, tomas);
    }

    private static void settle(VaultFutures... people) throws Exception {
        for (int n = 0; n < 3; n++)
            for (VaultFutures one : people) end(one.sync.once(new SyncRequest()));
    }
}
