"""Imported first by the process from which workers come, so that nothing that breaks there is written to a terminal.

A worker that starts while the program ends finds what they share gone; whoever asked is told of it as an error.
"""

import os

os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
