"""The languages in which everything is told."""

from typing import Literal

Language = Literal["vi", "en"]
