"""Letters: a title in; what two printings of it are compared by out."""


def letters_of(text: str) -> str:
    """Return the letters and figures of a text, whatever their case and whatever stands between them.

    >>> letters_of("Storm – 3 dead!") == letters_of("STORM: 3 dead")
    True
    """
    return "".join(filter(str.isalnum, text.casefold()))
