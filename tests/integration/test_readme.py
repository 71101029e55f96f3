"""The two programs that the README shows, run as they stand there."""
import json
import os
import re
import subprocess
import sys
import unittest

from follower import wait_until_settled
from parallax_daemon import Daemon

README = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../README.md")


def program(name):
    with open(README, encoding="utf-8") as f:
        return re.search(rf"^```python {name}\n(.*?)^```", f.read(), re.M | re.S).group(1)


class Readme(unittest.TestCase):
    def test_the_scraper_publishes_and_the_subscriber_reads(self):
        with Daemon(workers_paused="no") as daemon:
            where = {**os.environ, "PARALLAX_ENDPOINT": daemon.settings["endpoint"],
                     "PARALLAX_FEED": f"ipc://{daemon.path('feed')}", "PYTHONUNBUFFERED": "1"}
            done = subprocess.run([sys.executable, "-c", program("scraper")], env=where, check=True, timeout=60,
                                  stdout=subprocess.PIPE, text=True)
            self.assertTrue(done.stdout.startswith("stored"), done.stdout)
            self.assertEqual(json.loads(done.stdout.split(" ", 1)[1])["number"], 1)
            wait_until_settled(daemon.peer())
            reader = subprocess.Popen([sys.executable, "-c", program("subscriber")], env=where,
                                      stdout=subprocess.PIPE, text=True)
            line = reader.stdout.readline()
            reader.kill()
            reader.wait()
            reader.stdout.close()
            self.assertRegex(line, r"^0{19}1 event\.created Ferry runs aground off Vik")

    def test_the_programs_are_ten_lines_or_so(self):
        for name in ("scraper", "subscriber"):
            self.assertLessEqual(len(program(name).strip().splitlines()), 12)


if __name__ == "__main__":
    unittest.main()
