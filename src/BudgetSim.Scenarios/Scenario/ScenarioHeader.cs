// Reads scenario.yaml itself: years, seed, funds, readings, parameters, how to split a fund.
using BudgetSim.Core.Diagnostics;
using BudgetSim.Core.Quantities;
using BudgetSim.Policy.Vocabularies;
using BudgetSim.Scenarios.Files.Trees;
using BudgetSim.Scenarios.Policies;
using BudgetSim.Simulation.Settlement;

namespace BudgetSim.Scenarios.Scenario;

/// <summary>The fields of scenario.yaml, before the policies and the pool are read.</summary>
internal sealed record ScenarioHeader(Place Where, Bilingual Title, Bilingual Note, IReadOnlyList<string> Policies, string PoolFile)
{
    private const int FirstYear = 1990, LastYear = 2100, MostYears = 30, DefaultReplications = 1000;

    public required IReadOnlyList<int> Years { get; init; }

    public required ulong Seed { get; init; }

    public required int Replications { get; init; }

    /// <summary>Where the number of replications was written.</summary>
    public required Place ReplicationsWhere { get; init; }

    public IReadOnlyList<FundMoney> Funds { get; init; } = [];

    public IReadOnlyDictionary<string, string> Readings { get; init; } = new Dictionary<string, string>();

    public IReadOnlyList<PathChange> Changes { get; init; } = [];

    public DataNode? Parameters { get; init; }

    public IReadOnlyDictionary<string, Fraction> UpliftBudgets { get; init; } = new Dictionary<string, Fraction>();

    public SplitPlan? Split { get; init; }

    public static ScenarioHeader Read(NodeReader file, ScenarioOverrides overrides)
    {
        var years = ReadYears(file);
        var seed = (ulong)(file.OptionalWhole("seed") ?? 1);
        var replications = (int)Math.Clamp(file.OptionalWhole("replications") ?? DefaultReplications, int.MinValue, int.MaxValue);
        var readings = new Dictionary<string, string>(file.OptionalMap("readings", reading => reading.AsText()));
        foreach (var (code, option) in overrides.Readings) readings[code] = option;
        return new ScenarioHeader(
            file.Where,
            PolicyFields.Bilingual(file.RequiredChild("title")),
            file.Child("note") is { } note ? PolicyFields.Bilingual(note) : new Bilingual("", ""),
            file.List("policies", policy => policy.AsText()),
            file.OptionalText("pool") ?? "pool.yaml")
        {
            Years = years,
            Seed = overrides.Seed ?? seed,
            Replications = overrides.Replications ?? replications,
            ReplicationsWhere = overrides.Replications is not null ? Place.Of("--replications") : file.Child("replications")?.Where ?? file.Where,
            Funds = ReadFunds(file, years),
            Readings = readings,
            Changes = [.. file.OptionalMap("changes", change => new PathChange(change.Name, change.Node, change.KeyWhere)).Values],
            Parameters = file.Child("parameters")?.Node,
            UpliftBudgets = file.OptionalMap("uplift_budgets", budget => budget.AsNumber()),
            Split = file.OptionalChild("split", ReadSplit),
        };
    }

    private static int[] ReadYears(NodeReader file)
    {
        var years = file.RequiredChild("years");
        var (first, last) = years.Node is MappingNode ? years.As(span => (span.Whole("from"), span.Whole("to"))) : (years.AsWhole(), years.AsWhole());
        if (first >= FirstYear && last <= LastYear && first <= last && last - first < MostYears) return [.. Enumerable.Range((int)first, (int)(last - first) + 1)];
        years.Report(Diagnostic.Error(years.Where, "BS303", $"years must lie in {FirstYear} to {LastYear}, at most {MostYears} in order", "write 2026, or { from: 2026, to: 2030 }"));
        return [FirstYear];
    }

    // A fund is one amount for every year, or an amount per year.
    private static List<FundMoney> ReadFunds(NodeReader file, int[] years)
    {
        var money = new List<FundMoney>();
        foreach (var (fund, amounts) in file.OptionalMap("funds", fund => fund.Node is MappingNode
            ? fund.AsMap(year => year.AsWhole())
            : years.ToDictionary(year => year.ToString(), _ => fund.AsWhole())))
        {
            money.AddRange(amounts.Select(amount => new FundMoney(fund, int.TryParse(amount.Key, out var year) ? year : null, amount.Value)));
        }

        return money;
    }

    private static SplitPlan ReadSplit(NodeReader split) => new(
        split.Text("fund"),
        split.OptionalMap("floors", floor => floor.AsNumber()),
        split.OptionalMap("ceilings", ceiling => ceiling.AsNumber()));
}
