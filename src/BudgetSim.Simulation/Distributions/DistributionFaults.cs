// The faults a distribution or a correlation can have, one method per code.
using System.Globalization;
using BudgetSim.Core.Diagnostics;

namespace BudgetSim.Simulation.Distributions;

/// <summary>Diagnostics BS340 to BS355.</summary>
internal static class DistributionFaults
{
    private const string Forms =
        "write for instance 'median 900万, p90 6000万', 'between 3 and 8', 'about 40 a year', 'min 1 mode 2 max 5', '500万: 0.5, 800万: 0.5' or a number";

    internal static Diagnostic UnknownWord(Place where, string word) =>
        Diagnostic.Error(
            where,
            "BS340",
            $"'{word}' is not a word of distributions",
            NearestName.To(word, DistributionWords.Known
                .Where(known => known.Any(word.Contains))) is { } near ? $"did you mean '{near}'?" : Forms);

    internal static Diagnostic UnreadableNumber(Place where, string text) =>
        Diagnostic.Error(
            where, "BS341", $"'{text}' is not a number", "write digits, with 万, 亿, % or ‰ if you like, such as 1,200.50 or 500万");

    internal static Diagnostic Empty(Place where) => Diagnostic.Error(where, "BS342", "there is no distribution here", Forms);

    internal static Diagnostic Missing(Place where, string form, string missing) =>
        Diagnostic.Error(where, "BS343", $"{form} needs {missing}", "add it, or choose another form");

    internal static Diagnostic Unexpected(Place where, string form, string found) =>
        Diagnostic.Error(where, "BS344", $"{form} has no use for {found}", "remove it, or name the family that uses it");

    internal static Diagnostic Repeated(Place where, string word) =>
        Diagnostic.Error(where, "BS345", $"'{word}' is given twice", "keep one");

    internal static Diagnostic Impossible(Place where, string found, string expected) =>
        Diagnostic.Error(where, "BS346", found, expected);

    internal static Diagnostic WeightsDoNotSum(Place where, string sum) =>
        Diagnostic.Error(where, "BS347", $"the weights sum to {sum}, not 1", "change the weights so that they sum to 1 (or 100%)");

    internal static Diagnostic NoFamily(Place where, string given) =>
        Diagnostic.Error(
            where,
            "BS348",
            $"{given} does not say which distribution is meant",
            $"name it first, for instance 'lognormal mean 5 sd 2'; {Forms}");

    internal static Diagnostic TooWide(Place where, double deviation) =>
        Diagnostic.Error(
            where,
            "BS349",
            string.Create(CultureInfo.InvariantCulture, $"a count with a standard deviation of {deviation:0} is too wide to tabulate"),
            $"use a normal or lognormal distribution above {CountDistribution.LargestDeviation:0}");

    internal static Diagnostic CorrelationSize(Place where, int rows, int columns, int names) =>
        Diagnostic.Error(
            where,
            "BS350",
            $"the correlations are a table of {rows} rows and {columns} columns for {names} attributes",
            $"give {names} rows of {names} numbers");

    internal static Diagnostic CorrelationDiagonal(Place where, string name, double found) =>
        Diagnostic.Error(where, "BS351", Text($"the correlation of {name} with itself is {found}, not 1"), "write 1");

    internal static Diagnostic CorrelationRange(Place where, string a, string b, double found) =>
        Diagnostic.Error(where, "BS352", Text($"the correlation of {a} and {b} is {found}"), "a correlation is between -1 and 1");

    internal static Diagnostic CorrelationAsymmetric(Place where, string a, string b, double one, double other) =>
        Diagnostic.Error(
            where,
            "BS353",
            Text($"the correlation of {a} and {b} is {one}, but that of {b} and {a} is {other}"),
            "write the same number in both places");

    internal static Diagnostic CorrelationImpossible(Place where, string a, string b, double found, double nearest, string matrix) =>
        Diagnostic.Error(
            where,
            "BS354",
            Text($"no attributes can have these correlations together; {a} with {b} at {found} is furthest off"),
            Text($"the nearest possible correlations have {nearest:0.####} there: {matrix}"));

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
