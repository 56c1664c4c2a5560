// The faults of a claims file, a funds file and what is asked of them.
using BudgetSim.Core.Diagnostics;
using BudgetSim.Core.Quantities;
using BudgetSim.Scenarios.Files.Tables;
using BudgetSim.Scenarios.Files.Trees;

namespace BudgetSim.Scenarios.Claims;

/// <summary>Faults BS220 to BS239.</summary>
internal static class ClaimFaults
{
    public static Diagnostic NoClaims(string file) =>
        Diagnostic.Error(Place.Of(file), "BS220", "the file has a header and no claims", "write one claim a row below the header");

    public static Diagnostic MistypedColumn(Cell header, string near) =>
        Diagnostic.Error(header.Where, "BS221", $"unknown column {Shown.Text(header.Text)}", $"did you mean '{near}'?");

    public static Diagnostic IgnoredColumn(Cell header) =>
        Diagnostic.Warning(
            header.Where,
            "BS222",
            $"the column {Shown.Text(header.Text)} is in no vocabulary and is left aside",
            "rename it if a rule should read it: budgetsim vocabulary");

    public static Diagnostic SameColumn(Cell header, Cell first, string meaning) =>
        Diagnostic.Error(
            header.Where,
            "BS223",
            $"{Shown.Text(header.Text)} and {Shown.Text(first.Text)} are both '{meaning}'",
            "keep one of the two columns");

    public static Diagnostic NoId(Place where, string column) =>
        Diagnostic.Error(where, "BS224", $"'{column}' is empty", "give every claim an id of its own");

    public static Diagnostic RepeatedId(Place where, string id, Place first) =>
        Diagnostic.Error(
            where, "BS225", $"the id {Shown.Text(id)} stands twice, first in line {first.Line}", "give every claim an id of its own");

    public static Diagnostic UnknownMeasure(
        Place where, string measure, IReadOnlyCollection<string> known, IReadOnlyCollection<string> documents)
    {
        var near = NearestName.Hint(measure, measure.Contains('/') ? known : known.Select(id => id[(id.IndexOf('/') + 1)..]));
        var found = measure.Length == 0
            ? "no measure is named"
            : $"the measure {Shown.Text(measure)} is not in the policies chosen ({Shown.Names(documents)})";
        return Diagnostic.Error(
            where,
            "BS226",
            found,
            near.Length > 0 ? near : $"write an id such as {Shown.Names(known.Take(1))}, or choose its policy with --policies");
    }

    public static Diagnostic TotalRow(Place where, string text) =>
        Diagnostic.Warning(
            where, "BS227", $"took the row {Shown.Text(text)} for a total and left it out", "remove it, or rename it if it is a claim");

    public static Diagnostic NoClaimant(Place where, string column) =>
        Diagnostic.Error(where, "BS228", $"'{column}' is empty", "name the enterprise that claims");

    public static Diagnostic HiddenSigns(Place where, string column) =>
        Diagnostic.Warning(
            where,
            "BS229",
            $"'{column}' holds a line break or signs that turn the direction of writing",
            "check the name; it is compared sign by sign");

    public static Diagnostic TooFine(Place where, string column, int decimals) =>
        Diagnostic.Error(where, "BS230", $"{column} has more than {decimals} decimals", "round it");

    public static Diagnostic UnknownFund(Place where, string fund, IReadOnlyCollection<string> known)
    {
        var near = NearestName.Hint(fund, known);
        return Diagnostic.Error(
            where,
            "BS231",
            $"no fund of these policies is called {Shown.Text(fund)}",
            near.Length > 0 ? near : $"there are {Shown.Names(known)}");
    }

    public static Diagnostic BadFundAmount(Place where, Fraction found, long most) =>
        Diagnostic.Error(
            where,
            "BS232",
            $"a fund holds whole yuan from 0 to {most}, found {QuantityText.Format(found)}",
            "write the money that may be spent, in yuan or as 500万");

    public static Diagnostic RepeatedFund(Place where, string fund, int? year, Place first) =>
        Diagnostic.Error(
            where,
            "BS233",
            $"the fund {Shown.Text(fund)}{(year is { } given ? $" of {given}" : "")} stands twice, first in line {first.Line}",
            "add the two amounts, or give each its year");

    public static Diagnostic BadYear(Place where, string found) =>
        Diagnostic.Error(where, "BS234", $"expected a year from 1990 to 2200, found {Shown.Text(found)}", "write it as 2026");

    public static Diagnostic NothingForFund(Place where) =>
        Diagnostic.Error(where, "BS235", "the amount of the fund is empty", "write 0 if there is no money");

    public static Diagnostic TooLarge(Place where, string id) =>
        Diagnostic.Error(
            where,
            "BS236",
            $"with the claim {Shown.Text(id)} the amounts leave the range that is computed exactly (9 x 10^16 yuan in all)",
            "look for a figure with too many digits in this row");

    public static Diagnostic UnknownSetting(string name, IEnumerable<string> known) =>
        Diagnostic.Error(Place.Of("--set"), "BS237", $"unknown parameter {Shown.Text(name)}", NearestName.Hint(name, known));

    public static Diagnostic NegativeFact(Place where, string column, Fraction found) =>
        Diagnostic.Error(
            where,
            "BS238",
            $"{column} is {QuantityText.Format(found)}, expected a number from 0",
            "write it without the minus sign, or leave the cell empty");

    public static Diagnostic NothingToClaim(string file) =>
        Diagnostic.Warning(
            Place.Of(file),
            "BS239",
            "no column of the file is read by any measure of the policies chosen",
            "name the columns by the vocabulary, or choose other policies with --policies");
}
