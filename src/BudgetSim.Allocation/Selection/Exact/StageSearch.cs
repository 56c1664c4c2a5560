// Solves one stage: splits it into components, searches each, settles ties, and puts the answers together.
using System.Numerics;
using BudgetSim.Allocation.Selection.Exact.Blocks;
using BudgetSim.Allocation.Selection.Exact.Branching;
using BudgetSim.Allocation.Selection.Exact.Payments;
using BudgetSim.Allocation.Selection.Exact.Programs;

namespace BudgetSim.Allocation.Selection.Exact;

/// <summary>One stage of an allocation problem.</summary>
internal static class StageSearch
{
    /// <summary>Ties of a component with more items are not settled.</summary>
    internal const int MostItemsForTies = 2_000;

    private const int MostChoicesForTies = 400;

    // Work, not time, and little: the answer is proved by then, only which of equal answers it is may stay open.
    private const double MostTieSeconds = 1;

    /// <summary>
    /// Solves a program. <paramref name="worth"/> [item] orders awards for a fixed choice (the stage's own worth above all, then that of
    /// earlier stages as held); <paramref name="settleTies"/> asks for the answer that favours the earliest items.
    /// </summary>
    public static StageResult Solve(ChoiceProgram program, long[]? worth, BlockLimits limits, SearchBudget budget, bool settleTies)
    {
        if (BlockSplit.Of(program, limits) is not { } blocks) return StageResult.Infeasible;
        var families = new Lazy<AwardFamilies?>(() => worth is null ? null : AwardFamilies.Of(program));
        var parts = new List<Part>();
        foreach (var space in SearchSpace.Components(blocks))
        {
            var paying = new CandidateFromChoice(space, families, worth ?? program.PerYuan);
            var part = SolvePart(space, paying, budget, settleTies);
            if (part.Result.IsInfeasible) return StageResult.Infeasible;
            parts.Add(part);
        }

        return Combine(blocks, parts);
    }

    private static Part SolvePart(SearchSpace space, CandidateFromChoice paying, SearchBudget budget, bool settleTies)
    {
        var result = new SelectionSearch(space, paying, budget, -1).Run();
        if (!result.IsProved || !settleTies || paying.Items.Length > MostItemsForTies) return new Part(space, paying, result);
        if (space.Links.Length == 0) return new Part(space, paying, result with { IsCanonical = true });
        var choices = space.Members.Where(space.Blocks.HasChoice).Sum(space.Blocks.SizeOf);
        if (choices > MostChoicesForTies || !new TieSearch(space, paying).Settle(result, budget.Part(0.2, MostTieSeconds), out var best))
            return new Part(space, paying, result);
        best = paying.Of(best.Masks, null, favourFirst: true) is { } favoured && favoured.Objective == best.Objective ? favoured : best;
        return new Part(space, paying, result with { Best = best, IsCanonical = paying.IsExact });
    }

    private static StageResult Combine(BlockSet blocks, List<Part> parts)
    {
        var found = parts.TrueForAll(part => part.Result.Best is not null);
        var (awards, chosen) = (new long[blocks.Program.Size], new bool[blocks.Program.Size]);
        foreach (var part in parts) part.WriteTo(awards, chosen);
        var bound = Sum(parts, part => part.Result.Bound);
        var prices = parts.SelectMany(part => part.Prices()).ToList();
        return new StageResult(
            found ? awards : null,
            found ? chosen : null,
            found ? Sum(parts, part => part.Result.Best!.Objective) : -1,
            bound,
            parts.TrueForAll(part => part.Result.IsClosed),
            parts.TrueForAll(part => part.Result.IsCanonical),
            parts.Sum(part => part.Result.Nodes),
            parts.TrueForAll(part => part.Result.Root is { } root && root.Floor == part.Result.Bound),
            prices,
            TotalOf(parts));
    }

    private static Int128 Sum(List<Part> parts, Func<Part, Int128> of) => parts.Aggregate((Int128)0, (sum, part) => sum + of(part));

    // Scales are 1 or one power of two, so the larger is common.
    private static (Int128 Total, Int128 Scale) TotalOf(List<Part> parts)
    {
        Int128 scale = 1, total = 0;
        foreach (var part in parts) scale = Int128.Max(scale, part.Result.Root?.Scale ?? 1);
        foreach (var part in parts)
            if (part.Result.Root is { } root) total += root.Total * (scale / root.Scale);
        return (total, scale);
    }

    private sealed record Part(SearchSpace Space, CandidateFromChoice Paying, SearchResult Result)
    {
        public void WriteTo(long[] awards, bool[] chosen)
        {
            if (Result.Best is not { } best) return;
            var first = 0;
            for (var k = 0; k < best.Masks.Length; k++)
            {
                for (var bits = best.Masks[k]; bits != 0; bits &= bits - 1)
                {
                    var place = first + BitOperations.TrailingZeroCount(bits);
                    awards[Paying.Items[place]] = best.Awards[place];
                    chosen[Paying.Items[place]] = best.Awards[place] > 0 || Space.Blocks.Program.IsCounted[Paying.Items[place]];
                }

                first += Space.Blocks.SizeOf(Space.Members[k]);
            }
        }

        public IEnumerable<(string Limit, Int128 Price, Int128 Scale)> Prices()
        {
            if (Result.Root is not { } root) yield break;
            foreach (var link in Space.Links)
                if (root.Prices[link] != 0) yield return (Space.Blocks.Links[link].Name, root.Prices[link], root.Scale);
        }
    }
}
