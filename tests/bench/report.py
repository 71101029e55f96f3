#!/usr/bin/python3
"""report.py BUILD-DIR [--shared DIR] [--quick] - the figures of docs/quality.md, peer beside ours, in one run.

Rates on a shared machine drift: only ratios of one run are worth quoting. Nothing here fails for being slow.
"""
import argparse
import glob
import gzip
import html
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))

CONFIG = """store = {dir}/store
endpoint = ipc://{dir}/parallax
feed_endpoint = ipc://{dir}/feed
worker = {build}/workers/parallax-worker
workers_paused = {paused}
log_level = warning
"""


def rate(command, **options):
    """The first number that a command prints."""
    out = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True, **options).stdout
    return float(re.search(r"[\d.]+", out).group()), out.strip()


class Daemon:
    """parallaxd on a temporary store, ended when the block is left."""

    def __init__(self, build, paused):
        self.dir = tempfile.mkdtemp(dir=".")
        config = os.path.join(self.dir, "conf")
        with open(config, "w", encoding="utf-8") as f:
            f.write(CONFIG.format(dir=os.path.abspath(self.dir), build=build, paused="yes" if paused else "no"))
        self.endpoint = f"ipc://{os.path.abspath(self.dir)}/parallax"
        self.process = subprocess.Popen([f"{build}/daemon/parallaxd", "--config", config])
        self.parallax = f"{build}/cli/parallax"
        while subprocess.run([self.parallax, "status", "--endpoint", self.endpoint], stdout=subprocess.DEVNULL,
                             stderr=subprocess.DEVNULL, check=False).returncode:
            time.sleep(0.05)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()
        shutil.rmtree(self.dir)


def line(what, ours, peer, bar):
    print(f"{what:58} {ours:>10.1f} {peer:>10.1f}  ratio {ours / peer:6.2f}  (bar {bar})", flush=True)


def acknowledgements(build, count):
    """Acknowledged articles a second beside what bare LMDB writes, rows of the same size."""
    publish = f"{build}/tests/bench/publish"
    paused = 0.0
    for rows, n, bar in ((128, count, 0.3), (1, max(500, count // 25), 0.4)):
        with tempfile.TemporaryDirectory(dir=".") as d:
            bare, _ = rate([f"{build}/tests/bench/bare_lmdb", d, str(n), str(rows)])
        with Daemon(build, True) as daemon:
            ours, _ = rate([publish, daemon.endpoint, str(n), str(rows)])
        line(f"acknowledged/s, {rows} in flight : bare LMDB, {rows} rows a txn", ours, bare, bar)
        paused = paused or ours
    with Daemon(build, False) as daemon:
        ours, _ = rate([publish, daemon.endpoint, str(count), "128"])
    line("acknowledged/s, workers running : paused", ours, paused, 0.5)


def idle(build, seconds):
    """CPU share and wake-ups a second of a daemon that has nothing to do."""
    with Daemon(build, False) as daemon:
        def look():
            ticks = switches = 0
            for task in os.listdir(f"/proc/{daemon.process.pid}/task"):
                base = f"/proc/{daemon.process.pid}/task/{task}"
                with open(f"{base}/stat", encoding="ascii") as f:
                    fields = f.read().rsplit(")", 1)[1].split()
                ticks += int(fields[11]) + int(fields[12])
                with open(f"{base}/status", encoding="ascii") as f:
                    switches += sum(int(x) for x in re.findall(r"ctxt_switches:\s+(\d+)", f.read()))
            return ticks, switches
        subprocess.run([daemon.parallax, "status", "--endpoint", daemon.endpoint], stdout=subprocess.DEVNULL, check=True)
        time.sleep(2)
        before = look()
        time.sleep(seconds)
        after = look()
    share = 100 * (after[0] - before[0]) / os.sysconf("SC_CLK_TCK") / seconds
    print(f"idle daemon over {seconds} s: {share:.3f} % CPU (bar 0.1), "
          f"{(after[1] - before[1]) / seconds:.1f} wake-ups/s (bar 5)", flush=True)


def pages(shared, into):
    """The development pages, unpacked."""
    out = []
    with open(os.path.join(shared, "data/html/html.jsonl"), encoding="utf-8") as f:
        for n, item in enumerate(map(json.loads, f)):
            with open(os.path.join(shared, "data/html", item["file"]), "rb") as packed:
                raw = packed.read()
            path = os.path.join(into, f"{n}.html")
            with open(path, "wb") as page:
                page.write(gzip.decompress(raw) if raw[:2] == b"\x1f\x8b" else raw)
            out.append(path)
    return out


def extraction(build, shared, seconds):
    """Articles and pages a second of user time on one core beside Readability."""
    pinned = ["taskset", "-c", "0"]
    extract = [*pinned, f"{build}/tests/bench/extract"]
    folder = os.path.join(ROOT, "tests/bench/readability")
    with tempfile.TemporaryDirectory(dir=".") as d:
        for name in ("package.json", "measure.mjs"):
            shutil.copy(os.path.join(folder, name), d)
        subprocess.run(["npm", "install", "--silent", "--no-audit", "--no-fund"], cwd=d, check=True)
        files = [os.path.abspath(f) for f in pages(shared, d)]
        peer, _ = rate([*pinned, "node", "measure.mjs", str(seconds), *files], cwd=d)
        plain = sorted(glob.glob(os.path.join(ROOT, "tests/data/stockholm/*.txt")))
        ours, _ = rate([*extract, str(seconds), *plain])
        line("plain articles/s, all stages : Readability's pages/s", ours, peer, 5)
        ours, _ = rate([*extract, str(seconds), *files])
        line("pages/s, all stages : Readability's pages/s", ours, peer, 4)
        ours, _ = rate([*extract, "--only", "text", str(seconds), *files])
        line("pages/s, text and metadata : Readability's pages/s", ours, peer, 7)
        large = os.path.join(d, "large.html")
        enlarge(files, large, 5 << 20)
        memory(build, files, f"{len(files)} pages")
        memory(build, [large], "a page of 5 MB")
        if write_text(shared, large, 5 << 20):
            memory(build, [large], "a page of 5 MB, all text")


def enlarge(files, path, size):
    """One page out of many: their bytes one after another."""
    written = 0
    with open(path, "wb") as out:
        for name in files:
            with open(name, "rb") as f:
                written += out.write(f.read(size - written))
            if written == size:
                return


def write_text(shared, path, size):
    """A page that is the text of articles, one after another; False where there is none."""
    lines = articles(shared).splitlines()
    with open(path, "wb") as out:
        out.write(b"<title>All of them</title><article><h1>All of them</h1>")
        for line in lines:
            for paragraph in json.loads(line)["text"].split("\n"):
                if out.tell() < size:
                    out.write(f"<p>{html.escape(paragraph)}</p>".encode())
    return bool(lines)


def children(pid):
    with open(f"/proc/{pid}/task/{pid}/children", encoding="ascii") as f:
        return f.read().split()


def memory(build, files, what):
    """The most that a worker ever held, its models included, when all is extracted."""
    with Daemon(build, False) as daemon:
        at = ["--endpoint", daemon.endpoint]
        subprocess.run([daemon.parallax, "publish", *at, "--source", "bench", *files], check=True,
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        most = 0
        while True:
            for pid in children(daemon.process.pid):
                try:
                    with open(f"/proc/{pid}/status", encoding="ascii") as f:
                        most = max(most, *(int(n) for n in re.findall(r"VmHWM:\s+(\d+)", f.read())), 0)
                except OSError:
                    pass
            status = json.loads(subprocess.run([daemon.parallax, "status", "--json", *at], check=True,
                                               stdout=subprocess.PIPE).stdout)
            store = status["store"]
            # Comparing comes last, and takes memory, too.
            if not store["jobs"] and not store["dirty"] and store["linked"] >= store["articles"]:
                break
            time.sleep(0.05)
    print(f"a worker's memory, {what}: {most / 1024:.0f} MB at most (bar 120), dead letters {store['dead']}",
          flush=True)


def articles(shared):
    """The articles of known events as the daemon takes them, or none."""
    path = os.path.join(shared, "data/clusters/clusters.jsonl")
    if not os.path.exists(path):
        return ""
    lines = []
    with open(path, encoding="utf-8") as f:
        for item in map(json.loads, f):
            a = {"id": f"{item['set']}/{item['id']}", "source": item.get("source") or item["set"],
                 "text": item["text"], "title": item.get("title"), "published": item.get("date")}
            lines.append(json.dumps({k: v for k, v in a.items() if v}))
    return "\n".join(lines)


def linking(build, shared, sizes):
    """Processor time of linking an article into windows of some sizes."""
    found = articles(shared)
    files = ["-"] if found else sorted(glob.glob(os.path.join(ROOT, "tests/data/stockholm/*.txt")))
    with tempfile.NamedTemporaryFile(dir=".", suffix=".jsonl") as f:
        # Some have a date that the daemon does not take: they are left out.
        subprocess.run([f"{build}/cli/parallax", "extract", "--json", *files], input=found.encode(), stdout=f,
                       stderr=subprocess.DEVNULL, check=False)
        f.flush()
        for size in sizes:
            _, said = rate([f"{build}/tests/bench/link", str(size), f.name])
            print(f"linking: {said}", flush=True)


def main():
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument("build")
    p.add_argument("--shared", default=os.path.join(ROOT, "../shared"))
    p.add_argument("--quick", action="store_true", help="a tenth of the articles, for a first look")
    args = p.parse_args()
    build = os.path.abspath(args.build)
    print(f"{'':58} {'ours':>10} {'peer':>10}")
    acknowledgements(build, 5000 if args.quick else 50000)
    idle(build, 10 if args.quick else 30)
    linking(build, args.shared, (10000, 100000) if args.quick else (10000, 1000000))
    if os.path.isdir(args.shared) and shutil.which("npm"):
        extraction(build, args.shared, 5 if args.quick else 15)
    else:
        print("no development data or no npm here: extraction is not measured")


if __name__ == "__main__":
    main()
