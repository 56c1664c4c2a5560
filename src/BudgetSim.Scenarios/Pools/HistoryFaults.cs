// The faults of a history of payments.
using BudgetSim.Core.Diagnostics;
using BudgetSim.Core.Quantities;
using BudgetSim.Scenarios.Files.Tables;
using BudgetSim.Scenarios.Files.Trees;

namespace BudgetSim.Scenarios.Pools;

/// <summary>Faults BS240 to BS256.</summary>
internal static class HistoryFaults
{
    public static Diagnostic MissingColumn(Cell header, IReadOnlyList<string> headings) =>
        Diagnostic.Error(
            header.Where, "BS240", $"a history needs the column '{headings[0]}' and has none", $"head it {Shown.Names(headings.Take(4))}");

    public static Diagnostic Empty(string file, string what) =>
        Diagnostic.Error(
            Place.Of(file), "BS241", $"the history has no payment{what}", "write one payment a row: year, measure, enterprise, amount");

    public static Diagnostic BadYear(Place where, string found) =>
        Diagnostic.Error(where, "BS242", $"expected a year from 1990 to 2100, found {found}", "write it as 2024");

    public static Diagnostic FutureYear(Place where, int year, int first) =>
        Diagnostic.Error(
            where,
            "BS243",
            $"a payment of {year} is no past payment: the years to be forecast begin in {first}",
            "mend the year, or leave later years out with 'to' in pool.yaml");

    public static Diagnostic UnknownMeasure(Place where, string measure, IReadOnlyCollection<string> known)
    {
        var near = NearestName.Hint(measure, measure.Contains('/') ? known : known.Select(id => id[(id.IndexOf('/') + 1)..]));
        return Diagnostic.Error(
            where,
            "BS244",
            measure.Length == 0 ? "no measure is named" : $"the measure {Shown.Text(measure)} is not in the policies of the scenario",
            near.Length > 0 ? near : $"write an id such as {Shown.Names(known.Take(1))}");
    }

    public static Diagnostic Hole(Place where, string column) =>
        Diagnostic.Error(where, "BS245", $"'{column}' is empty", "fill it in, or remove the row if nothing was paid");

    public static Diagnostic NegativePayment(Place where, Fraction found) =>
        Diagnostic.Error(
            where,
            "BS246",
            $"a payment of {QuantityText.Format(found)} yuan",
            "money that was paid back is no payment: take it off the payment it belongs to");

    public static Diagnostic NothingPaid(Place where) =>
        Diagnostic.Error(
            where,
            "BS247",
            "a payment of 0 yuan",
            "remove the row, write a status such as rejected, or write 0 under 'claims' for a year in which nothing was paid");

    public static Diagnostic Repeated(Place where, string payment, Place first) =>
        Diagnostic.Error(
            where,
            "BS248",
            $"{payment} stands twice, first in line {first.Line}",
            "remove one row; two payments that are alike need a column 'id'");

    public static Diagnostic YearGap(Place where, int year, int before, int after) =>
        Diagnostic.Error(
            where,
            "BS249",
            $"the history has no payment at all in {year}, between {before} and {after}",
            $"add the payments of {year}; if there were none, add a row with 0 under 'claims' and 'amount'");

    public static Diagnostic NoPaymentInYear(Place where, string measure, int year) =>
        Diagnostic.Warning(
            where,
            "BS250",
            $"{measure} has no payment in {year} although it was paid before and other measures were paid then; taken as none",
            "check that the year is complete");

    public static Diagnostic BadCount(Place where, string column, Fraction found) =>
        Diagnostic.Error(
            where,
            "BS251",
            $"{column} is {QuantityText.Format(found)}, expected a whole number from 0 to 1000000",
            "write how many there were");

    public static Diagnostic EntitledDiffers(Place where, string measure, int year, string found) =>
        Diagnostic.Error(
            where,
            "BS252",
            $"{found} for {measure} in {year}",
            "write the number entitled in the year once, or the same in every row, at least as many as were paid");

    public static Diagnostic UnknownStatus(Place where, string found, IEnumerable<string> known) =>
        Diagnostic.Error(
            where,
            "BS254",
            $"unknown status {Shown.Text(found)}",
            NearestName.Hint(found, known) is { Length: > 0 } near ? near : "write paid or rejected");

    public static Diagnostic NotPaid(string file, int rows) =>
        Diagnostic.Warning(Place.Of(file), "BS255", $"rows that were not paid (rejected, withdrawn or pending) are left out: {rows}");

    public static Diagnostic NothingUnder(Place where, string what, IReadOnlyCollection<string> known) =>
        Diagnostic.Error(
            where, "BS256", $"the history has no payment {what}", known.Count == 0 ? "" : $"there are payments for {Shown.Names(known)}");
}
