// Reads the titles that the enterprises of a population climb over the years.
using BudgetSim.Scenarios.Files.Trees;
using BudgetSim.Simulation.Pools;

namespace BudgetSim.Scenarios.Pools;

/// <summary>
/// <c>titles: { ladder: [none, innovative_sme, srdi_sme], start: { srdi_sme: 2% }, yearly: { innovative_sme->srdi_sme: 12% }, lapses: {
/// srdi_sme: 5% }, moves_with: { business_cycle: 0.3 }, since: 2021 }</c>; without <c>since</c> the start is the end of the year before the
/// scenario. For a roster <c>start</c> may name the column with the title that each enterprise begins with.
/// </summary>
internal static class TitleReader
{
    /// <summary>The longest ladder, with the word for no title.</summary>
    public const int MostRungs = 20;

    /// <summary>How many years before the scenario a ladder may start.</summary>
    public const int MostYearsBefore = 50;

    private const double Rounding = 1e-9, MostLoading = 0.99;

    /// <summary>The ladder of a population, or null if it has none.</summary>
    public static TitleLadder? Read(NodeReader population, int firstYear, RosterUnits? roster, Func<NodeReader, FactorLoading?> loading) =>
        population.Child("titles") is { } written
            ? written.As(fields => Fields(fields, firstYear, roster) with { Loading = Loading(fields, loading) })
            : null;

    /// <summary>The rung of a title of the ladder; an unknown one is reported and counts as none.</summary>
    public static int Rung(NodeReader where, string title, IReadOnlyList<string> ladder)
    {
        for (var rung = 0; rung < ladder.Count; rung++)
        {
            if (ladder[rung] == title) return rung;
        }

        where.Report(TitleFaults.UnknownTitle(where.Where, title, ladder));
        return 0;
    }

    /// <summary>The rungs that <c>srdi_sme</c> or <c>[srdi_sme, little_giant]</c> names.</summary>
    public static IReadOnlyList<int> Titles(NodeReader written, TitleLadder ladder)
    {
        IReadOnlyList<string> titles = [.. ladder.Words.Skip(1)];
        int Of(NodeReader title) => Rung(title, title.AsText(), titles) + 1;
        return written.Node is SequenceNode ? written.AsList(Of) : [Of(written)];
    }

    private static TitleLadder Fields(NodeReader fields, int firstYear, RosterUnits? roster)
    {
        var ladder = fields.RequiredChild("ladder");
        var words = ladder.AsList(word => word.AsText());
        if (words.Count is < 2 or > MostRungs || words.Distinct().Count() < words.Count)
            ladder.Report(TitleFaults.BadLadder(ladder.Where, words.Distinct().Count()));
        if (words.Count < 2) words = ["", " "];
        var lapses = Lapses(fields, words);
        return new TitleLadder(
            words, Start(fields, words), Steps(fields, words, lapses), Since(fields, firstYear), PoolFields.Basis(fields))
        {
            Lapses = lapses,
            Stated = fields.Child("start") is { Node: not MappingNode } column ? RosterTitles.Read(column, roster, words) : null,
        };
    }

    private static FactorLoading? Loading(NodeReader fields, Func<NodeReader, FactorLoading?> read)
    {
        if (read(fields) is not { } loading) return null;
        if (Math.Abs(loading.Loading) <= MostLoading) return loading;
        fields.Report(TitleFaults.BadLoading(fields.Child("moves_with")!.Where, loading.Loading, MostLoading));
        return null;
    }

    private static double[]? Lapses(NodeReader fields, IReadOnlyList<string> words)
    {
        if (fields.Child("lapses") is not { } written) return null;
        var lapses = new double[words.Count];
        IReadOnlyList<string> titles = [.. words.Skip(1)];
        foreach (var (rung, probability) in written.AsMap(entry => (titles.Contains(entry.Name)
            ? Rung(entry, entry.Name, titles) + 1
            : Rung(
            entry, entry.Name, titles),
            Probability(entry))).Values)
            lapses[rung] = probability;
        lapses[0] = 0;
        return lapses;
    }

    private static double[] Start(NodeReader fields, IReadOnlyList<string> words)
    {
        var start = new double[words.Count];
        if (fields.Child("start") is { Node: MappingNode } written)
        {
            _ = written.AsMap(entry => start[Rung(entry, entry.Name, words)] = Probability(entry));
            if (start.Skip(1).Sum() > 1 + Rounding || start.Sum() > 1 + Rounding)
                written.Report(TitleFaults.StartsBeyondAll(written.Where, start.Sum()));
        }

        start[0] = Math.Max(0, 1 - start.Skip(1).Sum());
        return start;
    }

    private static List<TitleStep>[] Steps(NodeReader fields, IReadOnlyList<string> words, double[]? lapses)
    {
        var steps = words.Select(_ => new List<TitleStep>()).ToArray();
        var written = fields.RequiredChild("yearly");
        var maySkip = fields.OptionalBool("may_skip");
        _ = written.AsMap(entry => Step(entry, words, steps, maySkip));
        for (var from = 0; from < steps.Length; from++)
        {
            var sum = steps[from].Sum(step => step.Probability) + (lapses?[from] ?? 0);
            if (sum > 1 + Rounding) written.Report(TitleFaults.MoreThanAll(written.Where, words[from], sum));
        }

        return steps;
    }

    private static int Step(NodeReader entry, IReadOnlyList<string> words, List<TitleStep>[] steps, bool maySkip)
    {
        var probability = Probability(entry);
        var ends = entry.Name.Split(["->", "→"], StringSplitOptions.TrimEntries);
        if (ends.Length != 2)
        {
            entry.Report(TitleFaults.NoStep(entry.KeyWhere, entry.Name));
            return 0;
        }

        if (ends.FirstOrDefault(end => !words.Contains(end)) is { } unknown)
        {
            entry.Report(TitleFaults.UnknownTitle(entry.KeyWhere, unknown, words));
            return 0;
        }

        var (from, to) = (Rung(entry, ends[0], words), Rung(entry, ends[1], words));
        if (to <= from) entry.Report(TitleFaults.NotUp(entry.KeyWhere, ends[0], ends[1]));
        else if (to > from + 1 && !maySkip) entry.Report(TitleFaults.Skips(entry.KeyWhere, ends[0], ends[1]));
        steps[from].Add(new TitleStep(to, probability));
        return to;
    }

    private static double Probability(NodeReader entry)
    {
        var probability = entry.AsNumber().ToDouble();
        if (probability is >= 0 and <= 1) return probability;
        entry.Report(TitleFaults.NoProbability(entry.Where, probability));
        return 0;
    }

    private static int Since(NodeReader fields, int firstYear)
    {
        if (fields.Child("since") is not { } written) return firstYear - 1;
        var since = written.AsWhole();
        if (since < firstYear && since >= firstYear - MostYearsBefore) return (int)since;
        written.Report(TitleFaults.BadSince(written.Where, since, firstYear));
        return firstYear - 1;
    }
}
