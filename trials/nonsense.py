"""What is thrown at the forms, the addresses and the API: each kind a source of cases."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from tests.house.test_fuzz import BODIES, NASTY, TEXT, TYPES

MEGABYTE = 2**20
# Besides what the suite tries every day: a megabyte, numbers below zero, days far away.
MORE = [
    *("x" * MEGABYTE, "é" * (MEGABYTE // 2), "1" * 5_000, "\x00" * 1_000, "\ud7ff\ue000" * 300),
    *("-0", "-1.5", "-99999999999999999999", "-2147483649", "9223372036854775808", "0x10", "1_0"),
    *("0001-01-01", "9999-12-31", "10000-01-01", "-0044-03-15", "+275760-09-13", "31-12-99999"),
    *("9999-12-31T23:59", "2026-13-45T99:99", "24:00", "-1:00", "29-02-2027", "1-1-1"),
    *("\u0000", "\u200f\u202e\u2066", "a\u0300" * 400, "ﷺ" * 50, "İı", "\u2028", "\x1b[31m"),
]
VALUE = st.one_of(
    st.sampled_from(NASTY),
    st.sampled_from(MORE[5:]),
    TEXT,
    st.integers().map(str),
    st.floats().map(str),
    st.dates().map(str),
    st.sampled_from(MORE[:5]),
)
BODY = st.one_of(
    st.sampled_from(BODIES),
    st.binary(max_size=80),
    st.sampled_from(
        [
            b"a=" + b"x" * MEGABYTE,
            b"\xff" * MEGABYTE,
            b"[" * 100_000,
            b'--x\r\nContent-Disposition: form-data; name="a"\r\n\r\n'
            + b"x" * 9_000
            + b"\r\n--x--",
            b"--x\r\nContent-Disposition: form-data; name*=utf-9''%ff; filename=\x00\r\n\r\n--x--",
        ]
    ),
)
KIND = st.sampled_from([*TYPES, "application/x-www-form-urlencoded; charset=utf-16", "\x7f", "*/*"])
TOKENS = ("", "x", "x" * 64, "\x00" * 64, "é" * 32, "a" * 32, "0" * MEGABYTE)


def headers() -> st.SearchStrategy[dict[str, Any]]:
    """Headers that a program may send, and that a proxy may pass on."""
    said = st.one_of(
        st.sampled_from(["", "*/*", "application/json", "text/html;q=x", "Bearer ", "Bearer \xff"]),
        st.sampled_from(["Basic Og==", 'W/"x"', "Thu, 01 Jan 1970 00:00:00 GMT", "bytes=0-", "nl"]),
        st.text(st.characters(min_codepoint=32, max_codepoint=255), max_size=60),
    )
    names = ("ACCEPT", "ACCEPT_LANGUAGE", "AUTHORIZATION", "IF_NONE_MATCH", "IF_MODIFIED_SINCE")
    more = ("RANGE", "ORIGIN", "REFERER", "X_REQUEST_ID", "X_FORWARDED_FOR", "USER_AGENT")
    return st.dictionaries(
        st.sampled_from([f"HTTP_{name}" for name in (*names, *more)]), said, max_size=4
    )
