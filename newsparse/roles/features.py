"""The names of features: a group of facts of a line in, the features that it stands for out.

Features are short strings; the model (``data/weights.txt``) gives each a weight per role.
"""

from collections.abc import Callable

from newsparse.roles.groups import Group

WORD = "word="
"""Begins the name of the feature that is a word."""


def group_features(group: Group) -> list[str]:
    """Return the names of the features of a group."""
    name, *values = group
    return _FEATURES[name](*values)


def _own(size: int, end: str, start: str, kind: str, words: int, digits: int, caps: str) -> list[str]:  # noqa: PLR0913, PLR0917
    return [
        "bias",
        f"size={size}",
        f"end={end}",
        f"start={start}",
        f"kind={kind}",
        f"words={words}",
        f"digits={digits}",
        f"caps={caps}",
        f"size,end={size},{end}",
        f"kind,start={kind},{start}",
        f"kind,caps={kind},{caps}",
        f"start,end={start},{end}",
    ]


def _place(kind: str, size: int, end: str, region: str, distance: int) -> list[str]:
    return [
        f"region={region}",
        f"kind,region={kind},{region}",
        f"size,region={size},{region}",
        f"distance={region},{distance}",
        f"kind,distance={kind},{region},{distance}",
        f"end,region={end},{region}",
    ]


def _ends(kind: str, top: int, bottom: int, long_after: int) -> list[str]:
    return [
        f"top={top}",
        f"bottom={bottom}",
        f"kind,top={kind},{top}",
        f"long-after={long_after}",
        f"kind,long-after={kind},{long_after}",
    ]


def _topic(kind: str, end: str, region: str, copied: bool, shared: int, heads: tuple[str, ...]) -> list[str]:
    features = [f"{sign}" for sign in heads]
    features += [f"{sign},kind={kind}" for sign in heads] + [f"{sign},end={end}" for sign in heads]
    if copied:
        features += ["copy", f"copy,kind={kind}", f"copy,region={kind},{region}"]
    if shared >= 0:
        features += [f"shared={kind},{shared}", f"shared,region={shared},{region}"]
        features += [f"shared,{sign}={shared}" for sign in heads]
    return features


def _kin(kind: str, up: int, down: int) -> list[str]:
    return [f"kin={up},{down}", f"kin-up={kind},{up}", f"kin-down={kind},{down}"]


def _near(kind: str, up: int, down: int, above: int, below: int) -> list[str]:
    return [
        f"up={kind},{up}",
        f"down={kind},{down}",
        f"up,down={up},{down}",
        f"dense-up={kind},{above}",
        f"dense-down={kind},{below}",
        f"dense={above},{below}",
        f"dense={kind},{above},{below}",
    ]


def _beside(above: str, kind: str, below: str, times: int, distance: int) -> list[str]:
    features = [f"above={kind}{above}", f"below={kind}{below}", f"beside={above}{kind}{below}"]
    if times > 1:
        features += [f"beat={kind},{distance}", f"beats={kind},{times}", f"beat={above}{kind}{below},{distance}"]
    return features


def _above2(above2: str, above: str, kind: str) -> list[str]:
    return [f"above2={above2}{above}{kind}"]


def _below2(kind: str, below: str, below2: str) -> list[str]:
    return [f"below2={kind}{below}{below2}"]


def _alternates(above: str, kind: str) -> list[str]:
    return ["alternates", f"alternates={above}{kind}"]


def _flow(kind: str, above_end: str, start: str, below: str) -> list[str]:
    return [
        f"flow={above_end},{start}",
        f"kind,flow={kind},{above_end},{start}",
        f"flow,below={above_end},{kind},{below}",
    ]


def _run(kind: str, start: str, intro: str, after: str) -> list[str]:
    return [
        f"run={intro[0]},{kind},{after}",
        f"run,intro={intro},{start}",
        f"run,kind={kind},{intro}",
        f"run,after={kind},{after}",
    ]


def _titles(kind: str, size: int, below: int, head: bool, longest: bool) -> list[str]:
    features = [f"titles={below}", f"kind,titles={kind},{below}", f"size,titles={size},{below}"]
    if head:
        features += [f"head,titles={below}", "head,longest" if longest else "head,shorter"]
    return [*features, "longest", f"longest={kind}"] if longest else features


def _period(kinds: str) -> list[str]:
    return ["period3", f"period3={kinds}"]


def _marks(kind: str, marks: tuple[str, ...]) -> list[str]:
    return [f"has={mark}" for mark in marks] + [f"kind,has={kind},{mark}" for mark in marks]


def _marker(kind: str, size: int, region: str, marker: str, opening: str, names: bool) -> list[str]:
    features = []
    if marker:
        features += [f"is={marker}"] + [f"is={one}" for one in marker.split("+")]
        features += [f"is,region={one},{region}" for one in marker.split("+")]
    if opening:
        colon = opening[-1] if opening[-1] in ":^" else ""
        for one in opening.rstrip(":^").split("+"):
            features += [f"opens={one}{colon}", f"opens,kind={one}{colon},{kind}", f"opens,size={one}{colon},{size}"]
            features += [f"opens,names={one}"] if names else []
    return features


def _since(kind: str, marker: str, distance: int, text: bool, talk: bool) -> list[str]:
    if not marker:
        return []
    between = "t" if text else ""
    features = ["talk", f"talk,kind={kind}"] if talk else []
    for one in marker.split("+"):
        features += [f"since={one},{distance}{between}", f"since,kind={one},{kind}{between}"]
    return features


def _above(kind: str, size: int, marker: str, marks: tuple[str, ...]) -> list[str]:
    return _look("above", kind, size, marker, marks)


def _below(kind: str, size: int, marker: str, marks: tuple[str, ...]) -> list[str]:
    return _look("below", kind, size, marker, marks)


def _look(side: str, kind: str, size: int, marker: str, marks: tuple[str, ...]) -> list[str]:
    features = [f"{side}-size={kind},{size}"]
    if marker:
        features += [f"{side}-is={kind},{one}" for one in marker.split("+")]
    return features + [f"{side}-has={kind},{mark}" for mark in marks]


def _echo(kind: str, region: str, up: int, down: int, longer: str) -> list[str]:
    place = f"{min(up, 1)}{min(down, 1)}"
    return ["echoed", f"echoed={up},{down}", f"echoed={kind},{place},{longer}", f"echoed={region},{place},{longer}"]


def _word(word: str) -> list[str]:
    return [WORD + word]


_FEATURES: dict[str, Callable[..., list[str]]] = {
    "nothing": list,
    "own": _own,
    "place": _place,
    "ends": _ends,
    "topic": _topic,
    "kin": _kin,
    "near": _near,
    "beside": _beside,
    "above2": _above2,
    "below2": _below2,
    "alternates": _alternates,
    "flow": _flow,
    "run": _run,
    "titles": _titles,
    "period": _period,
    "marks": _marks,
    "marker": _marker,
    "since": _since,
    "above": _above,
    "below": _below,
    "echo": _echo,
    "word": _word,
}
