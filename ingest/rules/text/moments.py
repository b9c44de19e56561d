"""A moment as printed, as exactly as it is: 12/5/2024 and ngày 12 tháng 5 năm 2024, tháng 5/2024, năm 2024."""

import re
from datetime import date

_YEAR = r"(?:19|20)\d\d"
MOMENT = (
    rf"(?:(?:ngày\s)?(?P<day>\d{{1,2}})(?:\s?[/.-]\s?|\stháng\s)(?P<month>\d{{1,2}})(?:\s?[/.-]\s?|\snăm\s)(?P<year>{_YEAR})"
    rf"|(?:tháng\s)?(?P<in_month>\d{{1,2}})(?:\s?[/.-]\s?|\snăm\s)(?P<of_year>{_YEAR})"
    rf"|(?:năm\s)(?P<in_year>{_YEAR}))(?![\w/]|[.-]\d)"
)


def iso(match: re.Match[str]) -> str | None:
    """The day, month or year that a pattern with MOMENT in it found: 2024-05-12, 2024-05, 2024; None for none."""
    if match["in_year"]:
        return str(match["in_year"])
    try:
        if match["of_year"]:
            return date(int(match["of_year"]), int(match["in_month"]), 1).isoformat()[:7]
        return date(int(match["year"]), int(match["month"]), int(match["day"])).isoformat()
    except ValueError:
        return None
