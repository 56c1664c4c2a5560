// What a backtest will do, read and checked before anything runs.
using BudgetSim.Core.Diagnostics;
using BudgetSim.Scenarios.Pools;
using BudgetSim.Scenarios.Scenario;
using BudgetSim.Simulation.Histories;

namespace BudgetSim.Scenarios.Laboratory.Backtests;

/// <summary>
/// The rules of a scenario, a history, and the years to be forecast, each from the years before it or by the scenario itself.
/// </summary>
public sealed record BacktestPlan(LoadedScenario Scenario, PaymentHistory History, IReadOnlyList<int> Years, int Replications)
{
    /// <summary>
    /// Whether the forecast is the scenario's own (its cohorts, funds and years together) and not a fit of the earlier payments.
    /// </summary>
    public bool IsOfScenario { get; init; }

    /// <summary>The years that the first fit has at least, where the history is long enough.</summary>
    public const int YearsToFit = 3;

    private const int MostHeldOut = 5;

    /// <summary>Reads the history and chooses the last <paramref name="holdOut"/> years (null: up to five, leaving three to fit).</summary>
    public static Loaded<BacktestPlan> Read(string history, LoadedScenario scenario, int? holdOut, int replications)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        var read = HistoryFile.Read(history, scenario.Model.Terms.Library, new HistoryFilter());
        if (!read.Succeeded) return new Loaded<BacktestPlan>(null, read.Diagnostics);
        var faults = read.Diagnostics.ToList();
        var count = read.Value.Last - read.Value.First + 1;
        if (count < 2) faults.Add(TooShort(history, count));
        else if (holdOut is < 1 || holdOut >= count) faults.Add(BadHoldOut(holdOut.Value, count));
        var held = holdOut ?? Math.Clamp(count - YearsToFit, 1, MostHeldOut);
        return Loaded<BacktestPlan>.From(
            new BacktestPlan(
                scenario, read.Value, [.. Enumerable.Range(read.Value.Last - Math.Max(1, held) + 1, Math.Max(1, held))], replications),
            faults);
    }

    /// <summary>
    /// Reads the history and chooses the last <paramref name="holdOut"/> (null: all) of the years that the scenario runs and the history
    /// pays.
    /// </summary>
    public static Loaded<BacktestPlan> ReadOfScenario(string history, LoadedScenario scenario, int? holdOut, int replications)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        var read = HistoryFile.Read(history, scenario.Model.Terms.Library, new HistoryFilter());
        if (!read.Succeeded) return new Loaded<BacktestPlan>(null, read.Diagnostics);
        var faults = read.Diagnostics.ToList();
        var years = scenario.Model.Years.Where(year => year >= read.Value.First && year <= read.Value.Last).ToList();
        if (years.Count == 0) faults.Add(NoCommonYear(history, scenario.Model.Years, read.Value));
        else if (holdOut < 1 || holdOut > years.Count) faults.Add(BadHoldOut(holdOut.Value, years.Count + 1));
        return Loaded<BacktestPlan>.From(
            new BacktestPlan(scenario, read.Value, [.. years.TakeLast(Math.Max(1, holdOut ?? years.Count))], replications)
            {
                IsOfScenario = true,
            },
            faults);
    }

    private static Diagnostic NoCommonYear(string file, IReadOnlyList<int> years, PaymentHistory history) => Diagnostic.Error(
        Place.Of(file), "BS749",
        $"the scenario runs {years[0]} to {years[^1]} and the history pays {history.First} to {history.Last}: no year can be compared",
        "give the scenario past years whose rules were in force then, or leave out --own and score the fit of the payments");

    private static Diagnostic TooShort(string file, int years) =>
        Diagnostic.Error(
            Place.Of(file),
            "BS277",
            $"the history has {years} year, a backtest needs at least two: one to fit, one to compare",
            "add the payments of earlier years");

    private static Diagnostic BadHoldOut(int found, int years) =>
        Diagnostic.Error(
            Place.Of("--hold-out"),
            "BS278",
            $"of {years} years {found} cannot be held out",
            $"write 1 to {years - 1}; {Math.Max(1, years - YearsToFit)} leaves {Math.Min(YearsToFit, years - 1)} to fit");
}
