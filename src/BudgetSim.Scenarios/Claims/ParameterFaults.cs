// The faults of parameters that have a value a claim.
using BudgetSim.Core.Diagnostics;
using BudgetSim.Scenarios.Files.Tables;
using BudgetSim.Scenarios.Files.Trees;
using BudgetSim.Scenarios.Policies;

namespace BudgetSim.Scenarios.Claims;

/// <summary>Faults BS143 to BS147, BS824 and BS825.</summary>
internal static class ParameterFaults
{
    public static Diagnostic NotTwoColumns(string file, string parameter, string key) =>
        Diagnostic.Error(
            Place.Of(file),
            "BS143",
            $"the file of {parameter} has one column, expected two: the {key} and its value",
            $"write a header and one {key} a row");

    public static Diagnostic InRoster(Cell header, string parameter) =>
        Diagnostic.Error(
            header.Where,
            "BS144",
            $"{parameter} belongs to one claim, and each row of a roster stands for many",
            $"name the measures in a column 'measure', or give --set {parameter}=@FILE with claims such as 'row:measure'");

    public static Diagnostic OneForAll(string parameter) =>
        Diagnostic.Error(
            Place.Of("--set"),
            "BS145",
            $"{parameter} has a value of its own for each claim, found one for all",
            $"make it a column of the claims file, or write --set {parameter}=@FILE");

    /// <summary>Two different ways of sharing a short fund, one as a reading and one as a parameter; null where they agree.</summary>
    public static Diagnostic? TwoModes(ClaimsRequest request)
    {
        const string Name = SettlementReadings.ShortageModeName;
        return request.Readings.GetValueOrDefault(Name) is { } reading && request.Parameters
            .GetValueOrDefault(Name) is { } parameter && parameter != reading
            ? Diagnostic.Error(
                Place.Of("--set"),
                "BS824",
                $"{Name} is {Shown.Text(parameter)} here and {Shown.Text(reading)} among the readings",
                "keep one of the two")
            : null;
    }

    public static Diagnostic OneForSettlement(Cell header, string parameter) =>
        Diagnostic.Error(
            header.Where,
            "BS825",
            $"{parameter} holds for all claims together, found a column of it",
            $"remove the column and give --reading {parameter}=CHOICE");

    public static Diagnostic UnknownClaim(Place where, string claim, IEnumerable<string> known) =>
        Diagnostic.Error(where, "BS146", $"no claim is called {Shown.Text(claim)}", NearestName.Hint(claim, known));

    public static Diagnostic Repeated(Cell cell, string key, Place first) =>
        Diagnostic.Error(cell.Where, "BS147", $"{Shown.Text(key)} stands twice, first in line {first.Line}", "keep one of the two rows");
}
