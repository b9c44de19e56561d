"""What the kernel holds a worker to, should a query get past the guard: no network, and a bound on memory."""

import contextlib
import ctypes
import platform
import struct
import sys

# From <linux/prctl.h>, <linux/seccomp.h>, <linux/audit.h> and <linux/filter.h>; the filter is classic BPF.
_NO_NEW_PRIVILEGES, _SET_SECCOMP, _FILTER = 38, 22, 2
_MACHINES = {"x86_64": (0xC000003E, 41), "aarch64": (0xC00000B7, 198)}  # audit name, number of socket(2)
_LOAD, _EQUAL, _AT_LEAST, _RETURN = 0x20, 0x15, 0x35, 0x06
_NUMBER_AT, _MACHINE_AT, _DOMAIN_AT = 0, 4, 16  # offsets in struct seccomp_data; the domain is the first argument
_OTHER_ABI = 0x40000000  # x32 calls bear this bit
_UNIX = 1
_ALLOW, _DENY = 0x7FFF0000, 0x00050000 | 13  # 13 = EACCES


class _Program(ctypes.Structure):
    _fields_ = (("length", ctypes.c_ushort), ("filter", ctypes.c_char_p))


def forbid_network() -> bool:
    """Lets this thread and its children open no socket but local ones, for good; any other fails with EACCES.

    False where the kernel offers no such wall (not Linux, or an unknown machine); the guard then stands alone.
    """
    if sys.platform != "linux" or platform.machine() not in _MACHINES or sys.maxsize < 2**32:
        return False
    instructions = _instructions(*_MACHINES[platform.machine()])
    program = _Program(len(instructions), b"".join(instructions))
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.prctl(_NO_NEW_PRIVILEGES, 1, 0, 0, 0) != 0:
        return False
    return bool(libc.prctl(_SET_SECCOMP, _FILTER, ctypes.byref(program), 0, 0) == 0)


def limit_memory(size: int) -> bool:
    """Lets this process have at most `size` bytes of its own memory. False where the system knows no such limit.

    On Linux what is only reserved does not count, as threads reserve a lot; elsewhere the limit is on address space.
    """
    try:
        import resource
    except ImportError:  # not on Windows
        return False
    with contextlib.suppress(ValueError, OSError):
        kind = resource.RLIMIT_DATA if sys.platform == "linux" else resource.RLIMIT_AS
        resource.setrlimit(kind, (size, resource.getrlimit(kind)[1]))
        return True
    return False


def _instructions(machine: int, socket_number: int) -> list[bytes]:
    """(code, jump if true, jump if false, constant); a jump counts the instructions to skip."""
    steps = (
        (_LOAD, 0, 0, _MACHINE_AT),
        (_EQUAL, 0, 6, machine),  # another machine's calls: deny
        (_LOAD, 0, 0, _NUMBER_AT),
        (_AT_LEAST, 4, 0, _OTHER_ABI),
        (_EQUAL, 0, 2, socket_number),  # any other call: allow
        (_LOAD, 0, 0, _DOMAIN_AT),
        (_EQUAL, 0, 1, _UNIX),
        (_RETURN, 0, 0, _ALLOW),
        (_RETURN, 0, 0, _DENY),
    )
    return [struct.pack("<HBBI", *step) for step in steps]
