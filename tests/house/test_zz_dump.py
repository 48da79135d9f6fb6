from __future__ import annotations
import json
from tests.house.test_costs import measured, visits, world, grow  # noqa
def test_dump(world):
    pages = list(visits(world)); small = measured(world, pages); grow(world); large = measured(world, pages)
    json.dump({l: (*small[l], large[l][1]) for l in small}, open("/tmp/costs.json","w"))
    json.dump({l: (q, large[l][0]) for l,(q,_r) in small.items() if q != large[l][0]}, open("/tmp/grew.json","w"))
