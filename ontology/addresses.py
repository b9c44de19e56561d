"""Addresses of servers as messages may show them: to strangers too, so without what lets somebody in."""

import re

_USERINFO = re.compile(r"(?<=://)[^/?#\s]*@")


def without_secrets(text: str) -> str:
    """The text with the user and password of every address in it left out: http://…@host/path."""
    return _USERINFO.sub("…@", text)
