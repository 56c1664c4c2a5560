// The faults of settlement cases.
using BudgetSim.Core.Diagnostics;
using BudgetSim.Core.Quantities;
using BudgetSim.Policy.Library;
using BudgetSim.Scenarios.Files.Trees;

namespace BudgetSim.Scenarios.Cases;

/// <summary>Faults BS206, BS207 and BS820.</summary>
internal static class CaseFaults
{
    public static Diagnostic UnknownFund(Place where, string fund, IEnumerable<string> known) =>
        Diagnostic.Error(where, "BS206", $"unknown fund '{fund}'", NearestName.Hint(fund, known));

    public static Diagnostic UnknownMeasure(Place where, string measure, PolicyLibrary library) =>
        Diagnostic.Error(where, "BS207", $"unknown measure '{measure}'", NearestName.Hint(measure, library.MeasureIds));

    public static Diagnostic NegativeAmount(Place where, string name, Fraction found) =>
        Diagnostic.Error(
            where,
            "BS820",
            $"the amount of {Shown.Text(name)} is {QuantityText.Format(found)}, expected yuan from 0",
            "write it without the minus sign, or leave it out");
}
