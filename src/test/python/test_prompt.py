"""The prompt of `./dawen sql` at a real terminal: completion, progress, Ctrl-C that stops a question only."""
import fcntl
import os
import pty
import select
import struct
import termios
import time
import unittest

import samplelake as lake

LONG = "SELECT count(*) FROM range(3000000000) a, range(100) b WHERE a.range % 7 = b.range % 5;\r"
PATIENCE_SECONDS = 60


class Terminal:
    def __init__(self):
        self.unread = ""
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            os.environ["TERM"] = "xterm"
            os.execv(lake.HOME / "dawen", ["dawen", "sql", "--lake", str(lake.LAKE)])
        fcntl.ioctl(self.fd, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 160, 0, 0))

    def type(self, text):
        os.write(self.fd, text.encode())

    def read_until(self, word):
        """What came after the word stays to be read."""
        end = time.monotonic() + PATIENCE_SECONDS
        while word not in self.unread:
            if time.monotonic() > end:
                raise AssertionError(f"{word!r} did not come: {self.unread[-500:]!r}")
            if select.select([self.fd], [], [], 1)[0]:
                self.unread += os.read(self.fd, 65536).decode("utf-8", "replace")
        self.unread = self.unread.split(word, 1)[1]

    def read_to_the_end(self):
        try:
            while os.read(self.fd, 65536):
                pass
        except OSError:  # a terminal whose last process has gone
            pass


class Prompt(unittest.TestCase):
    def test_a_question_is_stopped_and_the_next_is_answered(self):
        terminal = Terminal()
        try:
            terminal.read_until("dawen> ")
            terminal.type("SELECT count(*) FROM air.station_d\t")
            terminal.read_until("ay")
            terminal.type("\x15" + LONG)
            terminal.read_until("Ctrl-C stops the question")
            terminal.type("\x03")
            terminal.read_until("The question was stopped.")
            terminal.type("SELECT 6 * 7 AS answer;\r")
            terminal.read_until("   42")
            terminal.read_until("dawen> ")
            terminal.type("exit\r")
            terminal.read_to_the_end()
            self.assertEqual(os.waitstatus_to_exitcode(os.waitpid(terminal.pid, 0)[1]), 0)
        finally:
            os.close(terminal.fd)  # hangs up, which ends a prompt that is still there


if __name__ == "__main__":
    unittest.main()
