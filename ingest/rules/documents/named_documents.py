"""Documents without a number whose name is theirs alone: a congress's resolution, the statutes, a law of a year."""

import re
from collections.abc import Iterator

from ingest.cued import Cued
from ingest.rules.mentions.document_mentions import DocumentMention
from ingest.rules.mentions.event_names import CONGRESS, is_of_others, term_name
from ingest.rules.text.page import Page
from ontology.text import canonical

_RESOLUTION = Cued("nghị", rf"nghị quyết\s+(?:của\s+)?(?:{CONGRESS.pattern.pattern})")
_OF_LOCAL_CONGRESS = Cued(
    "nghị",
    r"nghị quyết\s+(?:của\s+)?đại hội\s+(?:đại biểu\s+)?(?:đảng bộ|đảng|công đoàn|đoàn|mttq(?:vn)?)"
    r"[^\n,.;:()“”]{0,80}?(?:\slần thứ\s+(?:[ivx]+|\d{1,2}|[a-zà-ỹ]+)(?:,? \(?nhiệm kỳ \d{4}\s?[-–]\s?\d{4}\)?)?"
    r"|,? nhiệm kỳ \d{4}\s?[-–]\s?\d{4})(?!\w)",
)
_OF_LOCAL_CONGRESS_BY_NUMBER = Cued(
    "nghị",
    r"nghị quyết\s+(?:của\s+)?đại hội\s+(?:đại biểu\s+)?(?:lần thứ\s+)?[ivx]+\s+(?:của\s+)?đảng bộ\s"
    r"(?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường)(?:\s[^\n,.;:()“”]{2,30}?)??"
    r"(?:,? \(?nhiệm kỳ \d{4}\s?[-–]\s?\d{4}\)?|(?=[,.;:()\n]|$|\s(?:đã|về|là|và|đề ra|từ)(?!\w)))",
)
_OF_LOCAL_PLENUM = Cued(
    "nghị",
    r"nghị quyết\s+(?:của\s+)?hội nghị\s+(?:lần\s+)?thứ\s+(?:\d{1,2}|[ivx]+|[a-zà-ỹ]+(?:\s[a-zà-ỹ]+)?)\s+(?:của\s+)?"
    r"(?:ban chấp hành|bch)\s+đảng bộ\s[^\n,.;:()“”]{2,50}?,?\s\(?khóa\s+(?:[ivx]+|\d{1,2})\)?"
    r"(?:,?\s\(?nhiệm kỳ \d{4}\s?[-–]\s?\d{4}\)?)?(?!\w)",
)
_CONDUCT = Cued(
    "quy",
    r"quy định\s+(?:về\s+)?(?:những điều đảng viên không được làm|(?:về\s+)?trách nhiệm nêu gương"
    r"(?: của (?:cán bộ, đảng viên|đảng viên|cán bộ)(?:, trước hết là [^\n.;]{10,80})?)?)(?!\w)",
)
# The rules themselves, as against "căn cứ quy định của Đảng": they have a capital.
_ON_DISCIPLINE = Cued(
    "quy",
    r"quy định của đảng về (?:xử lý |thi hành )?kỷ luật (?:đối với )?"
    r"(?:tổ chức đảng(?:, đảng viên| và đảng viên)?|đảng viên)(?: vi phạm)?(?!\w)",
)
_STATUTES = Cued("điều", r"điều lệ đảng(?:\s+cộng sản việt nam)?(?!\w)")
_STATUTES_OF_UNION = Cued(
    "điều",
    r"điều lệ\s+(?:mttq|mặt trận tổ quốc|công đoàn|đoàn tncs hồ chí minh|đoàn|hội (?:nông dân|cựu chiến binh"
    r"|liên hiệp phụ nữ(?! tỉnh)))(?:\s+việt nam)?(?!\w)",
)
_ON_STATUTES = Cued("quy", r"quy định (?:về )?thi hành điều lệ đảng(?!\w)")
_ORDINAL = r"(?:\d{1,2}|nhất|hai|ba|tư|năm|sáu|bảy|tám|chín|mười(?:\s+(?:một|hai|ba|bốn|lăm))?)"
_TERM = r"\s*(?:[,–-]\s*)?\(?khóa\s+(?P<term>[ivxl]{1,6}|1\d)\)?"
# Nghị quyết Trung ương 4 khóa XII; Nghị quyết Hội nghị lần thứ tư Ban Chấp hành Trung ương Đảng khóa XII
_OF_PLENUM = Cued(
    "nghị kết",
    rf"(?P<kind>nghị quyết|kết luận)\s+(?:của\s+)?(?:hội nghị\s+)?(?:lần\s+)?(?:thứ\s+)?(?:"
    rf"(?:trung ương|t\.?ư|tw)(?:\s+đảng)?\s+(?:lần\s+)?(?:thứ\s+)?(?P<short>{_ORDINAL})|"
    rf"(?P<long>{_ORDINAL}),?\s+(?:của\s+)?(?:ban chấp hành|bch)\s+(?:trung ương|t\.?ư|tw)(?:\s+đảng)?)"
    rf"(?:{_TERM})?(?!\w)",
)
_MORE_TERMS = re.compile(r"(?:,| và|, và) (?:khóa )?(?P<term>[ivx]{2,6})(?!\w)")
_KEPT = {"ĐẢNG": "Đảng", "CỘNG": "Cộng", "VIỆT": "Việt", "NAM": "Nam", "HIẾN": "Hiến"}  # capitals within a name
_SEVERAL = re.compile(r"(?<!\w)các (?:nghị quyết,? (?:và )?|kết luận,? (?:và )?)?$")
_REACH = 24  # characters before a plenum's paper that say that there are several
_FIGURE = re.compile(r"[IVX]+\W?")
_YEARS = re.compile(r",? \(?nhiệm kỳ \d{4}\s?[-–]\s?\d{4}\)?$")
_DASHED = re.compile(r"\s*[-–]\s*(?=khóa )")  # Nghị quyết Trung ương 8 - khóa IX
_BRACKETED = re.compile(r",?\s*\((khóa [^()]+)\)")
_PROGRAMME = Cued(
    "cương", r"cương lĩnh(?:\s+chính trị)?(?:\s+năm\s+(?:19|20)\d\d)?(?=\s*[,.;:)]|\s+(?:và|của|năm)(?!\w))"
)
_PROGRAMME_OF_TRANSITION = Cued(
    "cương",
    r"cương lĩnh\s+xây dựng đất nước trong thời kỳ quá độ(?:\s+đi)?\s+lên (?:chủ nghĩa xã hội|cnxh)"
    r"(?:\s+(?:năm\s+)?(?P<year>(?:19|20)\d\d)|\s+\(bổ sung, phát triển(?: năm)? (?P<amended>20\d\d)\))?(?!\w)",
)
_CONSTITUTION = Cued(
    "hiến",
    r"hiến pháp\s+nước\s+(?:cộng h(?:òa|oà) (?:xã hội chủ nghĩa|xhcn)|chxhcn)\s+việt nam"
    r"(?:\s+năm\s+(?P<year>(?:19|20)\d\d))?(?!\w)",
)
_BARE_CONSTITUTION = Cued("hiến", r"hiến pháp(?=\s*[,.;:)]|\s+và(?!\w))")
_ELECTION_RULES = Cued("quy", r"quy chế bầu cử trong đảng(?!\w)")
_HOUSE_RULES = Cued("nội", r"nội quy kỳ họp (?:quốc hội|hội đồng nhân dân|hđnd)(?!\w)")
# The name ends where the sentence goes on; the commas of a list of bodies are part of it.
_RULES = Cued(
    "quy",
    r"quy chế\s+(?:làm việc|hoạt động|làm việc mẫu)\s+của\s+"
    r"(?:[^\n.,;:()“”\"]|,[ ](?=(?:ban|bộ|ủy ban|thường trực|nhiệm kỳ)\s)){4,140}",
)
_OF_ANY = re.compile(r"quy chế \w+ \w+ của (?:đại hội|hội nghị|kỳ họp)")  # which each of them adopts for itself
_GOES_ON = re.compile(
    r"\s(?:được|đã|sẽ|đang|là|tại|theo|để|nhằm|do|với|còn|phải"
    r"|và(?= (?:quy chế|chương trình|kế hoạch|quy trình|nội quy)(?!\w)))(?!\w)"
)
# Căn cứ … Quy chế làm việc của Bộ Chính trị, Ban Bí thư, Bộ Chính trị quyết định …: who acts is none of it
_ACTS = re.compile(
    r", [^,\n]{2,40} (?:quyết định|quyết nghị|xem xét|ban hành|thống nhất|đã|họp|nhận thấy|đề nghị|yêu cầu)(?!\w)"
)
DEADLINE = re.compile(r"\strước (?:ngày|tháng) \d")  # "ban hành Quy chế làm việc của chi bộ trước ngày 31/10/2026"
_PROMULGATED = re.compile(r"[\W_]*căn cứ [^\n;]{0,240}\sban hành (?:kèm theo )?")  # Căn cứ Nghị định số … ban hành …
_UNTIL = (" trước", " sau", " trong", " từ", " đến", " cuối", " đầu")
_LAW = Cued(
    "luật",
    r"luật\s+(?P<title>(?:(?!luật\s|này\s)[^\W\d_]+[,\s]+){1,9}?)(?:năm\s+)?(?P<year>(?:19|20)\d\d)"
    r"(?P<amended> \(sửa đổi\))?(?!\d)",
)


def named_documents(page: Page) -> list[DocumentMention]:
    """Every mention of such a document, kind after kind."""
    of_party = (m for m in page.each(_RESOLUTION) if not is_of_others(m))
    found = _with_fullest_names([_mention(page, m, "Nghị quyết", f"congress {m['term']}") for m in of_party])
    found += [_mention(page, m, "Điều lệ", "statutes") for m in page.each(_STATUTES)]
    unions = (m for m in page.each(_STATUTES_OF_UNION) if not page.is_after("drafts", m.start()))
    found += [_by_words(page, m, "Điều lệ") for m in unions]
    found += [_by_words(page, m, "Quy định") for m in page.each(_ON_STATUTES)]
    found += _of_plenums(page)
    local = [m for m in page.each(_OF_LOCAL_CONGRESS) if _is_of_one(page, m)]
    local += [*page.each(_OF_LOCAL_CONGRESS_BY_NUMBER), *page.each(_OF_LOCAL_PLENUM)]
    found += _with_fullest_names([_of_local(page, m) for m in local])
    found += [
        _by_words(page, m, "Quy định") for c in (_CONDUCT, _ON_DISCIPLINE) for m in page.each(c) if _capital(page, m)
    ]
    found += [_mention(page, m, "Cương lĩnh", "programme") for m in page.each(_PROGRAMME) if _capital(page, m)]
    found += [_of_transition(page, m) for m in page.each(_PROGRAMME_OF_TRANSITION)]
    found += [_constitution(page, m) for m in page.each(_CONSTITUTION)]
    bare = page.each(_BARE_CONSTITUTION)
    found += [_mention(page, m, "Hiến pháp", "constitution") for m in bare if _capital(page, m)]
    found += [_by_words(page, m, "Nội quy") for m in page.each(_HOUSE_RULES)]
    found += [_by_words(page, m, "Quy chế") for m in page.each(_ELECTION_RULES)]
    rules = (m for m in page.each(_RULES) if _is_of_rules(page, m) and not page.is_after("drafts", m.start()))
    found += [named for m in rules if not _OF_ANY.fullmatch(canonical((named := _rules(page, m)).name or ""))]
    found += [mention for m in page.each(_LAW) if (mention := _law(page, m))]
    return found


def _mention(
    page: Page, match: re.Match[str], kind: str, key: str, name: str = "", year: str | None = None
) -> DocumentMention:
    """A mention under the name as printed, with a capital first, where no other is given; `year` is that of a law."""
    printed = page.shown[match.start() : match.end()]
    evidence = [page.evidence(match.start(), match.end(), "named-document")]
    name = name or _in_small_letters(printed) or printed[0].upper() + printed[1:]
    return DocumentMention(match.start(), match.end(), f"name:{key}", kind, name=name, issued=year, evidence=evidence)


def _in_small_letters(printed: str) -> str:
    """The name of a title in capitals, with those of the Party: ĐIỀU LỆ ĐẢNG -> Điều lệ Đảng; "" for any other."""
    if not printed.isupper():
        return ""
    words = [_KEPT.get(word, word.lower()) for word in printed.split()]
    return " ".join([words[0].capitalize(), *words[1:]])


def _by_words(page: Page, match: re.Match[str], kind: str) -> DocumentMention:
    return _mention(page, match, kind, canonical(match.group()))


def _of_local(page: Page, match: re.Match[str]) -> DocumentMention:
    """The resolution of a local congress, with or without the years of its term."""
    return _mention(page, match, "Nghị quyết", canonical(_YEARS.sub("", match.group())))


def _constitution(page: Page, match: re.Match[str]) -> DocumentMention:
    """Hiến pháp nước CHXHCN Việt Nam, by its full name."""
    year = f" năm {match['year']}" if match["year"] else ""
    name = f"Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam{year}"
    return _mention(page, match, "Hiến pháp", f"constitution{year}", name, match["year"])


def _of_transition(page: Page, match: re.Match[str]) -> DocumentMention:
    """Cương lĩnh xây dựng đất nước …: that of 1991, or as it was amended in 2011."""
    year = match["year"] or match["amended"]
    return _mention(page, match, "Cương lĩnh", f"programme of transition {year}", year=year)


def _capital(page: Page, match: re.Match[str]) -> bool:
    return page.shown[match.start()].isupper()


def _is_of_rules(page: Page, match: re.Match[str]) -> bool:
    """Whether rules are named: none that a recital's document promulgates, no heading of an annex, none yet to come."""
    recital = _PROMULGATED.fullmatch(page.low, page.paragraph_at(match.start()).start, match.start())
    if recital or DEADLINE.search(page.low, match.start(), match.end()):
        return False
    return _capital(page, match) and not page.shown[match.start() : match.end()].isupper()


def _is_of_one(page: Page, match: re.Match[str]) -> bool:
    """Whether the congress is that of one base: "nghị quyết đại hội đảng bộ nhiệm kỳ 2020 - 2025" is of all."""
    words = page.shown[match.start() : match.end()].split()
    return any(word[0].isupper() and not _FIGURE.fullmatch(word) for word in words)


def _of_plenums(page: Page) -> list[DocumentMention]:
    """Every resolution of a plenum; without a term, that of the one term with which the text names it elsewhere."""
    matches = [m for m in page.each(_OF_PLENUM) if not _SEVERAL.search(page.low, max(0, m.start() - _REACH), m.start())]
    terms: dict[int | str, set[str]] = {}
    for match in matches:
        terms.setdefault(_ordinal(page, match), set()).update({match["term"]} - {None})
    found = [_of_plenum(page, m, terms[_ordinal(page, m)]) for m in matches]
    more = [d for m, first in zip(matches, found, strict=True) if m["term"] for d in _of_more_terms(page, m, first)]
    return _with_fullest_names([*found, *more])


def _of_more_terms(page: Page, match: re.Match[str], first: DocumentMention) -> Iterator[DocumentMention]:
    """Those of "Nghị quyết Trung ương 4 khóa XI, khóa XII" behind the first."""
    more = _MORE_TERMS.match(page.low, match.end())
    while more:
        term = more["term"].upper()
        name = f"{(first.name or '').rpartition(' ')[0]} {term}"
        key = f"{first.key.rpartition(' ')[0]} {term}"
        evidence = [page.evidence(more.start("term"), more.end(), "named-document")]
        yield DocumentMention(more.start("term"), more.end(), key, first.kind, name=name, evidence=evidence)
        more = _MORE_TERMS.match(page.low, more.end())


def _with_fullest_names(found: list[DocumentMention]) -> list[DocumentMention]:
    """The mentions, each with the longest of the names that the text gives its document."""
    fullest: dict[str, str] = {}
    for document in found:
        fullest[document.key] = max(fullest.get(document.key, ""), document.name or "", key=len)
    for document in found:
        document.name = fullest[document.key]
    return found


def _of_plenum(page: Page, match: re.Match[str], terms: set[str]) -> DocumentMention:
    kind = page.lexicon.document_kinds[match["kind"]]
    term = match["term"] or (min(terms) if len(terms) == 1 else "")
    name = _BRACKETED.sub(r" \1", page.shown[match.start() : match.end()])  # … Trung ương 4 (khóa XII)
    name = _DASHED.sub(" ", name)
    name += f" khóa {term.upper()}" if term and not match["term"] else ""
    key = f"plenum {kind} {_ordinal(page, match)} {term_name(term) if term else ''}"
    return _mention(page, match, kind, key, name[0].upper() + name[1:])


def _ordinal(page: Page, match: re.Match[str]) -> int | str:
    words = " ".join((match["short"] or match["long"]).split())
    return int(words) if words.isdigit() else page.lexicon.ordinals.get(words, words)


def _rules(page: Page, match: re.Match[str]) -> DocumentMention:
    """Quy chế làm việc của Ban Chấp hành Trung ương, Bộ Chính trị và Ban Bí thư khóa XIII."""
    goes_on = _GOES_ON.search(page.low, match.start(), match.end())
    acts = _ACTS.search(page.low, match.start(), goes_on.start() if goes_on else match.end())
    end = acts.start() if acts else goes_on.start() if goes_on else match.end()
    name = " ".join(page.shown[match.start() : end].split())
    return _mention(page, match, "Quy chế", canonical(name), name)


def _law(page: Page, match: re.Match[str]) -> DocumentMention | None:
    """Luật Cán bộ, công chức 2008: only with capitals, as laws are printed."""
    if not (page.shown[match.start()].isupper() and page.shown[match.start("title")].isupper()):
        return None
    title = page.shown[match.start() : match.end("title")].strip(" ,")
    if title.lower().endswith(_UNTIL):
        return None  # trình Quốc hội sửa đổi Luật Khoáng sản trước năm 2024
    name = f"{title} {match['year']}{match['amended'] or ''}"
    return _mention(page, match, "Luật", canonical(name), name, match["year"])
