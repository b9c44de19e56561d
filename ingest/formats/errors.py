"""The refusal of a file whose bytes are not what its name says, or which no reader can make out."""

from typing import Any

from ontology.errors import SourceUnreadable


def damaged(
    name: str,
    english: str,
    vietnamese: str,
    *,
    hint: str = "open the file, save it anew, and import that",
    hint_vi: str = "mở tệp, lưu lại rồi nhập tệp mới",
    code: str = "unreadable",
    **facts: Any,
) -> SourceUnreadable:
    return SourceUnreadable(
        f"{name}: {english}",
        message_vi=f"{name}: {vietnamese}",
        hint=hint,
        hint_vi=hint_vi,
        file=name,
        code=code,
        **facts,
    )
