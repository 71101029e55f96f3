"""A disk that runs full: refused with `full`, alive, work under way is finished, and on it goes when there is room."""
import os
import subprocess
import sys
import tempfile
import unittest

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "../integration"))
from follower import wait_until_settled  # noqa: E402
from parallax_daemon import Daemon  # noqa: E402
from reports import report  # noqa: E402

PARALLAX = os.environ.get("PARALLAX", "parallax")
DISK = 48 << 20


def small_disk():
    """A tmpfs of DISK bytes, or None where nobody may mount."""
    folder = tempfile.mkdtemp(prefix="parallax-disk-")
    done = subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={DISK}", "tmpfs", folder], check=False,
                          stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    if done.returncode:
        os.rmdir(folder)
        return None
    return folder


class FullDisk(unittest.TestCase):
    def setUp(self):
        self.disk = small_disk()
        if not self.disk:
            self.skipTest("no right to mount a tmpfs")

    def tearDown(self):
        subprocess.run(["umount", self.disk], check=True)
        os.rmdir(self.disk)

    def big(self, n):
        """An article that compression does little for."""
        value = report(n, 0)
        value["text"] += "\n\n" + os.urandom(24000).hex()
        return value

    def fill(self, peer, first):
        """Publishes until `full`; gives what was acknowledged, by id."""
        kept = {}
        for n in range(first, first + 5000):
            value = self.big(n)
            status, body = peer.ask("PUT", value)
            if status == "full":
                self.assertGreater(body["retry_ms"], 0)
                return kept
            self.assertEqual(status, "stored", body)
            kept[value["id"]] = body["number"]
        self.fail("the disk never ran full")

    def test_a_full_disk_refuses_and_goes_on(self):
        ballast = os.path.join(self.disk, "ballast")
        with open(ballast, "wb") as f:
            f.write(bytes(DISK // 2))
        settings = {"store": os.path.join(self.disk, "store"), "store_bytes": "1G", "reserve_bytes": "4M",
                    "disk_free_bytes": "4M", "workers_paused": "yes"}
        with Daemon(**settings) as daemon:
            peer = daemon.peer()
            kept = self.fill(peer, 0)
            self.assertGreater(len(kept), 20)
            self.assertEqual(peer.ask("STATUS")[0], "ok")
            some = next(iter(kept))
            self.assertEqual(peer.ask("ARTICLE", {"id": some})[0], "ok")
            self.assertEqual(peer.ask("PUT", self.big(9999))[0], "full")
            os.unlink(ballast)
            status, body = peer.ask("PUT", self.big(10000))
            self.assertEqual(status, "stored", body)
            kept["event-10000-outlet-0"] = body["number"]
            for ident, number in kept.items():
                status, body = peer.ask("ARTICLE", {"id": ident})
                self.assertEqual((status, body["number"]), ("ok", number))
        done = subprocess.run([PARALLAX, "check", settings["store"]], stdout=subprocess.PIPE, text=True, check=False)
        self.assertEqual(done.returncode, 0, done.stdout)

    def test_work_under_way_is_finished_on_a_full_store(self):
        settings = {"store": os.path.join(self.disk, "store"), "store_bytes": "24M", "reserve_bytes": "8M",
                    "disk_free_bytes": "1M", "workers_paused": "yes"}
        with tempfile.TemporaryDirectory() as folder:
            with Daemon(directory=folder, **settings) as daemon:
                kept = self.fill(daemon.peer(), 0)
            with Daemon(directory=folder, **{**settings, "workers_paused": "no"}) as daemon:
                peer = daemon.peer()
                wait_until_settled(peer)
                self.assertEqual(peer.ask("STATUS")[1]["store"]["linked"], len(kept))


if __name__ == "__main__":
    unittest.main()
