"""Recompute an exported ballot with nothing but Python: python docs/recount_ballot.py FILE"""
import hashlib, json, sys; from fractions import Fraction as F
b = json.load(open(sys.argv[1], encoding="utf-8"))
text = lambda facts: json.dumps(facts, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
head = hashlib.sha256(text(b["chain"]["sealed"]).encode()).hexdigest()
for number, link in enumerate(b["chain"]["links"], 1):
    head = hashlib.sha256((head + text(link["facts"])).encode()).hexdigest()
    assert head == link["hash"], f"vote {number} is not right"
assert head == b["chain"]["head"], "the last vote is not the one that the result names"
met = lambda n, whole, r: n > F(r["over"]) * whole if "over" in r else n >= F(r["at_least"]) * whole
out = b["recused"] if b["method"] == "selection" else {"": b["recused"]}
out = {o: set(out.get(o, ())) for o in b.get("options", [""])}
seats = [s for s in b["seats"] if not all(s in aside for aside in out.values())]
last = {v["seat"]: v for v in b["votes"] if v["seat"] in seats}
if b["method"] == "motion":
    (pro, con), chosen = ([v["choice"] for v in last.values()].count(c) for c in ("for", "against")), []
    base = {"for_against": pro + con, "cast": len(last), "entitled": len(seats)}[b["base"]]
    outcome = b["tie_rule"] if pro == con else "adopted" if met(pro, base, b["majority"]) else "rejected"
else:
    said = {s: {o for o in v["approves"] if s not in out[o]} for s, v in last.items()}
    base = {o: [s for s in said if said[s] and s not in out[o]] for o in out}
    share = {o: F(sum(o in said[s] for s in base[o]), len(base[o])) for o in out if base[o]}
    fit = [share[o] for o in share if met(share[o], 1, b["majority"])]
    chosen = [o for o in share if share[o] in fit and sum(f >= share[o] for f in fit) <= b["max"]]
    few, tied = len(chosen) < b["min"], len(fit) > max(b["max"], 0) and len(chosen) < b["max"]
    outcome = "second_round" if (few or tied) and b["tie_rule"] != "rejected" else "rejected" if few else "chosen"
outcome = outcome if last and met(len(last), len(seats), b["quorum"]) else "no_quorum"
chosen = chosen if outcome in ("chosen", "second_round") else []
print(outcome, [b["names"]["options"][o] for o in chosen], head)
assert (outcome, sorted(chosen)) == (b["result"]["outcome"], sorted(b["result"]["chosen"])), "another result"
