// Reads the peer's specification (mc_spec.json) as an ordinary plan of rate measures.
using System.Text.Json;
using BudgetSim.Core.Quantities;
using BudgetSim.Simulation.Vector;

namespace BudgetSim.Benchmarks.MonteCarlo;

/// <summary>The peer's file and its two modes.</summary>
internal static class PeerSpecification
{
    /// <summary>The plan and the replications and seed it asks for; <paramref name="firmMode"/> adds the cap per firm.</summary>
    internal static (RatePlan Plan, int Replications, ulong Seed) Read(string path, bool firmMode)
    {
        using var file = JsonDocument.Parse(File.ReadAllText(path));
        var root = file.RootElement;
        var plan = new RatePlan(
            [.. root.GetProperty("measures").EnumerateArray().Select(Measure)],
            root.GetProperty("firms").GetInt32(),
            root.GetProperty("common_log_sigma").GetDouble())
        {
            TracksFirms = firmMode,
            FirmCap = firmMode ? Yuan(root.GetProperty("firm_cap")) : null,
            Fund = Yuan(root.GetProperty("fund_limit")),
        };
        return (plan, root.GetProperty("replications").GetInt32(), root.GetProperty("seed").GetUInt64());
    }

    /// <summary>Ten times the firms, a tenth of the participation: the same number of claims.</summary>
    internal static RatePlan Spread(RatePlan plan, int times) => plan with
    {
        Firms = plan.Firms * times,
        Measures = [.. plan.Measures.Select(measure => measure with { Participation = measure.Participation / times })],
    };

    private static RateMeasure Measure(JsonElement measure) => new()
    {
        Participation = measure.GetProperty("participation").GetDouble(),
        LogMedian = measure.GetProperty("base_mu").GetDouble(),
        LogSpread = measure.GetProperty("base_sigma").GetDouble(),
        MinimumBase = Yuan(measure.GetProperty("min_base")),
        Rate = QuantityText.TryParse(measure.GetProperty("rate").GetRawText(), out var rate) ? rate : throw new FormatException("rate"),
        Cap = Yuan(measure.GetProperty("cap")),
        Limit = measure.GetProperty("limit") is { ValueKind: JsonValueKind.Number } limit ? Yuan(limit) : null,
    };

    private static Money Yuan(JsonElement amount) => new((long)(amount.GetDecimal() * 100));
}
