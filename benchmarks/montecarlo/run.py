#!/usr/bin/env python3
"""Runs ours and the numpy peer in turn (A B A B ...) and prints the ratios as Markdown.

  run.py --peer DIR [--rounds N] [--numpy /usr/bin/python3]     DIR holds mc_spec.json and numpy_mc.py

Times are wall times of the simulation alone (neither start-up nor reading the file), each the median of its rounds; processor times
stand beside them because the machine is shared. Build first: dotnet build -c Release benchmarks/montecarlo
"""
import argparse, json, os, statistics, subprocess, time

HERE = os.path.dirname(os.path.abspath(__file__))
OURS = os.path.join(HERE, "bin", "Release", "net10.0", "BudgetSim.Benchmarks.MonteCarlo")


def run(command):
    before = os.times()
    text = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    after = os.times()
    return json.loads(text[: text.rindex("}") + 1]), after.children_user + after.children_system - before.children_user - before.children_system


def ours(mode, **options):
    command = [OURS, "--folder", HERE, "--mode", mode, "--repeat", "3"]
    for name, value in options.items():
        command += ["--" + name, str(value)]
    return run(command)[0]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--peer", required=True)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--numpy", default="/usr/bin/python3")
    options = parser.parse_args()
    spec, script = os.path.join(options.peer, "mc_spec.json"), os.path.join(options.peer, "numpy_mc.py")
    environment = dict(os.environ, PYTHONDONTWRITEBYTECODE="1")
    os.environ.update(environment)

    print("| mode | numpy s | ours s, 2 threads | ratio (median, range) | numpy processor s | ours processor s |")
    print("|---|---|---|---|---|---|")
    for mode in ("firm", "aggregate"):
        ratios, theirs, own, their_cpu, own_cpu = [], [], [], [], []
        for _ in range(options.rounds):
            peer, cpu = run([options.numpy, script, "--spec", spec, "--mode", mode, "--repeat", "1"])
            mine = ours(mode, threads=2)
            theirs.append(peer["median_s"]); own.append(mine["median_s"]); ratios.append(peer["median_s"] / mine["median_s"])
            their_cpu.append(cpu); own_cpu.append(mine["cpu_s"])
        m = statistics.median
        print(f"| {mode} | {m(theirs):.2f} | {m(own):.3f} | {m(ratios):.1f} ({min(ratios):.1f} to {max(ratios):.1f}) | {m(their_cpu):.2f} | {m(own_cpu):.2f} |", flush=True)

    print("\n| question | asked | seen (median, range) |\n|---|---|---|")
    for name, asked, first, second in (
        ("1 thread over 2 threads, firm", ">= 1.7", dict(threads=1), dict(threads=2)),
        ("20,000 over 10,000 replications, firm", "<= 2.05", dict(reps=20000), dict(reps=10000)),
        ("120,000 over 12,000 firms, same claims, firm", "<= 1.3", dict(spread=10), dict(spread=1)),
    ):
        ratios = [ours("firm", **first)["median_s"] / ours("firm", **second)["median_s"] for _ in range(options.rounds)]
        print(f"| {name} | {asked} | {statistics.median(ratios):.2f} ({min(ratios):.2f} to {max(ratios):.2f}) |", flush=True)

    print("\n| run | engine | claims | mean under own caps, yuan | mean demand, yuan | standard error | peak MB | fingerprint of all payments |\n|---|---|---|---|---|---|---|---|")
    for mode, threads in (("firm", 1), ("firm", 2), ("aggregate", 1), ("aggregate", 2)):
        mine = ours(mode, threads=threads)
        print(f"| {mode}, {threads} thread(s) | {mine['engine']} | {mine['claims']:,} | {mine['under_own_caps_mean']:,.0f} | {mine['demand_mean']:,.0f} | {mine['demand_se']:,.0f} | {mine['peak_mb']} | {mine['fingerprint']} |")


if __name__ == "__main__":
    main()
