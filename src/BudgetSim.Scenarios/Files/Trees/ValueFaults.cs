// The faults of single values, in files and in table cells alike.
using BudgetSim.Core.Diagnostics;

namespace BudgetSim.Scenarios.Files.Trees;

/// <summary>Faults BS033 to BS037 and BS846; <c>name</c> is the key or column, <c>found</c> the value in words.</summary>
internal static class ValueFaults
{
    public static Diagnostic NotANumber(Place where, string name, string found) =>
        Diagnostic.Error(where, "BS033", $"{name} is {found}, expected a number", "write it as 1200.50, 500万, 2亿, 3% or 1/3");

    public static Diagnostic NotWhole(Place where, string name, string found) =>
        Diagnostic.Error(where, "BS034", $"{name} is {found}, expected a whole number", "write it without decimals");

    public static Diagnostic WholeTooLarge(Place where, string name, string found) =>
        Diagnostic.Error(
            where, "BS846", $"{name} is {found}, expected a whole number of at most 9223372036854775807", "write a smaller number");

    public static Diagnostic NotADate(Place where, string name, string found) =>
        Diagnostic.Error(where, "BS035", $"{name} is {found}, expected a date", "write it as 2026-06-30");

    public static Diagnostic NotATruth(Place where, string name, string found) =>
        Diagnostic.Error(where, "BS036", $"{name} is {found}, expected yes or no", "write true or false");

    public static Diagnostic NotAChoice(Place where, string name, string found, string text, IReadOnlyCollection<string> choices)
    {
        var near = NearestName.Hint(text, choices);
        return Diagnostic.Error(where, "BS037", $"{name} is {found}, expected one of {Shown.Names(choices)}", near);
    }
}
