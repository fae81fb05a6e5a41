"""HTTP/2 by hand: one connection that sends what no client would."""
import os
import select
import socket
import ssl
import struct
import sys
import time

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "e2e"))
from proxy import frame  # noqa: E402

DATA, HEADERS, RST, SETTINGS, PING, WINDOW, CONTINUATION = 0, 1, 3, 4, 6, 8, 9
END_STREAM, ACK, END_HEADERS = 1, 1, 4
PREFACE = b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"
STRANGER = "127.0.0.66"  # another address than that of the honest


def number(value, bits, first=0):
    """HPACK's whole number."""
    most = (1 << bits) - 1
    if value < most:
        return bytes([first | value])
    out, value = [first | most], value - most
    while value >= 128:
        out.append(value % 128 | 128)
        value //= 128
    return bytes(out + [value])


def text(value):
    return number(len(value), 7) + value


def header(name, value):
    return b"\0" + text(name) + text(value)


def call(method=b"Challenge", more=b""):
    return (b"\x83\x87" + b"\x04" + text(b"/kith.relay.v1.Relay/" + method) + b"\x01" + text(b"localhost") +
            header(b"content-type", b"application/grpc") + header(b"te", b"trailers") + more)


def message(body=b"", packed=False):
    return struct.pack(">BI", packed, len(body)) + body


def reach(address, source=STRANGER):
    host, port = address.rsplit(":", 1)
    return socket.create_connection((host, int(port)), timeout=10, source_address=(source, 0))


class Line:
    def __init__(self, address, source=STRANGER, greet=True):
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
        context.set_alpn_protocols(["h2"])
        self.line = context.wrap_socket(reach(address, source))
        self.closed, self.got, self.sent, self.stream = False, b"", 0, -1
        if greet:
            self.send(PREFACE + frame(SETTINGS, 0, 0))

    def send(self, data, seconds=5.0):
        """Whether all of it went; not, once it is cut or nobody takes it for that long."""
        self.line.settimeout(seconds)
        try:
            for at in range(0, len(data), 16384):
                self.line.sendall(data[at:at + 16384])
                self.sent += len(data[at:at + 16384])
        except (OSError, ValueError) as why:
            self.closed = self.closed or not isinstance(why, TimeoutError)
            return False
        return True

    def begin(self, block, flags=END_HEADERS):
        self.stream += 2
        self.send(frame(HEADERS, flags, self.stream, block))
        return self.stream

    def read(self, seconds):
        """What comes in that time, or until it is cut."""
        end = time.time() + seconds
        while not self.closed and time.time() < end:
            if not self.line.pending() and not select.select([self.line], [], [], max(0, end - time.time()))[0]:
                break
            try:
                self.line.settimeout(1)
                data = self.line.recv(65536)
            except TimeoutError:
                continue
            except OSError:
                data = b""
            self.closed = not data
            self.got += data
            if b"grpc-status" in data or b"disabled" in data:
                break
        return self.got

    def answered(self, seconds=5.0):
        """Whether the relay's word comes on one more whole call."""
        self.got = b""
        stream = self.begin(call())
        self.send(frame(DATA, END_STREAM, stream, message()))
        end = time.time() + seconds
        while time.time() < end and not self.closed and b"grpc-status" not in self.got:
            self.read(end - time.time())
        return b"grpc-status" in self.got

    def cut_within(self, seconds):
        end = time.time() + seconds
        while not self.closed and time.time() < end:
            self.read(end - time.time())
        return self.closed

    def close(self):
        self.line.close()
