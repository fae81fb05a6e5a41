"""RS-10 to RS-20 of the security plan, thrown at an address. Each takes the address and whether it is thrown in full,
and says what it saw; what must hold in front of a proxy is claimed where `proxied`."""
import gzip
import time

from line import (CONTINUATION, DATA, END_HEADERS, END_STREAM, HEADERS, PING, PREFACE, RST, SETTINGS, WINDOW, Line,
                  call, frame, header, message, number, reach, text)
from people import claim

HELLO = b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03"  # of TLS: says 512 bytes, and ends here


def rs10_gzip(address, full, proxied):
    """One MB that becomes a GiB."""
    bomb = gzip.compress(bytes(1 << (30 if full else 26)), 9)
    refused = 0
    for method in (b"Challenge", b"Append", b"MailboxPut"):
        line = Line(address)
        stream = line.begin(call(method, header(b"grpc-encoding", b"gzip")))
        body = message(bomb, True)[:60_000]  # the window; more is sent as it opens
        rest = message(bomb, True)[60_000:]
        line.send(b"".join(frame(DATA, 0, stream, body[i:i + 16384]) for i in range(0, len(body), 16384)))
        line.read(0.3)
        for i in range(0, len(rest), 16384):
            line.send(frame(DATA, 0, stream, rest[i:i + 16384]))
        line.send(frame(DATA, END_STREAM, stream))
        line.read(3)
        refused += b"disabled" in line.got
        line.close()
    claim(refused == 3, "each bomb is refused as what is disabled", refused)
    return f"{refused} of 3 bombs refused"


def rs11_slow(address, full, proxied):
    """Nothing, half a hello, half a preface, a body of a byte a second."""
    each, sources = (25, 50) if full else (5, 1)
    kinds = {"silent": [], "half hello": [], "half preface": [], "slow body": []}
    for n in range(sources):
        source = f"127.0.0.{100 + n}"
        for _ in range(each):
            kinds["silent"].append(reach(address, source))
            half = reach(address, source)
            half.sendall(HELLO)
            kinds["half hello"].append(half)
            line = Line(address, source, greet=False)
            line.send(PREFACE[:11])
            kinds["half preface"].append(line.line)
            line = Line(address, source)
            stream = line.begin(call())
            kinds["slow body"].append(line.line)
            line.send(frame(DATA, 0, stream, message(bytes(1000))[:5]))
    began, took, over = time.time(), {}, set()
    while time.time() - began < 16 and len(took) < len(kinds):
        for name, lines in kinds.items():
            if name == "slow body" and name not in took:
                for line in lines:
                    drip(line)
            over.update(line for line in lines if line not in over and ended(line))
            if name not in took and over.issuperset(lines):
                took[name] = time.time() - began
        time.sleep(0.5)
    for line in (one for lines in kinds.values() for one in lines):
        line.close()
    for name in kinds if proxied else ("silent", "half hello", "half preface"):
        claim(name in took and took[name] < 15, f"{name} is cut within 15 s", took)
    return ", ".join(f"{name} {took[name]:.0f} s" if name in took else f"{name} never" for name in kinds)


def drip(line):
    try:
        line.settimeout(1)
        line.sendall(frame(DATA, 0, 1, b"x"))
    except OSError:
        pass


def ended(line):
    """Whether the other side has closed it, or said that its stream is over."""
    line.settimeout(0.02)
    try:
        data = line.recv(65536)
        # A stream that ends leaves its connection open: RST_STREAM, or headers that end it, are of stream 1.
        return not data or any(bytes([kind, flag, 0, 0, 0, 1]) in data for kind in (HEADERS, RST) for flag in (0, 5, 1, 4))
    except TimeoutError:
        return False
    except OSError:
        return True


def rs13_rapid_reset(address, full, proxied):
    """Calls that are taken back at once."""
    lines = [Line(address) for _ in range(8)]
    each, block, cut = (125_000 if full else 2_500), call(), 0
    reset = (8).to_bytes(4, "big")
    for at in range(0, each, 250):
        for line in lines:
            if line.closed:
                continue
            line.send(b"".join(frame(HEADERS, END_HEADERS, s, block) + frame(RST, 0, s, reset)
                               for s in range(2 * at + 1, 2 * (at + 250) + 1, 2)))
            line.read(0)
    sent = sum(line.sent for line in lines)
    cut = sum(line.closed for line in lines)
    for line in lines:
        line.close()
    return f"{cut} of 8 connections cut, {sent >> 10} KiB sent"


def rs14_one_header(address, full, proxied):
    """One header of 24 MB, and a GB that is claimed and dripped."""
    said = []
    for claimed, given in ((24 << 20, 24 << 20), (1 << 30, (16 if full else 1) << 20)):
        line = Line(address)
        line.send(frame(HEADERS, 0, 1, call() + b"\0" + text(b"x-long") + number(claimed, 7)))
        piece = frame(CONTINUATION, 0, 1, bytes(16000))
        while line.sent < given and line.send(piece, 2):
            line.read(0)
            if line.closed:
                break
        line.cut_within(2)
        said.append(f"{line.sent >> 10} KiB taken, {'cut' if line.closed else 'not cut'}")
        if proxied:
            # What lies in the buffers of the two systems counts as taken here.
            claim(line.closed and line.sent < 4 << 20, "one long header is cut", said)
        line.close()
    return "; ".join(said)


def rs15_no_ack(address, full, proxied):
    """Settings that are never acknowledged, and as many streams as one likes."""
    line = Line(address)
    for _ in range(2000 if full else 400):
        if line.closed:
            break
        line.begin(call())
        line.read(0)
    line.read(1)
    refused = line.got.count(frame(RST, 0, 0)[3:5])
    if proxied:
        claim(line.closed or refused, "streams above the limit are refused", (line.closed, refused))
    line.close()
    return f"{line.stream // 2 + 1} streams, {'cut' if line.closed else 'open'}"


def rs18_floods(address, full, proxied):
    """Pings, settings, empty frames, windows; and a peer that never reads."""
    kinds = {
        "pings": frame(PING, 0, 0, bytes(8)), "settings": frame(SETTINGS, 0, 0),
        "empty data": frame(DATA, 0, 1), "windows": frame(WINDOW, 0, 0, (1).to_bytes(4, "big")),
    }
    said = []
    for name, one in kinds.items():
        for reads in (True, False):
            line = Line(address)
            line.begin(call())
            until = time.time() + (10 if full else 0.4)
            while time.time() < until and line.send(one * 1000, 0.5) and not line.closed:
                if reads:
                    line.read(0)
            said.append(f"{name}{'' if reads else ' unread'} {line.sent >> 10} KiB{' cut' if line.closed else ''}")
            line.close()
    return ", ".join(said)


def rs19_continuation(address, full, proxied):
    """Headers that never end, in empty pieces."""
    line = Line(address)
    line.send(frame(HEADERS, 0, 1, call()))
    until = time.time() + (20 if full else 3)
    while time.time() < until and not line.closed and line.send(frame(CONTINUATION, 0, 1) * 1000, 1):
        line.read(0)
    if proxied:
        claim(line.cut_within(12), "a header that never ends is cut")
    line.close()
    return f"{line.sent >> 10} KiB taken, {'cut' if line.closed else 'not cut'}"


def rs20_metadata(address, full, proxied):
    """What one caller spoils is his own: another's connection goes on."""
    other = Line(address, "127.0.0.1")
    claim(other.answered(), "somebody else is connected")
    bad = (header(b"x-bad-bin", b"!!not base64!!"), header(b"grpc-trace-bin", b"*"), header(b"x-long", b"y" * 12_000),
           header(b"x-long", b"y" * 60_000), header(b"grpc-timeout", b"soon"))
    for more in bad * (20 if full else 2):
        line = Line(address)
        block = call(more=more)
        pieces = [block[i:i + 16000] for i in range(0, len(block), 16000)]
        line.send(frame(HEADERS, END_HEADERS if len(pieces) == 1 else 0, 1, pieces[0]))
        for i, piece in enumerate(pieces[1:], 2):
            line.send(frame(CONTINUATION, END_HEADERS if i == len(pieces) else 0, 1, piece))
        line.send(frame(DATA, END_STREAM, 1, message()))
        line.read(0.3)
        line.close()
        claim(other.answered(), "somebody else's connection is not cut")
    other.close()
    return f"{len(bad)} kinds, the other's connection stays"


ATTACKS = {f.__name__.split("_")[0]: f for f in (rs10_gzip, rs11_slow, rs13_rapid_reset, rs14_one_header, rs15_no_ack,
                                                 rs18_floods, rs19_continuation, rs20_metadata)}
