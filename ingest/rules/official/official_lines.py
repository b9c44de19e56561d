"""With what lines of an official document begin: what follows the head, recitals, what is carried out or decided."""

import re

from ingest.rules.text.page import Span

NOWHERE = Span(0, 0)
AFTER_HEAD = re.compile(
    r"[-–+*•\s]*(?:căn cứ|chiểu |xét|theo đề nghị|kính gửi|nơi (?:nhận|gửi)\s*:"
    r"|điều (?:thứ )?\d|chương (?!trình )|phần |mục |i\.|i-|1\.|ngày \d)"
)
CARRIES_OUT = re.compile(r"[-–\s]*(?:thực hiện|triển khai thực hiện|quán triệt|để thực hiện|thi hành|để thi hành)\s")
RECITAL = re.compile(r"[-–+*•\s]*(?:căn cứ(?: vào)?|chiểu(?: theo)?)(?: các)?\s*:?\s*")
OPERATIVE = re.compile(
    r"[-–*\s]*(?:điều (?:thứ )?(?:1|i|nhất)(?!\w)|chương (?:i|1)(?!\w))|quyết định\s*:?\s*$|[^\n]*như sau\s*:\s*$"
    r"|[^\n]{0,80}ra sắc lệnh\s*:?\s*$"
    r"|[^\n]*quyết nghị\s*:?\s*$"
    r"|[^\n]{0,80}\squyết định\s*:?\s*$|[^\n]{0,80}\squyết nghị\s*:?\s*$"
)
