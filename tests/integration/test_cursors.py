"""Whose cursor it is: kept under the user that the kernel names, not under what a peer says of itself."""
import json
import os
import subprocess
import sys
import unittest

from parallax_daemon import Daemon, article

SOMEBODY = 64321
NOBODY = 65534  # also whom a user namespace has no number for

# In a process of another user: opens the cursor and acknowledges what it was sent.
OTHER = """
import json, sys, zmq
peer = zmq.Context().socket(zmq.DEALER)
peer.linger = 0
peer.connect(sys.argv[1])
def ask(verb, ident, body):
    peer.send_multipart([verb, ident, json.dumps(body).encode()])
    while peer.poll(20000):
        frames = peer.recv_multipart()
        if frames[0] == ident and frames[1] not in (b"item", b"live"):
            return frames[1].decode(), json.loads(frames[2])
print(json.dumps([ask(b"OPEN", b"s", {"cursor": "desk"}),
                  ask(b"ACK", b"a", {"cursor": "desk", "number": 1})]))
"""


class Owners(unittest.TestCase):
    @unittest.skipIf(os.getuid() != 0, "only root can become another user")
    def test_a_cursor_of_the_same_name_is_another_users_own(self):
        daemon = Daemon(workers_paused="no", ipc_mode="0666")
        os.chmod(daemon.directory, 0o755)
        with daemon:
            live = daemon.subscriber()
            live.open(**{"from": 1, "credit": 10})
            self.assertEqual(daemon.peer().ask("PUT", article("a"))[0], "stored")
            while live.next()[0] != "item":
                pass
            mine = daemon.subscriber()
            self.assertEqual(mine.open(cursor="desk", credit=10)[0], "ok")
            self.assertEqual(len(mine.items_until_live()), 1)
            self.assertEqual(mine.ask("ACK", {"cursor": "desk", "number": 1})[0], "ok")
            opened, acknowledged = self.as_user(SOMEBODY, daemon)
            # Neither held by anybody, nor moved: it begins at the first number, and nothing was sent on it.
            self.assertEqual((opened[0], opened[1]["from"]), ("ok", 1))
            self.assertEqual(acknowledged[0], "invalid")
            self.assertEqual([answer[0] for answer in self.as_user(NOBODY, daemon)], ["denied", "denied"])

    def as_user(self, user, daemon):
        done = subprocess.run([sys.executable, "-c", OTHER, f"ipc://{daemon.path('feed')}"],
                              user=user, group=user, extra_groups=[], check=True,
                              stdout=subprocess.PIPE, timeout=60)
        return json.loads(done.stdout)

    def test_a_routing_id_makes_nobody_another(self):
        with Daemon() as daemon:
            first, second = daemon.subscriber(), daemon.subscriber()
            self.assertEqual(first.open(cursor="desk")[0], "ok")
            self.assertEqual(second.open(cursor="desk")[0], "busy")
            status, answer = second.ask("ACK", {"cursor": "desk", "number": 0})
            self.assertEqual(status, "denied", answer)


if __name__ == "__main__":
    unittest.main()
