"""What the command line says of an error of the operating system: which file, what is wrong, what to do."""

import errno

_OTHER = ("nêu đường dẫn khác", "name another path")
# The words of the system come in English or in the language of the machine: these in both of ours.
_SAID: dict[int, tuple[tuple[str, str], tuple[str, str]]] = {
    errno.ENOENT: (
        ("không có tệp hay thư mục này", "no such file or folder"),
        ("kiểm tra đường dẫn; thư mục chứa tệp phải có sẵn", "look at the path; the folder of a file must be there"),
    ),
    errno.EACCES: (
        ("không có quyền", "permission denied"),
        ("chạy dưới tên chủ thư mục, hoặc nêu đường dẫn khác", "run as the owner of the folder, or name another path"),
    ),
    errno.EROFS: (("ổ đĩa chỉ cho đọc", "the disk is read-only"), _OTHER),
    errno.EISDIR: (("đây là thư mục, không phải tệp", "this is a folder, not a file"), _OTHER),
    errno.ENOTDIR: (("một phần của đường dẫn không phải thư mục", "a part of the path is no folder"), _OTHER),
    errno.EEXIST: (("đã có sẵn", "it is there already"), _OTHER),
    errno.ENAMETOOLONG: (("tên quá dài", "the name is too long"), _OTHER),
    errno.ELOOP: (("liên kết dẫn vòng về chính nó", "links that lead back to themselves"), _OTHER),
    errno.ENOSPC: (("hết chỗ ghi", "no room left to write"), ("giải phóng chỗ trống", "free some space")),
    errno.EADDRINUSE: (("cổng đang bận", "the port is in use"), ("chọn --port khác", "choose another --port")),
}
_SAID[errno.EPERM] = _SAID[errno.EACCES]
_SAID[errno.EDQUOT] = _SAID[errno.ENOSPC]


def described_system_error(error: OSError) -> tuple[tuple[str, str], tuple[str, str]]:
    """The message and what to do, each as (Vietnamese, English); the system's own words where there are no others."""
    where = f": {error.filename}" if error.filename is not None else ""
    known = _SAID.get(error.errno or 0)
    if known is None:
        said = f"{error.strerror or error}{where}"
        return (said, said), ("", "")
    (vietnamese, english), hints = known
    return (f"{vietnamese}{where}", f"{english}{where}"), hints
