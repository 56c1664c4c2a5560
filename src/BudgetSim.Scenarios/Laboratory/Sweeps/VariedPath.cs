// One path that is moved over a range: PATH=FROM..TO:STEP, or PATH=A,B,C.
using BudgetSim.Core.Diagnostics;
using BudgetSim.Core.Quantities;
using BudgetSim.Scenarios.Laboratory.Variants;
using BudgetSim.Scenarios.Pools;

namespace BudgetSim.Scenarios.Laboratory.Sweeps;

/// <summary>A path and the values it takes, as people write them.</summary>
public sealed record VariedPath(string Path, IReadOnlyList<string> Values, Place Where)
{
    private const long Wan = 10_000;
    private const string Form = "write PATH=FROM..TO:STEP or PATH=A,B,C, for example fuzhou-2026-5/a3.1/cap=100万..500万:50万";

    /// <summary>Values a sweep or a design may ask for at most.</summary>
    public const int MostValues = 100_000;

    private const int MostFaults = 3;

    /// <summary>Faults of the path and of its values, before any work; of many values out of range the first few.</summary>
    internal IReadOnlyList<Diagnostic> Check(VariantSource source) =>
        [.. Values.SelectMany(value => source.Check([VariantSource.Step(Path, value, Where)])).Distinct().Take(MostFaults)];

    /// <summary>
    /// Reads what follows <c>--vary</c> or <c>--adjust</c>; without a step, 0.1 % of a share, 1万 of larger amounts, else 1 where
    /// <paramref name="mayOmitStep"/>.
    /// </summary>
    public static Loaded<VariedPath> Read(string text, string option, bool mayOmitStep = false)
    {
        ArgumentNullException.ThrowIfNull(text);
        var where = Place.Of($"{option} {text}");
        var equals = text.IndexOf('=', StringComparison.Ordinal);
        if (equals <= 0) return Fault(where, "BS520", $"expected a path and its values, found '{text}'");
        var (path, values) = (text[..equals].Trim(), text[(equals + 1)..].Trim());
        var dots = values.IndexOf("..", StringComparison.Ordinal);
        if (dots < 0)
            return new Loaded<VariedPath>(new VariedPath(path, [.. values.Split(',', '，').Select(value => value.Trim())], where), []);
        var colon = values.LastIndexOf(':');
        if (colon < 0 && !mayOmitStep) return Fault(where, "BS520", $"the range '{values}' has no step");
        var (from, to) = (values[..dots], colon < 0 ? values[(dots + 2)..] : values[(dots + 2)..colon]);
        if (!QuantityText.TryParse(from, out var low) || !QuantityText.TryParse(to, out var high))
            return Fault(where, "BS520", $"'{from}' and '{to}' are not both numbers");
        if (low > high) return Fault(where, "BS520", $"the range begins above its end: {from} > {to}");
        var isShare = values.Contains('%', StringComparison.Ordinal);
        var step = isShare ? Fraction.Of(1, 1000) : high >= Wan ? Wan : Fraction.One;
        if (colon >= 0 && (!QuantityText.TryParse(values[(colon + 1)..], out step) || step.Sign <= 0))
            return Fault(where, "BS520", $"the step '{values[(colon + 1)..]}' is not a number above 0");
        return Listed(path, low, high, step, isShare, where);
    }

    private static Loaded<VariedPath> Listed(string path, Fraction low, Fraction high, Fraction step, bool isShare, Place where)
    {
        var count = ((high - low) / step).Floor() + 1;
        if (count > MostValues) return new Loaded<VariedPath>(null, [TooMany(where, count)]);
        return new Loaded<VariedPath>(
            new VariedPath(path, [.. Enumerable.Range(0, (int)count).Select(index => FigureText.Of(low + (step * index), isShare))], where),
            []);
    }

    /// <summary>Too many combinations of values to begin with.</summary>
    internal static Diagnostic TooMany(Place where, Int128 count) =>
        Diagnostic.Error(
            where, "BS521", $"this asks for {count} points, at most {MostValues} can be run", "take a larger step or a shorter range");

    private static Loaded<VariedPath> Fault(Place where, string code, string message) =>
        new(null, [Diagnostic.Error(where, code, message, Form)]);
}
