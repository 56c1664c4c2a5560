#!/usr/bin/env python3
"""Runs ours, numpy and C in turn on the peers' million enterprises and writes Markdown to results/rules.md.

usage: run.py [PEERS_FOLDER] [ROUNDS]      (default ../shared/peers, 7)
Needs python3-numpy, python3-numexpr, gcc, and Release builds of this project and of BudgetSim.Cli.
"""
import json, os, platform, re, statistics, subprocess, sys, tempfile, time

here = os.path.dirname(os.path.abspath(__file__))
root = os.path.dirname(os.path.dirname(here))
peers = os.path.abspath(os.path.join(sys.argv[1] if len(sys.argv) > 1 else os.path.join(root, "..", "shared", "peers"), "rules"))
rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 7
python = "/usr/bin/python3" if os.path.exists("/usr/bin/python3") else sys.executable
ours = os.path.join(here, "bin", "Release", "net10.0", "BudgetSim.Benchmarks.Rules.dll")
cli = os.path.join(root, "src", "BudgetSim.Cli")


def text(command, folder=None):
    return subprocess.run(command, capture_output=True, text=True, check=True, cwd=folder).stdout


def milliseconds(output, name):
    return float(re.search(re.escape(name) + r": median of 5 ([0-9.]+) ms", output).group(1))


def seconds(command, folder=None):
    start = time.perf_counter()
    subprocess.run(command, capture_output=True, cwd=folder)
    return time.perf_counter() - start


def columns(folder):
    rows = []
    text([python, os.path.join(peers, "gen.py")], folder)
    text(["gcc", "-O3", "-march=native", "-o", "c_rules", os.path.join(peers, "c_rules.c")], folder)
    for _ in range(rounds):
        mine = json.loads(text(["dotnet", ours, os.path.join(folder, "soa.f64"), os.path.join(here, "library")]))
        numpy = text([python, os.path.join(peers, "np_rules.py")], folder)
        c = milliseconds(text([os.path.join(folder, "c_rules")], folder), "C array out")
        rows.append((mine["median_ms"], c, milliseconds(numpy, "numpy f64 plain"), milliseconds(numpy, "numpy f64 blocked 16k"), mine))
    return rows


def start():
    rows = []
    for _ in range(rounds):
        empty = seconds(["dotnet", "run", "-c", "Release", "--no-build", "--project", cli, "--", "--version"])
        bare = seconds(["dotnet", os.path.join(cli, "bin", "Release", "net10.0", "budgetsim.dll"), "--version"])
        load = json.loads(text(["dotnet", ours, "load", os.path.join(root, "seeds"), "12"]))
        rows.append((empty * 1000, bare * 1000, load["cold_ms"], load["warm_ms"], load["measures"]))
    return rows


def middle(rows, of):
    return statistics.median(of(row) for row in rows)


commit = text(["git", "rev-parse", "--short", "HEAD"], root).strip()
processor = next((line.split(":", 1)[1].strip() for line in open("/proc/cpuinfo") if line.startswith("model name")), platform.processor())
load = os.getloadavg()[0]
with tempfile.TemporaryDirectory() as folder:
    rules = columns(folder)
starts = start()
mine = rules[0][4]
with open(os.path.join(root, "benchmarks", "results", "rules.md"), "w") as file:
    file.write(f"""# Rules over a million enterprises in columns

Three rules as policy YAML (`benchmarks/rules/library`), compiled at run time to one loop of {mine["vectors"]}; one thread.
Every rule is floored to the fen and the floors are summed; all {len(rules)} runs equal a separate computation in 128-bit
whole numbers in every one of the million amounts ({mine["total_fen"]} fen in all). numpy and C compute in floating yuan
without rounding.

Commit {commit}, {processor}, {os.cpu_count()} cores, load {load:.0f} at the start; {rounds} rounds in turn, each a median inside its process; the ratios
are medians of the rounds' ratios.

| | milliseconds | peer time / ours |
|---|---|---|
| BudgetSim, exact fen | {middle(rules, lambda r: r[0]):.2f} | 1 |
| C (gcc -O3 -march=native), array out | {middle(rules, lambda r: r[1]):.2f} | {middle(rules, lambda r: r[1] / r[0]):.2f} |
| numpy, plain | {middle(rules, lambda r: r[2]):.2f} | {middle(rules, lambda r: r[2] / r[0]):.1f} |
| numpy, blocks of 16k | {middle(rules, lambda r: r[3]):.2f} | {middle(rules, lambda r: r[3] / r[0]):.1f} |

Compiling the three rules to the loop takes {middle(rules, lambda r: r[4]["compile_ms"]):.0f} ms the first time in a process (not counted above).

## Loading the policy library

Reading and compiling all of `seeds` ({starts[0][4]} measures), beside a start that does nothing.

| | milliseconds | share of `dotnet run` | share of the bare start |
|---|---|---|---|
| `dotnet run -c Release --no-build ... -- --version` | {middle(starts, lambda r: r[0]):.0f} | 1 | |
| `dotnet budgetsim.dll --version` | {middle(starts, lambda r: r[1]):.0f} | {middle(starts, lambda r: r[1] / r[0]):.2f} | 1 |
| library, first time in a process | {middle(starts, lambda r: r[2]):.0f} | {middle(starts, lambda r: r[2] / r[0]):.2f} | {middle(starts, lambda r: r[2] / r[1]):.2f} |
| library, again (median) | {middle(starts, lambda r: r[3]):.0f} | {middle(starts, lambda r: r[3] / r[0]):.2f} | {middle(starts, lambda r: r[3] / r[1]):.2f} |
""")
print(open(os.path.join(root, "benchmarks", "results", "rules.md")).read())
