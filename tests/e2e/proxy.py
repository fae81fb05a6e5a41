"""What stands between people and their relay: it passes bytes on, cuts, or answers in the relay's place."""
import os
import select
import socket
import ssl
import struct
import threading

PREFACE = 24  # bytes with which HTTP/2 begins
HEADERS, SETTINGS, PING = 1, 4, 6
END_STREAM, ACK, END_HEADERS = 1, 1, 4
PAGE = b"<html><body><h1>The server is temporarily unable to service your request</h1></body></html>"


def frame(kind, flags, stream, payload=b""):
    return struct.pack(">I", len(payload))[1:] + struct.pack(">BBI", kind, flags, stream) + payload


class Proxy:
    """Has an address and a certificate as a Relay has them, so that a Person can have it for one. Where it only passes
    bytes on they stay TLS between the other two; where it answers by itself it has the relay's certificate, as a
    proxy of the host's would."""

    def __init__(self, relay):
        self.relay, self.ca = relay, relay.ca
        self.port = socket.create_server(("127.0.0.1", 0))
        self.address = "127.0.0.1:%d" % self.port.getsockname()[1]
        self.lock = threading.Lock()
        self.status = None  # what it answers with
        self.left = None    # bytes of the relay's that still pass
        self.pairs = []
        threading.Thread(target=self._take, daemon=True).start()

    def close(self):
        self.port.close()
        self.cut()

    def cut(self):
        """Resets every connection; new ones go through."""
        with self.lock:
            pairs, self.pairs = self.pairs, []
        for one in (end for pair in pairs for end in pair):
            self._reset(one)

    def cut_after(self, size):
        """Lets so many bytes of the relay's through and resets then."""
        with self.lock:
            self.left = size

    def answer(self, status):
        """Who connects from now on gets a page of HTTP with this status; None: the relay again."""
        with self.lock:
            self.status = status

    @staticmethod
    def _reset(end):
        try:
            end.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            end.shutdown(socket.SHUT_RDWR)
        except OSError:
            pass
        end.close()

    def _take(self):
        while True:
            try:
                device, _ = self.port.accept()
            except OSError:
                return
            with self.lock:
                status = self.status
            target = self._speak_http if status else self._pass
            threading.Thread(target=target, args=(device,) + ((status,) if status else ()), daemon=True).start()

    def _pass(self, device):
        host, port = self.relay.address.rsplit(":", 1)
        try:
            relay = socket.create_connection((host, int(port)))
        except OSError:
            return self._reset(device)
        with self.lock:
            self.pairs.append((device, relay))
        try:
            while self._pass_once(device, relay):
                pass
        except (OSError, ValueError):  # closed meanwhile
            pass
        self._reset(device)
        self._reset(relay)

    def _pass_once(self, device, relay):
        for end in select.select([device, relay], [], [])[0]:
            data = end.recv(65536)
            if not data:
                return False
            if end is device:
                relay.sendall(data)
                continue
            with self.lock:
                most, self.left = self.left, None if self.left is None or self.left <= len(data) else self.left - len(data)
            device.sendall(data if most is None else data[:most])
            if most is not None and most <= len(data):
                return False
        return True

    def _speak_http(self, device, status):
        """HTTP/2, as much of it as one page takes."""
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(*(os.path.join(self.relay.folder, name) for name in ("certificate.pem", "certificate-key.pem")))
        context.set_alpn_protocols(["h2"])
        try:
            with context.wrap_socket(device, server_side=True) as line:
                line.settimeout(60)
                stream = line.makefile("rb")
                stream.read(PREFACE)
                line.sendall(frame(SETTINGS, 0, 0))
                while True:
                    head = stream.read(9)
                    if len(head) < 9:
                        return
                    size, kind, flags, number = int.from_bytes(head[:3], "big"), head[3], head[4], struct.unpack(">I", head[5:])[0]
                    payload = stream.read(size)
                    if kind in (SETTINGS, PING) and not flags & ACK:
                        line.sendall(frame(kind, ACK, 0, payload if kind == PING else b""))
                    if kind == HEADERS:
                        # Of HPACK's table, without keeping them: 8 is :status, 31 content-type.
                        said = b"\x08\x03" + str(status).encode() + b"\x0f\x10\x09text/html"
                        line.sendall(frame(HEADERS, END_HEADERS, number, said) + frame(0, END_STREAM, number, PAGE))
        except (OSError, ValueError):
            pass
