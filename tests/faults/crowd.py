"""crowd.py URL COUNT - subscribers that can be stopped all at once, being one process.

Opens COUNT subscriptions from the first entry on and says `opened`. Told `read N` on its standard input, it reads each of
them up to entry N, in which nothing may be missing or come twice, and says `read`. Whatever is wrong ends it.
"""
import json
import sys

import zmq

CREDIT = 1000000


def subscribe(context, url):
    socket = context.socket(zmq.DEALER)
    socket.linger = 0
    socket.rcvhwm = 1
    socket.connect(url)
    socket.send_multipart([b"OPEN", b"s", json.dumps({"from": 1, "credit": CREDIT}).encode()])
    return socket


def read_what_is_there(socket, number):
    """Gives the number of the last entry read."""
    while socket.poll(0):
        frames = socket.recv_multipart()
        if frames[1] == b"item":
            assert int(frames[2]) == number + 1 and int(frames[3]) == number, (frames[2:4], number)
            number += 1
        else:
            assert frames[1] in (b"ok", b"live"), frames
    return number


def read_all(sockets, last):
    poller, numbers = zmq.Poller(), dict.fromkeys(sockets, 0)
    for socket in sockets:
        poller.register(socket, zmq.POLLIN)
    while numbers:
        ready = poller.poll(60000)
        assert ready, f"{len(numbers)} wait in vain"
        for socket, _ in ready:
            numbers[socket] = read_what_is_there(socket, numbers[socket])
            if numbers[socket] >= last:
                poller.unregister(socket)
                del numbers[socket]


def main(url, count):
    context = zmq.Context()
    context.max_sockets = count + 10
    sockets = [subscribe(context, url) for _ in range(count)]
    for socket in sockets:
        assert socket.poll(60000), "no answer to OPEN"
    print("opened", flush=True)
    word, last = sys.stdin.readline().split()
    assert word == "read"
    read_all(sockets, int(last))
    print("read", flush=True)
    for socket in sockets:
        socket.close()
    context.term()


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
