// Works out three rules for a million enterprises in columns, checks every amount in whole numbers, prints one JSON line.
using System.Diagnostics;
using System.Numerics;
using System.Runtime.Intrinsics;
using System.Text.Json;
using BudgetSim.Benchmarks.Rules;
using BudgetSim.Policy.Columns;
using BudgetSim.Scenarios.Policies;

if (args is ["load", var library, var times])
{
    LibraryLoad.Print(library, int.Parse(times));
    return 0;
}

var columns = PeerColumns.Read(args[0]);
var rules = PolicyFolder.Read(args[1]);
if (!rules.Succeeded)
{
    foreach (var fault in rules.Diagnostics) Console.Error.WriteLine(fault);
    return 1;
}

// The declared ranges: up to 10^13 fen of money and 600 months, whatever this file holds.
const long mostFen = 10_000_000_000_000, mostMonths = 600;
ColumnShape[] shapes =
[
    ColumnShape.Money("investment", mostFen), ColumnShape.Money("loan_principal", mostFen),
    new ColumnShape("loan_months", 1, 0, mostMonths), ColumnShape.Money("cloud_fee", mostFen),
];
var compiling = Stopwatch.StartNew();
var function = ColumnFunction.From([.. rules.Value.Measures], shapes);
compiling.Stop();
var amounts = new double[columns[0].Count];
function.Run(columns, amounts);
var seconds = Enumerable.Range(0, 15).Select(_ => Time(() => function.Run(columns, amounts))).Order().ToList();
var exact = ExactRules.Total(args[0], amounts);
var total = amounts.Aggregate(BigInteger.Zero, (sum, fen) => sum + (long)fen);
Console.WriteLine(JsonSerializer.Serialize(new
{
    median_ms = seconds[seconds.Count / 2] * 1000,
    million_per_s = amounts.Length / seconds[seconds.Count / 2] / 1e6,
    compile_ms = compiling.Elapsed.TotalMilliseconds,
    vectors = function.Refusal ?? (Vector512.IsHardwareAccelerated ? "Vector512" : "Vector256"),
    total_fen = total.ToString(),
    exact_fen = exact.Total.ToString(),
    different = exact.Different,
}));
return exact.Different == 0 && total == exact.Total ? 0 : 3;

static double Time(Action work)
{
    var watch = Stopwatch.StartNew();
    work();
    return watch.Elapsed.TotalSeconds;
}
