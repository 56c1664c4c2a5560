#!/usr/bin/env python3
"""Generates the peers' instances and runs ours and the peers in turn; writes Markdown to stdout.

usage: run.py [PEERS_FOLDER] [ROUNDS]      (default ../shared/peers, 3)
Needs coinor-cbc, python3-numpy, python3-scipy and a Release build of this project.
Processor seconds are compared, because they do not depend on what else the machine does. Known optima are asserted.
"""
import json, os, platform, statistics, subprocess, sys, tempfile

here = os.path.dirname(os.path.abspath(__file__))
root = os.path.dirname(os.path.dirname(here))
peers = os.path.abspath(os.path.join(sys.argv[1] if len(sys.argv) > 1 else os.path.join(root, "..", "shared", "peers"), "allocation"))
rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 3
ours = os.path.join(here, "bin", "Release", "net10.0", "BudgetSim.Benchmarks.Allocation.dll")
known = {(1000, "mixed"): 113126495, (1000, "tight"): 114800618, (1000, "all"): 80613818,
         (10000, "mixed"): 1061906870, (10000, "tight"): 1073277866, (10000, "all"): 749574329, (100000, "none"): 11658887303,
         (10000, "caps"): 1122277800}
# instance, repeats of ours for the warm time, peers
plan = [((1000, "mixed"), 20, ["cbc"]), ((1000, "tight"), 20, ["cbc"]), ((1000, "all"), 20, ["cbc"]),
        ((10000, "mixed"), 3, ["cbc"]), ((10000, "tight"), 10, ["cbc"]), ((10000, "all"), 10, ["cbc", "highsc"]),
        ((100000, "all"), 15, ["highsc"]), ((100000, "mixed"), 0, []), ((100000, "none"), 5, ["highsc"]), ((10000, "caps"), 3, ["highsc"]), ((100000, "caps"), 0, [])]
# Instances the generator does not write: every fund holds all that is asked of it; with "none" so does every clause, with "caps" clauses keep their caps.
made_of = {"none": "mixed", "caps": "mixed"}


def line(command, folder, seconds):
    try:
        done = subprocess.run(command, capture_output=True, text=True, cwd=folder, timeout=seconds)
    except subprocess.TimeoutExpired:
        return None
    return json.loads(done.stdout.strip().splitlines()[-1]) if done.stdout.strip() else None


def generate(folder, n, short):
    """Writes inst_N_SHORT_s1.json into the folder."""
    drawn = made_of.get(short, short)
    subprocess.run([sys.executable, os.path.join(peers, "gen.py"), "-n", str(n), "--short", drawn, "--seed", "1"], cwd=folder, check=True, capture_output=True)
    if short == drawn:
        return
    with open(os.path.join(folder, f"inst_{n}_{drawn}_s1.json")) as file:
        instance = json.load(file)
    instance["B"] = asked(instance, "fund", instance["n_funds"])
    if short == "none":
        instance["cl_cap"] = asked(instance, "clause", instance["n_clauses"])
    with open(os.path.join(folder, f"inst_{n}_{short}_s1.json"), "w") as file:
        json.dump(instance, file)


def asked(instance, key, count):
    """The sum of the amounts, [fund or clause]."""
    sums = [0] * count
    for where, amount in zip(instance[key], instance["u"]):
        sums[where] += int(amount)
    return sums


def run():
    print("| instance | solver | optimum | proof | processor s (median) | warm processor s | peak MB | times ours |")
    print("|---|---|---|---|---|---|---|---|")
    with tempfile.TemporaryDirectory() as folder:
        for (n, short), repeats, others in plan:
            generate(folder, n, short)
            name = f"inst_{n}_{short}_s1"
            mine, theirs = [], {other: [] for other in others}
            for _ in range(rounds if (n < 100000 or short == "all") and short not in made_of else 1):
                mine.append(line(["dotnet", ours, name + ".json", str(repeats)], folder, 600))
                for other in others:
                    theirs[other].append(line([sys.executable, os.path.join(peers, "bench_milp.py"), name, other, "120"], folder, 400))
            best = int(mine[0]["obj"])
            assert mine[0]["status"] == "proved_optimal" and best == known.get((n, short), best), mine[0]
            cpu = statistics.median(m["cpu"] for m in mine)
            warm = statistics.median(m["warmCpu"] for m in mine)
            print(f"| {n} {short} | BudgetSim | {best} | {mine[0]['certificate']}, {mine[0]['nodes']} nodes | {cpu:.2f} | {f'{warm:.4f}' if repeats else ''} | {mine[0]['peakMegabytes']} | 1 |", flush=True)
            for other in others:
                good = [t for t in theirs[other] if t]
                if not good:
                    print(f"| {n} {short} | {other} | none | not done | | | | |", flush=True)
                    continue
                peer = statistics.median(t["cpu"] for t in good)
                found = abs(round(float(good[0]["obj"] or 0)))
                ratio = f"{peer / cpu:.1f} (warm {peer / warm:.0f})" if warm else f"{peer / cpu:.1f}"
                print(f"| {n} {short} | {good[0]['solver']} | {found} | {good[0]['status']} | {peer:.2f} | | | {ratio} |", flush=True)


commit = subprocess.run(["git", "rev-parse", "--short", "HEAD"], capture_output=True, text=True, cwd=root).stdout.strip()
print(f"Commit {commit}, seed 1, {rounds} rounds in turn, {os.cpu_count()} cores, {platform.machine()}, load {os.getloadavg()[0]:.0f} at the start.\n")
run()
