// Reads scenario.yaml itself: years, seed, funds, readings, parameters, how to split a fund.
using BudgetSim.Allocation.Settlement;
using BudgetSim.Core.Diagnostics;
using BudgetSim.Core.Quantities;
using BudgetSim.Policy.Vocabularies;
using BudgetSim.Scenarios.Files.Trees;
using BudgetSim.Scenarios.Policies;
using BudgetSim.Scenarios.Pools;
using BudgetSim.Simulation.Distributions;
using BudgetSim.Simulation.Random;
using BudgetSim.Simulation.Settlement;

namespace BudgetSim.Scenarios.Scenario;

/// <summary>The fields of scenario.yaml, before the policies and the pool are read.</summary>
internal sealed record ScenarioHeader(Place Where, Bilingual Title, IReadOnlyList<string> Policies, string PoolFile)
{
    private const int DefaultReplications = 1000;

    private static readonly Dictionary<string, FactorSampling> Samplings = new()
    {
        ["independent"] = FactorSampling.Independent,
        ["antithetic"] = FactorSampling.Antithetic,
        ["evenly_spread"] = FactorSampling.EvenlySpread,
    };

    public required DataNode Root { get; init; }

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

    public IReadOnlyDictionary<string, CarryOver> CarryOver { get; init; } = new Dictionary<string, CarryOver>();

    /// <summary>Shares of ceilings that are paid, by measure id or <c>*</c>.</summary>
    public IReadOnlyDictionary<string, Distribution> PayoutRatios { get; init; } = new Dictionary<string, Distribution>();

    public FactorSampling Sampling { get; init; }

    /// <summary>The ranges of figures, funds and parameters as written, by path.</summary>
    public IReadOnlyList<WrittenRange> Ranges { get; init; } = [];

    /// <summary>The precision as written, and where.</summary>
    public (string Text, Place Where)? Precision { get; init; }

    /// <summary>The money of a fund in the first year; null where it has none.</summary>
    public FundMoney? FirstAppropriation(string fund) =>
        Funds.FirstOrDefault(money => money.Fund == fund && (money.Year ?? Years[0]) == Years[0]);

    public static ScenarioHeader Read(NodeReader file, ScenarioOverrides overrides)
    {
        var written = YearsText.Read(file.RequiredChild("years"));
        var years = overrides.Years is { Count: > 0 } chosen ? [.. chosen] : written;
        var seed = ReadSeed(file);
        var replications = (int)Math.Clamp(file.OptionalWhole("replications") ?? DefaultReplications, int.MinValue, int.MaxValue);
        var readings = new Dictionary<string, string>(file.OptionalMap("readings", reading => reading.AsText()));
        _ = file.Child("note") is { } note ? PolicyFields.Bilingual(note) : null;
        var policies = file.List("policies", policy => policy.AsText());
        foreach (var (code, option) in overrides.Readings.Where(reading => IsOwn(reading.Key, policies, overrides)))
            readings[code] = option;
        return new ScenarioHeader(
            file.Where,
            PolicyFields.Bilingual(file.RequiredChild("title")),
            policies,
            file.OptionalText("pool") ?? "pool.yaml")
        {
            Root = file.Node,
            Years = years,
            Seed = overrides.Seed ?? seed,
            Replications = overrides.Replications ?? replications,
            ReplicationsWhere = overrides.Replications is not null
                ? Place.Of("--replications")
                : file.Child("replications")?.Where ?? file.Where,
            Funds = ReadFunds(file, years),
            Readings = readings,
            Changes = [.. file.OptionalMap("changes", change => new PathChange(change.Name, change.Node, change.KeyWhere)).Values],
            Parameters = file.Child("parameters")?.Node,
            UpliftBudgets = file.OptionalMap("uplift_budgets", UpliftPot),
            Split = file.OptionalChild("split", SplitPlanReader.Read),
            CarryOver = file.OptionalMap("carry_over", CarryOverReader.Read),
            PayoutRatios = ReadPayoutRatios(file.Child("payout_ratio")),
            Sampling = file.Child("sampling")?.AsChoice(Samplings) ?? FactorSampling.Independent,
            Precision = ReadPrecision(file, overrides),
            Ranges = [.. file.OptionalMap(
                "ranges", range => new WrittenRange(range.Name, range.AsText(), range.KeyWhere, range.Where)).Values],
        };
    }

    /// <summary>Where a name stands below a key, or the key itself, or the file.</summary>
    public Place WhereOf(string key, string name = "")
    {
        var entry = (Root as MappingNode)?.Find(key);
        return (entry?.Value as MappingNode)?.Find(name)?.KeyWhere ?? entry?.Value.Where ?? Where;
    }

    /// <summary>
    /// A fault of a reading or a document of this file that the library knows by its name only, at the place where the name stands here.
    /// </summary>
    public Diagnostic Placed(Diagnostic fault)
    {
        if (fault.Where.Line > 0 || Root is not MappingNode file) return fault;
        if ((file.Find("readings")?.Value as MappingNode)?.Find(fault.Where.File) is { } reading)
            return fault with { Where = reading.KeyWhere };
        var document = (file.Find("policies")?.Value as SequenceNode)?.Items.OfType<ScalarNode>().FirstOrDefault(item => fault.Message
            .StartsWith($"unknown policy document '{item.Text}'", StringComparison.Ordinal));
        return document is null ? fault : fault with { Where = document.Where };
    }

    private static ulong ReadSeed(NodeReader file)
    {
        var seed = file.OptionalWhole("seed") ?? 1;
        if (seed < 0)
            file.Report(Diagnostic.Error(
                file.Child("seed")!.Where, "BS770", $"a seed is a whole number from 0, found {seed}", "write it without a sign"));
        return (ulong)Math.Max(0, seed);
    }

    // A reading of documents laid over the scenario means nothing to the scenario's own.
    private static bool IsOwn(string code, IReadOnlyList<string> policies, ScenarioOverrides overrides) =>
        overrides.Policies is not { } others || !code.Contains('/') || policies.Contains(code.Split('/')[0])
            || !others.Contains(code.Split('/')[0]);

    // A fund is one amount for every year, or an amount per year.
    private static List<FundMoney> ReadFunds(NodeReader file, int[] years) =>
        [.. file.OptionalMap("funds", fund => fund.Node is MappingNode ? ByYear(fund) : EveryYear(fund, years)).Values
            .SelectMany(money => money)];

    private static FundMoney[] ByYear(NodeReader fund) =>
        [.. fund.AsMap(year => new FundMoney(fund.Name, year.YearOfName(), Appropriation(year))).Values];

    private static FundMoney[] EveryYear(NodeReader fund, int[] years)
    {
        var yuan = Appropriation(fund);
        return [.. years.Select(year => new FundMoney(fund.Name, year, yuan))];
    }

    private static long Appropriation(NodeReader money)
    {
        var yuan = money.AsNumber();
        if (!yuan.IsInteger) return money.AsWhole();
        if (yuan.Sign >= 0 && yuan <= FundMoney.Most) return (long)yuan.Numerator;
        money.Report(Diagnostic.Error(
            money.Where,
            "BS841",
            $"an appropriation lies from 0 to 2^53 yuan, found {QuantityText.Format(yuan)}",
            "write what may be paid; leave the fund out if it has no limit"));
        return 0;
    }

    private static Fraction UpliftPot(NodeReader money)
    {
        var yuan = money.AsNumber();
        if (yuan.Sign >= 0 && yuan <= FundMoney.Most) return yuan;
        money.Report(Diagnostic.Error(
            money.Where,
            "BS848",
            $"the money for uplifts lies from 0 to 2^53 yuan, found {QuantityText.Format(yuan)}",
            "write what may be paid; leave the measure out if it has no limit"));
        return Fraction.Zero;
    }

    // One share for all measures, or a share per measure.
    private static IReadOnlyDictionary<string, Distribution> ReadPayoutRatios(NodeReader? ratios) => ratios switch
    {
        null => new Dictionary<string, Distribution>(),
        { Node: MappingNode } => ratios.AsMap(ShareReader.Read),
        _ => new Dictionary<string, Distribution> { ["*"] = ShareReader.Read(ratios) },
    };

    private static (string Text, Place Where)? ReadPrecision(NodeReader file, ScenarioOverrides overrides)
    {
        var written = file.Child("precision");
        if (overrides.Precision is { } text) return (text, Place.Of("--precision"));
        return written is null ? null : (written.AsText(), written.Where);
    }
}
