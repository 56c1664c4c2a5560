// The faults of titles that evolve over the years.
using BudgetSim.Core.Diagnostics;
using BudgetSim.Scenarios.Files.Trees;

namespace BudgetSim.Scenarios.Pools;

/// <summary>Faults BS364 to BS375 and BS745 to BS748.</summary>
internal static class TitleFaults
{
    public static Diagnostic BadLadder(Place where, int words) =>
        Diagnostic.Error(
            where,
            "BS364",
            $"a ladder has from 2 to {TitleReader.MostRungs} different titles, found {words}",
            "write the word for no title first, then the titles from the lowest to the highest");

    public static Diagnostic UnknownTitle(Place where, string found, IReadOnlyList<string> ladder) =>
        Diagnostic.Error(
            where,
            "BS365",
            $"{Shown.Text(found)} is no title of the ladder",
            NearestName.Hint(found, ladder) is { Length: > 0 } near ? near : $"write one of {Shown.Names(ladder)}");

    public static Diagnostic NoProbability(Place where, double found) =>
        Diagnostic.Error(where, "BS366", $"a probability lies from 0% to 100%, found {found * 100:0.##}%", "write 12%");

    public static Diagnostic MoreThanAll(Place where, string title, double sum) =>
        Diagnostic.Error(
            where,
            "BS367",
            $"the steps from {Shown.Text(title)} sum to {sum * 100:0.##}%",
            "the rest stays where it is, so write at most 100% together");

    public static Diagnostic StartsBeyondAll(Place where, double sum) =>
        Diagnostic.Error(
            where, "BS368", $"the titles at the start sum to {sum * 100:0.##}%", "the rest has no title, so write at most 100% together");

    public static Diagnostic NoStep(Place where, string found) =>
        Diagnostic.Error(
            where, "BS369", $"expected a step from one title to another, found {Shown.Text(found)}", "write innovative_sme->srdi_sme: 12%");

    public static Diagnostic NotUp(Place where, string from, string to) =>
        Diagnostic.Error(
            where,
            "BS370",
            $"the step from {Shown.Text(from)} to {Shown.Text(to)} does not lead up",
            "write steps up only, and what is lost under 'lapses'");

    public static Diagnostic Skips(Place where, string from, string to) =>
        Diagnostic.Error(
            where,
            "BS371",
            $"the step from {Shown.Text(from)} to {Shown.Text(to)} skips a title",
            "write steps to the next title, or 'may_skip: true' beside them");

    public static Diagnostic NoTitles(Place where, string name) =>
        Diagnostic.Error(
            where,
            "BS372",
            $"{Shown.Text(name)} reads titles and there are none",
            "write 'population' with a population that has 'titles'");

    public static Diagnostic NotOfTheAttribute(Place where, string attribute, string title, string text) =>
        Diagnostic.Error(
            where,
            "BS373",
            $"{attribute} cannot be {Shown.Text(text)} for the title {Shown.Text(title)}",
            $"say what it is there: words: {{ {title}: … }}; for yes or no write 'at_least' with a title");

    public static Diagnostic BadSince(Place where, long found, int first) =>
        Diagnostic.Error(
            where,
            "BS374",
            $"the titles start at the end of a year from {first - TitleReader.MostYearsBefore} to {first - 1}, found {found}",
            "write the last year before the scenario, or an earlier one");

    public static Diagnostic TooManyEnterprises(Place where, long found, int most) =>
        Diagnostic.Error(where, "BS375", $"a population with titles has at most {most} enterprises, found {found}", "split the population");

    public static Diagnostic BadLoading(Place where, double found, double most) =>
        Diagnostic.Error(
            where,
            "BS745",
            $"titles move with a common factor by a loading from -{most} to {most}, found {found:0.####}",
            "its square is the correlation of two enterprises; write 0.3");

    public static Diagnostic NoColumn(Place where, string column, IEnumerable<string> known) =>
        Diagnostic.Error(
            where,
            "BS746",
            $"the titles start with the column {Shown.Text(column)}, which no roster of the population has",
            NearestName.Hint(column, known) is { Length: > 0 } near
                ? near
                : "name a column with the title of each enterprise, or write shares: start: { srdi_sme: 2% }");

    public static Diagnostic NoTitleInRoster(Place where, string file, string found, int rows, IEnumerable<string> ladder) =>
        Diagnostic.Error(
            where,
            "BS747",
            $"{Path.GetFileName(file)} begins with {Shown.Text(found)} in {rows} enterprises, which is no title of the ladder",
            NearestName.Hint(found, ladder) is { Length: > 0 } near
                ? near
                : $"write one of {Shown.Names(ladder)} there, or leave the cell empty for none");

    public static Diagnostic BadShare(Place where, double found) =>
        Diagnostic.Error(
            where,
            "BS748",
            $"the share of those who hold a title that comes up in a year lies above 0% and up to 100%, found {found * 100:0.##}%",
            "write 18%");
}
