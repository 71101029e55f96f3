"""The real parallaxd for tests: started in a temporary directory, asked over ipc, stopped.

Nothing here sleeps: the daemon says READY on a notify socket, and every wait is for a message or
for the end of a process, with a limit after which the test has failed.
"""
import json
import os
import select
import shutil
import signal
import socket
import subprocess
import tempfile
import time
import uuid

import zmq

LIMIT_S = 60
PARALLAXD = os.environ.get("PARALLAXD", "parallaxd")
WORKER = os.environ.get("PARALLAX_WORKER", "parallax-worker")


def article(ident=None, source="The Harbour Post", text="A ferry ran aground off Vik.", **more):
    """A flat article with what is required."""
    value = {"source": source, "text": text, **more}
    if ident is not None:
        value["id"] = ident
    return value


def as_bytes(body):
    if isinstance(body, bytes):
        return body
    return json.dumps(body).encode()


class Timeout(AssertionError):
    pass


class Peer:
    """A DEALER socket with replies sorted by request id."""

    def __init__(self, context, url):
        self.socket = context.socket(zmq.DEALER)
        self.socket.linger = 0
        self.socket.connect(url)
        self.waiting = {}

    def close(self):
        self.socket.close()

    def send(self, verb, body=b"", raw=None, ident=None):
        ident = ident if ident is not None else uuid.uuid4().hex.encode()
        frames = [verb.encode(), ident, as_bytes(body)] + ([raw] if raw is not None else [])
        self.socket.send_multipart(frames)
        return ident

    def receive(self, limit_s=LIMIT_S):
        """The next message, whatever it is."""
        if not self.socket.poll(limit_s * 1000):
            raise Timeout("no message came")
        return self.socket.recv_multipart()

    def reply(self, ident, limit_s=LIMIT_S):
        """Status and JSON of the reply to a request."""
        while ident not in self.waiting:
            frames = self.receive(limit_s)
            self.waiting.setdefault(frames[0], frames[1:])
        status, body = self.waiting.pop(ident)
        return status.decode(), json.loads(body)

    def ask(self, verb, body=b"", raw=None):
        return self.reply(self.send(verb, body, raw))

    def quiet(self, limit_s=0.2):
        """Nothing comes: the one wait that is for time, as there is no event to wait for."""
        return not self.socket.poll(limit_s * 1000)


class Subscriber(Peer):
    """One subscription: opened, and read message by message."""

    def open(self, ident=b"s", **body):
        self.ident = ident
        self.send("OPEN", body, ident=ident)
        frames = self.receive()
        return frames[1].decode(), json.loads(frames[2])

    def credit(self, n):
        self.send("CREDIT", {"add": n}, ident=self.ident)

    def items_until_live(self):
        """Everything up to `live`: a list of (kind, number, previous, value)."""
        found = []
        while not found or found[-1][0] != "live":
            found.append(self.next())
        return found[:-1]

    def next(self):
        frames = self.receive()
        kind = frames[1].decode()
        if kind == "item":
            return kind, int(frames[2]), int(frames[3]), json.loads(frames[4])
        return kind, None, None, json.loads(frames[2]) if len(frames) > 2 else None


class Daemon:
    """Use as a context: it is ready inside, and its end is checked behind."""

    def __init__(self, directory=None, expect_status=0, preexec=None, environment=None, **settings):
        self.made_directory = directory is None
        self.directory = directory or tempfile.mkdtemp(prefix="parallax-")
        self.expect_status = expect_status
        self.preexec = preexec
        self.environment = environment or {}
        self.settings = {
            "store": self.path("store"),
            "endpoint": f"ipc://{self.path('s')}",
            "store_bytes": "256M",
            "disk_free_bytes": "1M",
            "worker": WORKER,
            "workers": "2",
            "workers_paused": "yes",
            **settings,
        }
        self.log_name = "log"
        self.context = zmq.Context()
        self.peers = []
        self.process = None

    def path(self, name):
        return os.path.join(self.directory, name)

    def write_config(self, **changes):
        self.settings.update(changes)
        with open(self.path("conf"), "w", encoding="utf-8") as out:
            for key, value in self.settings.items():
                out.write(f"{key} = {value}\n")
        return self.path("conf")

    # ------------------------------------------------------------ its life

    def spawn(self):
        """Starts the process without waiting for anything."""
        self.close_files()
        name = self.path("notify-" + uuid.uuid4().hex[:8])
        self.notify = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        self.notify.bind(name)
        self.log = open(self.path(self.log_name), "ab")
        self.process = subprocess.Popen(
            [PARALLAXD, "--config", self.write_config()],
            env={**os.environ, "NOTIFY_SOCKET": name, **self.environment},
            stdin=subprocess.DEVNULL, stdout=self.log, stderr=self.log,
            preexec_fn=self.preexec)
        return self

    def start(self):
        self.spawn()
        self.wait_notify("READY=1")
        return self

    def wait_notify(self, what, limit_s=LIMIT_S):
        """Waits until the daemon says it, or has ended without."""
        end = time.monotonic() + limit_s
        ended = os.pidfd_open(self.process.pid)
        try:
            while True:
                ready, _, _ = select.select([self.notify, ended], [], [],
                                            max(0, end - time.monotonic()))
                if self.notify in ready:
                    message = self.notify.recv(4096).decode()
                    if what in message.split("\n"):
                        return message
                elif ended in ready:
                    raise AssertionError(f"the daemon ended:\n{self.log_text()}")
                else:
                    raise Timeout(f"no {what}")
        finally:
            os.close(ended)

    def log_text(self):
        with open(self.path(self.log_name), encoding="utf-8", errors="replace") as log:
            return log.read()

    def wait(self, limit_s=LIMIT_S):
        return self.process.wait(limit_s)

    def kill(self, number=signal.SIGKILL):
        self.process.send_signal(number)

    def stop(self):
        """SIGTERM, and its exit status."""
        if self.process.poll() is None:
            self.kill(signal.SIGTERM)
        status = self.wait()
        self.close_files()
        return status

    def clear(self):
        """For one that was never entered, too."""
        self.close_files()
        self.context.term()
        if self.made_directory:
            shutil.rmtree(self.directory, ignore_errors=True)

    def close_files(self):
        if self.process:
            self.notify.close()
            self.log.close()

    def __enter__(self):
        return self.start()

    def __exit__(self, kind, *_):
        for peer in self.peers:
            peer.close()
        status = self.stop()
        if kind is not None:
            print(self.log_text())
        self.clear()
        if kind is None:
            assert status == self.expect_status, f"parallaxd ended with {status}"

    # ------------------------------------------------------------ its clients

    def peer(self):
        self.peers.append(Peer(self.context, self.settings["endpoint"]))
        return self.peers[-1]

    def subscriber(self):
        self.peers.append(Subscriber(self.context, f"ipc://{self.path('feed')}"))
        return self.peers[-1]

    def req(self):
        """A plain REQ socket, as a scraper's ten lines would use it."""
        plain = self.context.socket(zmq.REQ)
        plain.linger = 0
        plain.connect(self.settings["endpoint"])
        self.peers.append(plain)
        return plain

    def raw_connection(self):
        """A bare AF_UNIX connection to the socket."""
        plain = socket.socket(socket.AF_UNIX)
        plain.connect(self.path("s"))
        self.peers.append(plain)
        return plain

    def status(self):
        status, body = self.peer().ask("STATUS")
        assert status == "ok", status
        return body
