"""Who chairs which event: "X chủ trì Hội nghị", "dưới sự chủ trì của …", "Chủ tọa Kỳ họp có các đồng chí: …"."""

import re
from bisect import bisect_left
from itertools import pairwise

from ingest.facts import RelationFact
from ingest.lexicon import one_of
from ingest.rules.mentions.event_mentions import EventMention
from ingest.rules.people.people import PersonMention
from ingest.rules.relations.scene import Scene, first_after, last_before
from ingest.rules.text.page import QUOTE_LENGTH, Span

_SENTENCE = 1500  # characters within one sentence
_NEAR = 40  # characters between the word for chairing and the event
_GAP = re.compile(
    r"(?:\s+(?:và(?:\s+[^\W\d_]+){2,5}\s+)?"
    r"|(?:,| và) (?:(?:phát biểu|khai mạc|bế mạc|chỉ đạo|điều hành|kết luận)\s){1,3})"
    r"(?:(?:(?:các )?nội dung|chương trình|phiên khai mạc|phiên bế mạc|phiên họp|buổi|cuộc)(?: của)?\s)?"
)  # chủ trì và phát biểu khai mạc Hội nghị
_ENDS = ("event_stops", "after_bare_event")
_BLANK = re.compile(r" +")
_UNDER_WHOM = 500  # characters in which those are named under whose chair an event is held
_HELD_BY = 120  # characters between an event and the person by whom it is held
_BY = re.compile(r"(?:^|[\s,])do\s")
_DO = re.compile(r" (?:này )?do ")
_GOES_ON = re.compile(
    r"\s*(?:[.;]|$|\n| và (?:trao|phát biểu|chỉ đạo|trực tiếp|kết luận|có)"
    r"| tại (?:điểm|đầu) cầu (?:trung ương|chính|trụ sở|văn phòng|chính phủ|hà nội)(?!\w))"
)
_ELSE = re.compile(r"[;.\n]")
_WHOLE = 400  # characters between the name of a plenum and the words on a part of it
_PART = re.compile(r" (?:phiên (?:bế mạc|khai mạc)|nội dung thảo luận)(?=\s*[.,;\n])")  # of the plenum named before
_OPENS = re.compile(r"[\W_]*(?:phát biểu )?$")  # before the word for chairing, where the sentence opens with it
_SAYS = re.compile(r"[.;:\n]|(?<!\w)(?:đã|đề nghị|cho biết|nhấn mạnh|yêu cầu|nêu|và)(?!\w)")
_WHO = 160  # characters of the titles and the name of who chairs
_CLOSED = re.compile(r"\s*(?:(?:hội nghị|kỳ họp|phiên họp|cuộc họp|buổi họp)\s*)?(?:[.,;]|$|\n)")
_UNDER = re.compile(r"(?:dưới|với) sự $")  # before "chủ trì của"
_OF = re.compile(r"(?:(?:,| và)? (?:điều hành|chỉ đạo|chủ tọa)(?: trực tiếp)?)? của (?P<several>các )?")
_OPENS_LIST = re.compile(r"\W*(?:dự và )?(?:các|những|hai|ba|bốn) [^:.;,\n]{2,60}: ")
# Ông A, Bí thư …; các Phó Chủ tịch …: B, C, D chủ trì Hội nghị
_SEVERAL_LISTED = re.compile(r"; (?:và |cùng )?(?:các|hai|ba|bốn|năm) [^:.;,\n]{2,60}: [^:;.\n]{3,120}$")
# …; đồng chí B; … và Phó Chủ tịch HĐND tỉnh B; …, ông B
_JOINS = re.compile(r"(?:(?:;|,? và|,? cùng) [^,;.:\n]{0,60}|, (?:đồng chí|đ/c|ông|bà) )$")
_LEADS_ELSEWHERE = one_of(
    ("dự", "có", "của", "cho", "với", "do", "cùng", "theo", "thay mặt", "ủy quyền", "sau", "trước", "gồm", "là", "mời")
)
_ACTS = one_of(
    (
        *("dự", "có", "gồm", "phát biểu", "trao", "công bố", "nghe", "tặng", "cho biết", "nhấn mạnh", "đề nghị"),
        *("báo cáo", "trình bày", "thay mặt", "gửi", "được", "cho", "thông báo", "tiếp", "thăm", "làm việc"),
    )
)
_WITH_OTHERS = re.compile(r"\W*(?:cùng|đồng) $")  # Cùng chủ trì có các đồng chí: …
_LISTED = re.compile(
    r"(?:[^.;\n]{0,40}?(?:có|là|gồm)(?: có)?(?P<several> các)? ?(?:đồng chí|ông|bà)?[ :]|:(?=\s)"
    r"|,(?= (?:đồng chí|ông|bà) ))"
)  # chủ trì Hội nghị có các đồng chí: …; Chủ tọa kỳ họp: …; Chủ trì Hội nghị, đồng chí …
_TOGETHER = re.compile(r"(?:đồng|cùng) $")
_WORD = 5  # characters of such a word
_AND = re.compile(r".*(?:(?:,| và| cùng)(?: (?:đồng chí|ông|bà))?|; (?:đồng chí|ông|bà)) ?$", re.DOTALL)
_AND_SEVERAL = re.compile(
    r" và các (?:đồng chí|ông|bà)(?: [^\W\d_]+){0,4}: ?$"
)  # của đồng chí X và các đồng chí: Y, …; Z
_OTHERS = one_of(("dự", "tham dự", "cùng dự", "tham gia", "có mặt", "đã", "cho ý kiến", "xem xét"))
_OF_COUNTRY = "toàn quốc"
_AT = r"(?:tại|ở) (?:các )?(?:điểm|đầu) cầu (?!trung ương|chính|trụ sở|văn phòng|chính phủ|hà nội)"
_PLACE, _PLACE_BEHIND = re.compile(rf"\W*(?:[^,.;\n]{{0,40}} )?{_AT}"), re.compile(rf"[^.,;\n]{{0,16}} {_AT}")
# What a bare word for an event may mean, by the first words of its name.
_MEANT = {
    "hội nghị": ("hội nghị", "lễ công bố", "lễ trao", "lễ ra mắt"),
    "đại hội": ("đại hội",),
    "kỳ họp": ("kỳ họp",),
    "phiên họp": ("phiên họp", "kỳ họp"),
    "cuộc họp": ("cuộc họp", "phiên họp", "hội nghị"),
    "buổi lễ": ("lễ", "hội nghị công bố", "hội nghị trao"),
}


def chairs(scene: Scene, sentence: Span) -> list[RelationFact]:
    """Everybody of whom the sentence says that they chair an event that the text names in full."""
    found = []
    for cue in scene.said("chairs", sentence):
        low = scene.page.low
        if _UNDER.search(low, max(sentence.start, cue.start() - 8), cue.start()):
            event, people = _under(scene, cue, sentence)
            start, end = event.start if event and event.start >= sentence.start else cue.start(), cue.end()
        else:
            event, end = _event_meant(scene, cue.end(), sentence)
            if event is None:
                event, end = _held_by(scene, cue, sentence) or _told_before(scene, cue, sentence), cue.end()
            event = event or _chaired_together(scene, cue, sentence)
            start, people = cue.start(), _chairing(scene, cue, end) if event else []
        if event and _is_elsewhere(scene, event, (cue.start(), end), sentence):
            continue
        for person in people if event else []:
            last = max(end, person.end)
            first = max(min(person.start, start), last - QUOTE_LENGTH)
            evidence = scene.page.evidence(first, last, "person-chairs-event")
            found.append(RelationFact(person.name, "chairs", event.name if event else "", (evidence,)))
    return found


def _is_elsewhere(scene: Scene, event: EventMention, chaired: tuple[int, int], sentence: Span) -> bool:
    """Whether somebody chairs at one of the places alone to which a conference of the whole country is shown."""
    if _OF_COUNTRY not in event.name:
        return False
    low, (start, end) = scene.page.low, chaired
    return bool(_PLACE.match(low, sentence.start, start) or _PLACE_BEHIND.match(low, end))


def _under(scene: Scene, cue: re.Match[str], sentence: Span) -> tuple[EventMention | None, list[PersonMention]]:
    """Hội nghị … dưới sự chủ trì của các đồng chí …: the event named before, and who follows."""
    low = scene.page.low
    of = _OF.match(low, cue.end())
    if not of:
        return None, []
    event = last_before(scene.events, cue.start(), _SENTENCE)
    if event is None:
        bare = list(scene.page.lexicon.any_of("bare_event").finditer(low, sentence.start, cue.start()))
        event = _named_before(scene, cue.start(), bare[-1].group()) if bare else None
        event = event or first_after(scene.events, of.end(), _UNDER_WHOM)  # "Dưới sự chủ trì của …, Hội nghị …"
    limit = event.start if event and event.start > of.end() else sentence.end
    return event, _listed(scene, of.end(), limit, several=bool(of["several"]))


def _chairing(scene: Scene, cue: re.Match[str], end: int) -> list[PersonMention]:
    """The last person before the word who opens a list of titles, all of them where they chair together, or those who
    follow "chủ trì Hội nghị có …"."""
    low = scene.page.low
    before = last_before(scene.people, cue.start(), _SENTENCE)
    sentence = scene.page.sentence_at(cue.start())
    if before:
        other = scene.page.last_before("chairs", sentence.start, before.start)  # what those before that word chair
        return _together_with(scene, before, other.end() if other else sentence.start, cue.start())
    if low.startswith(", ", end) and _OPENS.fullmatch(low, sentence.start, cue.start()):
        person = first_after(scene.people, end, _WHO)  # Chủ trì phiên họp thứ 30 của …, Chủ tịch Quốc hội X đề nghị …
        return [person] if person and not _SAYS.search(low, end, person.start) else []
    listed = _LISTED.match(low, end)
    together = _WITH_OTHERS.fullmatch(low, sentence.start, cue.start())
    all_of_them = bool(listed and (listed["several"] or listed.group().endswith(":") or together))
    return _listed(scene, listed.end() - 1, scene.page.sentence_at(end).end, several=all_of_them) if listed else []


def _together_with(scene: Scene, last: PersonMention, start: int, end: int) -> list[PersonMention]:
    """The last of those before the word, with the others of the list that opens the sentence and holds no other verb.

    "Đồng chí A, Bí thư Tỉnh ủy và đồng chí B, Phó Bí thư Tỉnh ủy chủ trì hội nghị." All, where they chair together.
    """
    low = scene.page.low
    first, behind = (bisect_left(scene.people, place, key=lambda p: p.start) for place in (start, last.end))
    people = scene.people[first:behind]
    together = _TOGETHER.search(low, max(0, end - _WORD), end)
    if together or _OPENS_LIST.match(low, start) or _SEVERAL_LISTED.search(low, start, end):
        return people
    joined = all(_JOINS.search(low, one.end, other.start) for one, other in pairwise(people))
    if not people or not joined or _LEADS_ELSEWHERE.search(low, start, people[0].start):
        return [last]
    return [last] if _ACTS.search(low, people[0].end, end) else people


def _held_by(scene: Scene, cue: re.Match[str], sentence: Span) -> EventMention | None:
    """ "Ủy ban … họp Kỳ thứ 24 do ông X, Chủ nhiệm …, chủ trì.": the event before "do", where the clause ends so."""
    low = scene.page.low
    person = last_before(scene.people, cue.start(), _SENTENCE)
    if not person or not _CLOSED.match(low, cue.end()):
        return None
    event = last_before(scene.events, person.start, _HELD_BY)
    bare = list(scene.page.lexicon.any_of("bare_event").finditer(low, max(0, person.start - _HELD_BY), person.start))
    if event is None and bare and bare[-1].start() >= sentence.start and _DO.match(low, bare[-1].end()):
        return _named_before(scene, bare[-1].start(), bare[-1].group())
    between = low[event.end : person.start] if event else ""
    return event if event and _BY.search(between) and not _ELSE.search(between) else None


def _chaired_together(scene: Scene, cue: re.Match[str], sentence: Span) -> EventMention | None:
    """ "Ông X chủ trì Hội nghị …. Cùng chủ trì có các đồng chí: …": the last event of the sentences before."""
    if not _WITH_OTHERS.fullmatch(scene.page.low, sentence.start, cue.start()):
        return None
    if not _LISTED.match(scene.page.low, cue.end()):
        return None
    before = reversed(scene.every_event[: bisect_left(scene.every_event, sentence.start, key=lambda e: e.start)])
    return next((e for e in before if e.held and e.form != "congress"), None)


def _told_before(scene: Scene, cue: re.Match[str], sentence: Span) -> EventMention | None:
    """ "Tỉnh ủy tổ chức Hội nghị … Ông X chủ trì và trao quyết định.": the event that the sentence before holds."""
    if not _GOES_ON.match(scene.page.low, cue.end()) or scene.events:
        return None
    before = scene.page.sentence_at(sentence.start - 1) if sentence.start else sentence
    paragraph = scene.page.paragraph_at(sentence.start)
    index = bisect_left(scene.every_event, sentence.start, key=lambda e: e.start) - 1
    event = scene.every_event[index] if index >= 0 else None
    told = event and event.held and event.form != "congress" and event.start >= max(before.start, paragraph.start)
    return event if told else None


def _listed(scene: Scene, start: int, limit: int, *, several: bool) -> list[PersonMention]:
    """The people of a list: all of them if it is one of several, else the first and those whom "và" adds."""
    low, limit = scene.page.low, min(limit, start + _SENTENCE)
    others = _OTHERS.search(low, start, limit)
    limit = others.start() if others else limit
    index = bisect_left(scene.people, start, key=lambda p: p.start)
    found: list[PersonMention] = []
    for person in scene.people[index:]:
        between = low[found[-1].end : person.start] if found else ""
        several = several or _AND_SEVERAL.search(between) is not None
        added = not found or several or _AND.match(between)
        if person.end > limit or not added:
            break
        found.append(person)
    return found


def _event_meant(scene: Scene, place: int, sentence: Span) -> tuple[EventMention | None, int]:
    """The event named right there, else, after the bare word for it, the last one named before; and where it ends."""
    low, lexicon = scene.page.low, scene.page.lexicon
    named = first_after(scene.events, place, _NEAR)
    if named and _GAP.fullmatch(low, place, named.start):
        return named, named.end
    part = _PART.match(low, place)
    if part:
        return _last_held(scene, place), part.end()
    bare = lexicon.any_of("bare_event").search(low, place, min(sentence.end, place + _NEAR))
    if not bare or not _GAP.fullmatch(low, place, bare.start()) or not _is_bare(scene, bare.end()):
        return None, place
    return _named_before(scene, place, bare.group()), bare.end()


def _last_held(scene: Scene, place: int) -> EventMention | None:
    """The plenum or congress of whose closing session the words speak: the last that the page named before."""
    index = bisect_left(scene.every_event, place, key=lambda e: e.start)
    before = [e for e in scene.every_event[:index] if e.form in ("plenum", "congress")]
    near = before[-1] if before and before[-1].end + _WHOLE > place else None
    return next((e for e in reversed(before) if e.held), near)


def _named_before(scene: Scene, place: int, bare: str) -> EventMention | None:
    """The last event that the page named in full before the place, of the kind that the bare word means.

    One that is held goes before one that is only spoken of.
    """
    index = bisect_left(scene.every_event, place, key=lambda e: e.start)
    before = [e for e in scene.every_event[:index] if e.end <= place and e.name.lower().startswith(_MEANT[bare])]
    alike = [e for e in before if e.name.lower().startswith(bare)]  # "phiên họp" is no session that is only to come
    return next((e for e in reversed(before) if e.held), alike[-1] if alike else None)


def _is_bare(scene: Scene, end: int) -> bool:
    """Whether no words follow that make it the name of another event: "chủ trì Hội nghị giao ban"."""
    blank = _BLANK.match(scene.page.low, end)
    if not blank:
        return True
    ends = (scene.page.lexicon.any_of(name).match(scene.page.low, blank.end()) for name in _ENDS)
    return not scene.page.low[blank.end() : blank.end() + 1].isalnum() or any(ends)
