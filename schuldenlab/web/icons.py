"""The icons of the product: own drawings on a grid of 24, stroke 1.75, round ends.

Class `f` marks a filled shape, class `k` the mark that is cut out of it. Status icons differ in
outline as well as in colour: disc, square, triangle, octagon, dashed ring.
"""

from typing import Final

ICONS: Final[dict[str, str]] = {
    "menu": '<path d="M4 7h16M4 12h16M4 17h16"/>',
    "building": (
        '<path d="M5 20.5V5a1.5 1.5 0 0 1 1.5-1.5h7A1.5 1.5 0 0 1 15 5v15.5M15 10h3a1.5 1.5 0 '
        '0 1 1.5 1.5v9M3 20.5h18M8.5 8h3M8.5 12h3M8.5 16h3"/>'
    ),
    "people": (
        '<circle cx="9" cy="8.5" r="3.3"/><path d="M2.8 19.5c.5-3.6 2.9-5.5 6.2-5.5s5.7 1.9 '
        '6.2 5.5M15.5 5.4a3.2 3.2 0 0 1 0 6.2M17.5 14.3c2.1.6 3.4 2.3 3.7 5.2"/>'
    ),
    "person": (
        '<circle cx="12" cy="8" r="3.8"/><path d="M4.5 20c.6-4.2 3.5-6.3 7.5-6.3s6.9 2.1 7.5 6.3"/>'
    ),
    "megaphone": (
        '<path d="M4 10v4a1 1 0 0 0 1 1h3l8 4.5v-15L8 9H5a1 1 0 0 0-1 1zM19 9.5a3.5 3.5 0 0 1 '
        '0 5M8 15l1 5h2.5"/>'
    ),
    "enter": '<path d="M13.5 4H18a2 2 0 0 1 2 2v12a2 2 0 0 1-2 2h-4.5M4 12h11M11 8l4 4-4 4"/>',
    "leave": '<path d="M10.5 4H6a2 2 0 0 0-2 2v12a2 2 0 0 0 2 2h4.5M9.5 12H20M16 8l4 4-4 4"/>',
    "calendar": (
        '<rect x="3.5" y="5" width="17" height="15.5" rx="2.5"/><path d="M3.5 10h17M8 2.8v4M16 '
        '2.8v4"/>'
    ),
    "calendar-add": (
        '<path d="M20.5 12V7.5A2.5 2.5 0 0 0 18 5H6a2.5 2.5 0 0 0-2.5 2.5V18A2.5 2.5 0 0 0 6 '
        '20.5h6M3.5 10h17M8 2.8v4M16 2.8v4M18 15.5v6M15 18.5h6"/>'
    ),
    "ballot": (
        '<path d="M4 13h16v6.5a1.5 1.5 0 0 1-1.5 1.5h-13A1.5 1.5 0 0 1 4 19.5z"/><path d="M7 '
        '13V4.5A1.5 1.5 0 0 1 8.5 3h7A1.5 1.5 0 0 1 17 4.5V13M9.6 8l1.7 1.7 3.2-3.4M9.5 17h5"/>'
    ),
    "clock": '<circle cx="12" cy="12" r="8.5"/><path d="M12 7.2V12l3.2 2"/>',
    "history": '<path d="M4.2 9.5A8.3 8.3 0 1 1 3.7 13M3.5 4.5v5h5M12 7.5V12l3 2"/>',
    "hourglass": (
        '<path d="M6.5 3.5h11M6.5 20.5h11M8 3.5c0 4.5 4 6 4 8.5s-4 4-4 8.5M16 3.5c0 4.5-4 6-4 '
        '8.5s4 4 4 8.5"/>'
    ),
    "pencil": '<path d="m14.5 5 4.5 4.5L8.5 20H4v-4.5zM12 7.5l4.5 4.5M13 20.5h7.5"/>',
    "graduation": (
        '<path d="m12 5 9.5 4.5L12 14 2.5 9.5zM6.5 11.5V16c1.5 1.7 3.3 2.5 5.5 2.5s4-.8 '
        '5.5-2.5v-4.5M21.5 9.5V15"/>'
    ),
    "eye": (
        '<path d="M2.5 12C4.6 8 8 6 12 6s7.4 2 9.5 6c-2.1 4-5.5 6-9.5 6s-7.4-2-9.5-6z"/>'
        '<circle cx="12" cy="12" r="2.8"/>'
    ),
    "lock": (
        '<rect x="5" y="10.5" width="14" height="10" rx="2"/><path d="M8 10.5v-3a4 4 0 0 1 8 '
        '0v3M12 14.5v2.5"/>'
    ),
    "link": (
        '<path d="M10 14a4 4 0 0 0 5.7 0l3.1-3.1a4 4 0 0 0-5.7-5.7L12 6.3M14 10a4 4 0 0 0-5.7 '
        '0l-3.1 3.1a4 4 0 0 0 5.7 5.7l1.1-1.1"/>'
    ),
    "briefcase": (
        '<rect x="3.5" y="7.5" width="17" height="12.5" rx="2"/><path d="M8.5 7.5V6A2 2 0 0 1 '
        '10.5 4h3a2 2 0 0 1 2 2v1.5M3.5 13h17M12 12v2"/>'
    ),
    "euro": (
        '<circle cx="12" cy="12" r="8.5"/><path d="M15.4 8.9a4.3 4.3 0 1 0 0 6.2M7.3 11h5.7'
        'M7.3 13.2h5"/>'
    ),
    "scales": '<path d="M12 4v16M7.5 20h9M5 7.5h14M5 7.5 2.5 14h5zM19 7.5 16.5 14h5z"/>',
    "umbrella": (
        '<path d="M12 3.5c5 0 8.5 3.6 8.5 8.5h-17C3.5 7.1 7 3.5 12 3.5zM12 12v6.5a2 2 0 0 0 4 0"/>'
    ),
    "bolt": '<path d="M13 2.8 5.5 13.5H12l-1 7.7 7.5-10.7H12z"/>',
    "fork": '<path d="M12 21v-6M12 15 6 8M12 15l6-7M6 12V7.5h4.3M18 12V7.5h-4.3"/>',
    "document": (
        '<path d="M6.5 3H14l4.5 4.5v12A1.5 1.5 0 0 1 17 21H6.5A1.5 1.5 0 0 1 5 19.5v-15A1.5 '
        '1.5 0 0 1 6.5 3z"/><path d="M14 3v4.5h4.5M8.5 12.5h7M8.5 16.5h5"/>'
    ),
    "print": (
        '<path d="M7 8V3.5h10V8M7 17H5a1.5 1.5 0 0 1-1.5-1.5v-6A1.5 1.5 0 0 1 5 8h14a1.5 1.5 0 '
        '0 1 1.5 1.5v6A1.5 1.5 0 0 1 19 17h-2M7 14h10v6.5H7z"/>'
    ),
    "download": '<path d="M12 3.5V15M7.5 10.5 12 15l4.5-4.5M4.5 19.5h15"/>',
    "upload": '<path d="M12 15V3.5M7.5 8 12 3.5 16.5 8M4.5 19.5h15"/>',
    "bulb": (
        '<path d="M9.5 20.5h5M8.8 15.3C6.7 14 5.5 12 5.5 9.6a6.5 6.5 0 0 1 13 0c0 2.4-1.2 '
        '4.4-3.3 5.7-.5.3-.7.9-.7 1.7h-5c0-.8-.2-1.4-.7-1.7z"/>'
    ),
    "flag": '<path d="M5.5 21V4M5.5 4.5h12l-2.5 4 2.5 4h-12"/>',
    "info": '<circle cx="12" cy="12" r="8.5"/><path d="M12 11.2v5M12 7.7v.1"/>',
    "question": (
        '<circle cx="12" cy="12" r="8.5" stroke-dasharray="3 2.34"/><path d="M10 10a2 2 0 1 1 '
        '2.8 1.8c-.6.3-.8.7-.8 1.4M12 16v.1"/>'
    ),
    "network": (
        '<circle cx="12" cy="5.5" r="2.5"/><circle cx="5.5" cy="18" r="2.5"/><circle cx="18.5" '
        'cy="18" r="2.5"/><path d="m10.9 7.7-4.3 8M13.1 7.7l4.3 8M8 18h8"/>'
    ),
    "place": (
        '<path d="M12 21s-6.8-6.1-6.8-11.2a6.8 6.8 0 0 1 13.6 0C18.8 14.9 12 21 12 21z"/>'
        '<circle cx="12" cy="9.8" r="2.4"/>'
    ),
    "shield": (
        '<path d="M12 3 5 5.5v5.7c0 4.4 2.8 7.7 7 9.8 4.2-2.1 7-5.4 7-9.8V5.5zM9 11.8l2.2 2.2 '
        '4-4.3"/>'
    ),
    "columns": (
        '<rect x="3.5" y="4.5" width="4.5" height="15" rx="1.2"/><rect x="9.8" y="4.5" width="4.5" '
        'height="10" rx="1.2"/><rect x="16" y="4.5" width="4.5" height="12.5" rx="1.2"/>'
    ),
    "list": '<path d="M9 6.5h11M9 12h11M9 17.5h11M4.5 6.5h.1M4.5 12h.1M4.5 17.5h.1"/>',
    "mail": '<rect x="3" y="5" width="18" height="14" rx="2.5"/><path d="m4 7.5 8 6 8-6"/>',
    "key": (
        '<circle cx="8" cy="15.5" r="4.5"/><path d="m11.3 12.2 8.2-8.2M16 7.5l3 3M13.5 10l2 2"/>'
    ),
    "home": '<path d="M3.5 11.5 12 4l8.5 7.5M5.5 10v10.5h13V10M10 20.5v-6h4v6"/>',
    "search": '<circle cx="10.5" cy="10.5" r="6.5"/><path d="m15.3 15.3 5.2 5.2"/>',
    "settings": (
        '<path d="M4 7.5h9M17.5 7.5H20M4 16.5h2.5M11 16.5h9"/><circle cx="15.2" cy="7.5" '
        'r="2.3"/><circle cx="8.8" cy="16.5" r="2.3"/>'
    ),
    "check": '<path d="m5 12.5 4.5 4.5L19 7.5"/>',
    "cross": '<path d="m6 6 12 12M18 6 6 18"/>',
    "minus": '<path d="M5.5 12h13"/>',
    "plus": '<path d="M12 5v14M5 12h14"/>',
    "chevron": '<path d="m9 5.5 6.5 6.5L9 18.5"/>',
    "arrow": '<path d="M5 12h14M13 6l6 6-6 6"/>',
    "met": (
        '<circle class="f" cx="12" cy="12" r="10"/><path class="k" d="m7.3 12.4 3.2 3.2 6.2-6.7"/>'
    ),
    "on-track": (
        '<rect class="f" x="2.5" y="2.5" width="19" height="19" rx="5"/><path class="k" d="M8 '
        '16l8-8M9.5 8H16v6.5"/>'
    ),
    "warning": (
        '<path class="f" d="M10.3 3.3a2 2 0 0 1 3.4 0l8.5 14.8a2 2 0 0 1-1.7 3h-17a2 2 0 0 '
        '1-1.7-3z"/><path class="k" d="M12 9.2v5M12 17.6v.1"/>'
    ),
    "not-met": (
        '<path class="f" d="M8 2.3h8L21.7 8v8L16 21.7H8L2.3 16V8z"/><path class="k" d="m8.5 '
        '8.5 7 7M15.5 8.5l-7 7"/>'
    ),
    "open": '<circle cx="12" cy="12" r="9" stroke-dasharray="3.4 2.26"/>',
}
