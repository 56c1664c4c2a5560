// The faults of a pool beyond those of single figures.
using BudgetSim.Core.Diagnostics;
using BudgetSim.Scenarios.Files.Trees;

namespace BudgetSim.Scenarios.Pools;

/// <summary>Faults BS257 to BS275 and BS750 to BS752, BS843, BS844, BS863, BS864.</summary>
internal static class PoolFaults
{
    /// <summary>
    /// A factor that doubles or halves a figure in one year of six has the loading 0.7; at 5 it would multiply it by 150.
    /// </summary>
    public const double LargestLoading = 5;

    public static Diagnostic NoUseFor(Place where, string key, string beside, string why) =>
        Diagnostic.Error(where, "BS257", $"'{key}' has no use beside '{beside}'", why);

    public static Diagnostic EmptyRoster(string file) =>
        Diagnostic.Error(
            Place.Of(file), "BS258", "a pool of zero: the roster has a header and no rows", "write one subject a row below the header");

    public static Diagnostic NobodyComesUp(Place where, string cohort) =>
        Diagnostic.Error(
            where,
            "BS259",
            $"a pool of zero: the count of '{cohort}' is never above 0",
            "write how many come up a year, or remove the cohort");

    public static Diagnostic TooMany(Place where, string cohort, double mean, int most) =>
        Diagnostic.Error(
            where,
            "BS260",
            $"'{cohort}' has {mean:#,##0} subjects in a year, at most {most} can be simulated",
            "split the cohort, or look for a figure with too many digits");

    public static Diagnostic ClaimsInRoster(Place where) =>
        Diagnostic.Error(
            where,
            "BS261",
            "the roster of a pool names no measures",
            "remove the column; the claims of the cohort say what its subjects apply for");

    public static Diagnostic Orphan(Place where, string kind, string name, IEnumerable<string> known) =>
        Diagnostic.Error(
            where,
            "BS262",
            $"no {kind} of the roster is called {Shown.Text(name)}",
            NearestName.Hint(name, known) is { Length: > 0 } near ? near : "write the name as it stands there, sign by sign");

    public static Diagnostic Childless(string file, int count, string parents, string children) =>
        Diagnostic.Warning(Place.Of(file), "BS263", $"{parents} without a row among the {children} bring nothing: {count}");

    public static Diagnostic NoKey(Place where, string key, string file) =>
        Diagnostic.Error(
            where,
            "BS264",
            $"no column '{key}' says which {key} of {Path.GetFileName(file)} a row belongs to",
            $"add the column '{key}' with the name that stands there");

    public static Diagnostic RepeatedParent(Place where, string kind, string name, Place first) =>
        Diagnostic.Error(
            where,
            "BS265",
            $"the {kind} {Shown.Text(name)} stands twice, first in line {first.Line}",
            "where projects or loans have files of their own each enterprise and project stands once");

    public static Diagnostic BadDate(Place where, string text) =>
        Diagnostic.Error(
            where,
            "BS266",
            $"expected a day of the year, found {Shown.Text(text)}",
            "write 03-31, 'between 01-01 and 06-30', or days with weights that sum to 100%");

    public static Diagnostic BadMembership(Place where, string key, string found) =>
        Diagnostic.Error(
            where,
            "BS267",
            $"{key}: {found}",
            "write { count: 40, share: 30% }: how many there are and which share of the enterprises belongs to one");

    public static Diagnostic NotDrawn(Place where, string name, string use, IEnumerable<string> known) =>
        Diagnostic.Error(where, "BS268", $"{use} '{name}', which is no drawn attribute here", NearestName.Hint(name, known));

    public static Diagnostic NotKnownHere(Place where, string use, string name, IEnumerable<string> known) =>
        Diagnostic.Error(where, "BS269", $"{use} '{name}', which neither the cohort nor its population has", NearestName.Hint(name, known));

    public static Diagnostic NoCountFor(Place where, string cohort, IEnumerable<int> years) =>
        Diagnostic.Error(
            where,
            "BS270",
            $"'{cohort}' has no count for {string.Join(", ", years)}",
            "write a count for every year of the scenario, or limit the cohort with 'years'");

    public static Diagnostic BadGrowth(Place where, string found) =>
        Diagnostic.Error(where, "BS271", $"a growth of {found} a year", "write more than -100% and at most 300%, such as 5%");

    public static Diagnostic OutsideYears(Place where, string cohort, int first, int last) =>
        Diagnostic.Error(
            where,
            "BS272",
            $"'{cohort}' comes up in no year of the scenario ({first} to {last})",
            "mend its 'years', or remove the cohort");

    public static Diagnostic TooFewForDistinct(Place where, string cohort, double mean, int enterprises) =>
        Diagnostic.Error(
            where,
            "BS273",
            $"'{cohort}' draws {mean:0.#} different enterprises a year and there are only {enterprises}",
            "lower the count, or remove 'distinct'");

    public static Diagnostic Circular(Place where, string name) =>
        Diagnostic.Error(
            where, "BS274", $"the formula of '{name}' reads '{name}' or a formula below it", "write formulas below what they read");

    public static Diagnostic NotOfThisLevel(Place where, string found) =>
        Diagnostic.Error(where, "BS275", $"'{found}' is no level at which claims are filed", "write enterprise, project or loan");

    public static Diagnostic BadLoading(Place where, int factors, double loading) =>
        Diagnostic.Error(
            where,
            "BS843",
            factors == 1
                ? $"a loading lies from -{LargestLoading} to {LargestLoading}, found {loading:G4}"
                : $"a figure moves with one factor, found {factors}",
            "write { business_cycle: 0.3 }");

    public static Diagnostic ClaimsNothing(Place where, string cohort) =>
        Diagnostic.Error(
            where,
            "BS844",
            $"a pool of zero: '{cohort}' claims nothing",
            "write { measure: …, take_up: … } below claims, or remove the cohort");

    public static Diagnostic SameRow(Place where, int first) =>
        Diagnostic.Warning(
            where,
            "BS863",
            $"this row repeats line {first} and is taken as a subject of its own",
            "remove one of them, or tell them apart by a project, a loan or an id");

    public static Diagnostic CountIsShare(Place where, string found) =>
        Diagnostic.Error(
            where,
            "BS864",
            $"a count says how many and is no share, found {Shown.Text(found)}",
            "write 'about 40 a year'; what share of an enterprise's title comes up is written 'share'");

    public static Diagnostic NoRange(Place where, string found) =>
        Diagnostic.Error(
            where,
            "BS750",
            $"a range goes from a number above 0 to a larger one, found {Shown.Text(found)}",
            "write 80..140, 80%..120% or p10..p90");

    public static Diagnostic OutsideRange(Place where, string range, string figure) =>
        Diagnostic.Error(
            where,
            "BS751",
            $"the figure {figure} is not inside its range {range}, or the range leaves what a share can be",
            "write a range around the figure; a share lies above 0% and up to 100%");

    public static Diagnostic NoQuantiles(Place where, string found) =>
        Diagnostic.Error(where, "BS752", $"the figure is certain, so it has no {found}", "write the range in numbers, such as 80%..120%");
}
