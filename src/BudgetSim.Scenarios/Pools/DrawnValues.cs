// Refuses a distribution whose values the attribute cannot have.
using System.Globalization;
using BudgetSim.Core.Diagnostics;
using BudgetSim.Policy.Vocabularies;
using BudgetSim.Scenarios.Files.Trees;
using BudgetSim.Simulation.Distributions;
using BudgetSim.Simulation.Pools;
using Attribute = BudgetSim.Policy.Vocabularies.Attribute;

namespace BudgetSim.Scenarios.Pools;

/// <summary>Drawn values are held to the bounds of written ones, but for one in a thousand million at either end.</summary>
internal static class DrawnValues
{
    private const double Edge = 1e-9;

    /// <summary>The distribution itself, with a fault (BS840) where it leaves the bounds of the attribute.</summary>
    public static Distribution Check(NodeReader entry, Attribute attribute, Distribution distribution)
    {
        var (low, high) = distribution is Fixed { Value: var value }
            ? (value, value)
            : (distribution.Quantile(Edge), distribution.Quantile(1 - Edge));
        var (least, most, expected) = Bounds(attribute.Type);
        if (!(low >= least && high <= most))
            entry.Report(Outside(entry.Where, attribute.Name, low == high ? Text(low) : $"{Text(low)} to {Text(high)}", expected));
        return distribution;
    }

    /// <summary>The count itself, with a fault (BS842) where it can be below 0.</summary>
    public static Distribution CheckCount(NodeReader entry, Distribution count)
    {
        var least = count is Fixed { Value: var value } ? value : count.Quantile(Edge);
        if (!(least >= 0)) entry.Report(Negative(entry.Where, entry.Name, least));
        return count;
    }

    private static Diagnostic Negative(Place where, string name, double least) =>
        Diagnostic.Error(
            where,
            "BS842",
            $"{name}: a count is never below 0, found values from {Text(least)}",
            "write 'about 40 a year', 'between 3 and 8' or 'negative-binomial mean 40 sd 10'");

    private static (double Least, double Most, string Expected) Bounds(AttributeType type) => type switch
    {
        AttributeType.Share => (0, 1, "a share from 0 to 1 (0% to 100%)"),
        AttributeType.Number => (-AttributeDraw.Largest, AttributeDraw.Largest, "numbers from -10^14 to 10^14"),
        _ => (0, AttributeDraw.Largest, "numbers from 0 to 10^14"),
    };

    private static Diagnostic Outside(Place where, string name, string found, string expected) =>
        Diagnostic.Error(
            where,
            "BS840",
            $"{name}: the values lie at {found}, expected {expected}",
            "choose bounds or a law that cannot leave them, such as 'between 2% and 4%', or look for a figure with too many digits");

    private static string Text(double number) => number.ToString("G4", CultureInfo.InvariantCulture);
}
