#!/usr/bin/env python3
"""Writes the peer's workload (mc_spec.json) as ordinary files: policy and vocabulary (seeds/), pool and two scenarios (firm/, aggregate/).

  write_scenario.py --peer DIR       DIR holds mc_spec.json

The peer's base is exp(base_mu + c + base_sigma z) with c of mean 0; a pool's factor keeps the mean, so its median is exp(base_mu + s^2/2).
"""
import argparse, json, math, os
from statistics import NormalDist

HERE = os.path.dirname(os.path.abspath(__file__))
P90 = NormalDist().inv_cdf(0.9)
HISTORY = {
    "already_paid": "type: bool, default: false", "exclusive_award_taken": "type: bool, default: false",
    "other_level_award_paid": "type: money, unit: yuan, default: 0", "paid_this_year": "type: money, unit: yuan, default: 0",
    "paid_for_project": "type: money, unit: yuan, default: 0", "event_date": "type: date",
}
DECISIONS = {
    "assessed_amount": "type: money, unit: yuan", "payout_ratio": "type: share, unit: ratio, default: 1", "uplift_budget_left": "type: money, unit: yuan",
    "uplift_budget_unlimited": "type: bool, default: false", "treat_draft_as_in_force": "type: bool, default: true",
}


def number(x):
    return f"{x:.10f}".rstrip("0").rstrip(".")


def write(path, text):
    path = os.path.join(HERE, path)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8", newline="\n") as file:
        file.write(text)


def vocabulary(spec):
    def entry(name, rest, zh, en):
        return f"  {name}: {{ subject: claimant, {rest}, zh: '{zh}', en: '{en}' }}\n"
    text = "# 基准测算用的属性与参数。Attributes and parameters of the benchmark.\nattributes:\n"
    for name, rest in HISTORY.items():
        text += entry(name, rest, name, name.replace("_", " "))
    for m in spec["measures"]:
        text += entry(m["id"] + "_base", "type: money, unit: yuan, default: 0", m["name"] + "的基数", "base of " + m["id"].replace("_", " "))
    text += "parameters:\n"
    for name, rest in DECISIONS.items():
        text += entry(name, rest, name, name.replace("_", " "))
    return text


def policy(spec):
    ids = [m["id"] for m in spec["measures"]]
    text = f"""# 基准测算：三十项按比例奖补，单项限额、企业年度限额、条款年度限额、资金总额。Written by write_scenario.py.
document: crowd-30
title: {{ zh: 三十项按比例奖补, en: Thirty awards by rate }}
issuer: {{ zh: 基准测算, en: Benchmark }}
number: 'none'
issued: 2026-01-01
status: in-force
valid: {{ from: 2026-01-01, to: 2026-12-31 }}
payers:
  city: {{ zh: 市级, en: City }}
funds:
  crowd_fund:
    name: {{ zh: 资金总额, en: The fund }}
    payer: city
    shortage: pro-rata
    carry_over: none
    note: every award is cut by the same ratio
settings:
  shortage_mode: by-fund-rule
  lane_choice: joint
  uplift_order: before-caps
measures:
"""
    for m in spec["measures"]:
        others = ", ".join(i for i in ids if i != m["id"])
        text += f"""  - id: {m["id"]}
    article: 'benchmark'
    title: {{ zh: {m["name"]}, en: '{m["id"].replace("_", " ")}' }}
    kind: rate
    effect: award
    subject: enterprise
    trigger: apply
    valid: {{ from: 2026-01-01, to: 2026-12-31, by: event_date }}
    figures:
      rate: {number(m["rate"] * 100)}%
      cap: {number(m["cap"])}
      firm_cap: {number(spec["firm_cap"])}
"""
        if m["min_base"]:
            text += f"      least: {number(m['min_base'])}\n"
        if m["limit"] is not None:
            text += f"      limit: {number(m['limit'])}\n"
        text += f"    when: {m['id']}_base >= least\n" if m["min_base"] else "    when: true\n"
        text += f"    rate: rate\n    base: {m['id']}_base\n    caps:\n      - {{ amount: cap, per: project }}\n"
        text += f"      - {{ amount: firm_cap, per: enterprise-year, shortage: pro-rata, shared_with: [{others}] }}\n"
        if m["limit"] is not None:
            text += "      - { amount: limit, per: programme-year, shortage: pro-rata }\n"
        text += "    payers: [ { payer: city, share: 1, basis: stated } ]\n    fund: crowd_fund\n\n"
    return text.rstrip("\n") + "\n"


def pool(spec):
    s = spec["common_log_sigma"]
    text = f"""# 一万二千家企业，每家对每项各有一个小概率申报。Twelve thousand firms, each with a small probability of each claim.
factors:
  cycle: {{ zh: 景气, en: Business cycle }}
cohorts:
  firms:
    zh: 企业
    en: Firms
    count: {spec["firms"]}
    basis: benchmark
    attributes:
"""
    for m in spec["measures"]:
        mu = m["base_mu"] + s * s / 2
        text += f"      {m['id']}_base: {{ value: 'median {math.exp(mu):.6f}, p90 {math.exp(mu + P90 * m['base_sigma']):.6f}', moves_with: {{ cycle: {s} }}, basis: benchmark }}\n"
    text += "    claims:\n"
    for m in spec["measures"]:
        text += f"      - {{ measure: crowd-30/{m['id']}, take_up: {number(m['participation'] * 100)}%, basis: benchmark }}\n"
    return text


def scenario(spec, zh, en, pool_file, extra=""):
    return f"""title: {{ zh: {zh}, en: '{en}' }}
policies: [crowd-30]
years: 2026
seed: {spec["seed"]}
replications: {spec["replications"]}
pool: {pool_file}
funds:
  crowd_fund: {number(spec["fund_limit"])}
{extra}"""


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--peer", required=True)
    with open(os.path.join(parser.parse_args().peer, "mc_spec.json"), encoding="utf-8") as file:
        spec = json.load(file)
    write("seeds/vocabulary.yaml", vocabulary(spec))
    write("seeds/readings.yaml", "# 没有待定读法。No open readings.\n{}\n")
    write("seeds/crowd-30/policy.yaml", policy(spec))
    write("firm/pool.yaml", pool(spec))
    write("firm/scenario.yaml", "# 有企业年度限额。With the ceiling per enterprise.\n" + scenario(spec, "三十项奖补，企业年度限额", "Thirty awards, ceiling per enterprise", "pool.yaml"))
    most = sum(m["cap"] for m in spec["measures"])
    changes = "changes:   # so high that it never binds\n" + "".join(f"  crowd-30/{m['id']}/figures/firm_cap: {number(most)}\n" for m in spec["measures"])
    write("aggregate/scenario.yaml", "# 没有企业年度限额。Without the ceiling per enterprise.\n" + scenario(spec, "三十项奖补，无企业年度限额", "Thirty awards, no ceiling per enterprise", "../firm/pool.yaml", changes))


if __name__ == "__main__":
    main()
