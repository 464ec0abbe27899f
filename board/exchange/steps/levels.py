"""Lines sorted into levels: what was chosen by hand, one Boss at the end of each, and no heading above nothing."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from board.exchange.steps.headings import heading_in
from board.exchange.steps.line import Choice, Key, Kind
from board.exchange.steps.titles import step_title
from board.exchange.steps.words import Words

_SHOWN = (Kind.STEP, Kind.BOSS)


@dataclass(frozen=True, slots=True)
class Draft:
    """A line while it is read.

    Attributes:
        words: The line.
        kind: What it is so far.
        title: The title of a heading, else empty.
        why: What there is to say about it, or empty.
        before: Of an empty line, the text of the line it stands above.
        key: By what a choice for it is remembered.
        is_chosen: Whether its kind was chosen by hand.
    """

    words: Words
    kind: Kind
    title: str = ""
    why: str = ""
    before: str = ""
    key: Key = ("", 0)
    is_chosen: bool = False

    @property
    def called(self) -> str:
        """A few words for it in a sentence."""
        return step_title(self.words.words or self.words.text)


def settled(drafts: Sequence[Draft], chosen: Mapping[Key, Choice]) -> list[Draft]:
    """Give the lines as they will be: with what was chosen, each level with one Boss, each heading above a step.

    Args:
        drafts: The lines as they were read.
        chosen: What somebody chose by hand, by the key of the line.
    """
    levels = _levels([_chosen(draft, chosen) for draft in _with_keys(drafts)])
    settled_levels = [_one_boss(level) for level in _with_bosses_at_home(levels)]
    return [draft for level in settled_levels for draft in _with_steps_above(_with_steps_below(level))]


def _with_keys(drafts: Sequence[Draft]) -> Iterator[Draft]:
    times: Counter[str] = Counter()
    for draft in drafts:
        words = draft.words.text or f"\n{draft.before}"
        yield replace(draft, key=(words, times[words]))
        times[words] += 1


def _chosen(draft: Draft, chosen: Mapping[Key, Choice]) -> Draft:
    kind = chosen.get(draft.key, Choice()).kind
    if kind is None or kind is draft.kind:
        return draft if kind is None else replace(draft, is_chosen=True)
    title = ""
    if kind is Kind.HEADING:
        words = draft.words.words or draft.words.text
        title = heading_in(replace(draft.words, words=f"# {words}")) or words
    return replace(draft, kind=kind, title=title, why="You chose this.", is_chosen=True)


def _levels(drafts: Sequence[Draft]) -> list[list[Draft]]:
    """Sort the lines into levels, each with the heading or the empty line it starts with; empty lines that start none go."""
    levels: list[list[Draft]] = [[]]
    for draft in drafts:
        if draft.kind is Kind.BREAK and not _has_steps(levels[-1]):
            continue
        if draft.kind in (Kind.HEADING, Kind.BREAK):
            levels.append([])
        levels[-1].append(draft)
    return [level[1:] if level and level[0].kind is Kind.BREAK and not _has_steps(level) else level for level in levels]


def _has_steps(level: Sequence[Draft]) -> bool:
    return any(draft.kind in _SHOWN for draft in level)


def _with_bosses_at_home(levels: Sequence[list[Draft]]) -> list[list[Draft]]:
    """Give the levels with every lone Boss at the end of the level above, where an empty line set it apart."""
    given: list[list[Draft]] = []
    for level in levels:
        shown = [draft for draft in level if draft.kind in _SHOWN]
        alone = len(shown) == 1 and shown[0].kind is Kind.BOSS and level[0].kind is Kind.BREAK
        above = given[-1] if given else []
        if alone and _has_steps(above) and not any(draft.kind is Kind.BOSS for draft in above):
            given[-1] = [*above, *level[1:]]
        else:
            given.append(level)
    return given


def _one_boss(level: Sequence[Draft]) -> list[Draft]:
    """Give a level with one Boss at most: the one chosen by hand, else the first; alone it is a step."""
    bosses = [draft for draft in level if draft.kind is Kind.BOSS]
    if not bosses:
        return list(level)
    boss = next((draft for draft in bosses if draft.is_chosen), bosses[0])
    if not any(draft.kind in _SHOWN and draft is not boss for draft in level):
        why = f"{boss.called} stands alone in its level, so it is a step and no Boss."
        return [replace(draft, kind=Kind.STEP, why=why) if draft is boss else draft for draft in level]
    return [
        replace(draft, kind=Kind.STEP, why=f"A level has one Boss: {boss.called} stays it, {draft.called} is a step.")
        if draft.kind is Kind.BOSS and draft is not boss
        else draft
        for draft in level
    ]


def _with_steps_below(level: Sequence[Draft]) -> list[Draft]:
    """Give a level whose heading is left out where no step stands below it."""
    if _has_steps(level):
        return list(level)
    why = "{title} has no steps below it and was left out."
    return [
        replace(draft, kind=draft.kind if draft.is_chosen else Kind.LEFT_OUT, why=why.format(title=draft.title))
        if draft.kind is Kind.HEADING
        else draft
        for draft in level
    ]


def _with_steps_above(level: Sequence[Draft]) -> Iterator[Draft]:
    """Give a level whose criteria are left out where no step stands above them."""
    why = "No step stands above it in its level, so there is none that could look like this."
    for at, draft in enumerate(level):
        lone = draft.kind is Kind.CRITERION and not _has_steps(level[:at])
        yield replace(draft, kind=Kind.LEFT_OUT, why=why) if lone else draft
