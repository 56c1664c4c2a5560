// Every fault an allocation problem can have, each made in one place.
using BudgetSim.Core.Diagnostics;
using BudgetSim.Core.Quantities;

namespace BudgetSim.Allocation.Selection;

/// <summary>The diagnostics BS400 to BS413, BS822 and BS823.</summary>
internal static class ProblemFaults
{
    public static Diagnostic UnknownObjective(string objective, Place where) =>
        Diagnostic.Error(where, "BS400", $"unknown objective '{objective}'", "write total, value or max_min");

    public static Diagnostic NotInMaxMin(string what, Place where) =>
        Diagnostic.Error(
            where,
            "BS413",
            $"objective max_min shares out yuan and has no use for {what}",
            "leave it out, or write objective total or value");

    public static Diagnostic NoItems(Place where) =>
        Diagnostic.Error(where, "BS401", "the problem has no items", "list at least one item with id and amount");

    public static Diagnostic Duplicate(string kind, string id, Place where) =>
        Diagnostic.Error(where, "BS402", $"{kind} '{id}' is given twice", "give every item, limit and choice its own id");

    public static Diagnostic BadAmount(string id, Fraction amount, Place where) =>
        Diagnostic.Error(where, "BS403", $"the amount of item '{id}' must be whole yuan from 0, found {amount}", "round it to the yuan");

    public static Diagnostic AmountTooLarge(string id, long most, Place where) =>
        Diagnostic.Error(
            where,
            "BS822",
            $"the amount of item '{id}' is more than {most} yuan, the most that is computed exactly",
            "look for a figure with too many digits");

    public static Diagnostic MoreUnknownItems(string what, int count, Place where) =>
        Diagnostic.Error(where, "BS823", $"{what} names {count} more unknown items", "give them under items, or leave them out");

    public static Diagnostic Negative(string what, string id, Fraction found, Place where) =>
        Diagnostic.Error(where, "BS404", $"{what} of '{id}' must not be negative, found {found}", "write a number from 0");

    public static Diagnostic UnknownItem(string what, string id, IEnumerable<string> known, Place where) =>
        Diagnostic.Error(where, "BS405", $"{what} names the unknown item '{id}'", NearestName.Hint(id, known));

    public static Diagnostic NamedTwice(string what, string id, Place where) =>
        Diagnostic.Error(where, "BS406", $"{what} names item '{id}' twice", "name every item once");

    public static Diagnostic ItemsOrUse(string id, Place where) =>
        Diagnostic.Error(
            where,
            "BS407",
            $"limit '{id}' must have either items or use",
            "items counts the yuan paid, use the coefficients of what is chosen");

    public static Diagnostic BadCounts(string id, int atLeast, int atMost, int count, Place where) =>
        Diagnostic.Error(
            where,
            "BS408",
            $"choice '{id}' asks for at least {atLeast} and at most {atMost} of {count} items",
            "write 0 <= at_least <= at_most, at_least no more than there are items");

    public static Diagnostic BadPriority(string id, int priority, Place where) =>
        Diagnostic.Error(where, "BS409", $"the priority of item '{id}' must be at least 1, found {priority}", "1 is served first");

    public static Diagnostic TooLarge(string what, Place where) =>
        Diagnostic.Error(
            where, "BS410", $"{what} exceeds 2^60 in units of its common denominator", "write smaller numbers or fewer decimals");

    public static Diagnostic EmptyId(string kind, Place where) =>
        Diagnostic.Error(where, "BS411", $"{kind} has no id", "give it an id");

    public static Diagnostic TooManyPriorities(int found, int most, Place where) =>
        Diagnostic.Error(
            where, "BS412", $"{found} different priorities, at most {most} can be solved one after the other", "merge priorities");
}
