"""What Office files are packed in: an archive that may hold far more than it weighs."""

import io
import zipfile

from ingest.formats.errors import damaged

_MOST = 200_000_000  # bytes of all members; a member never unpacks to more than it declares


def refuse_bomb(data: bytes, name: str) -> None:
    """Raises SourceUnreadable for an archive that is broken, or unpacks to more than 200 MB."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            size = sum(member.file_size for member in archive.infolist())
    except zipfile.BadZipFile as error:
        raise damaged(name, "its archive is broken", "gói nén bị hỏng") from error
    if size > _MOST:
        raise damaged(
            name,
            f"it unpacks to {size / 1e6:,.0f} MB, more than {_MOST / 1e6:,.0f}",
            f"giải nén ra {size / 1e6:,.0f} MB, vượt {_MOST / 1e6:,.0f} MB",
            hint="split the file",
            hint_vi="tách tệp ra",
        )
