// Decides on what a subproblem is split in two.
using BudgetSim.Allocation.Selection.Exact.Blocks;
using BudgetSim.Allocation.Selection.Exact.Payments;
using BudgetSim.Allocation.Selection.Exact.Prices;

namespace BudgetSim.Allocation.Selection.Exact.Branching;

/// <summary>Reads the split off the selection program's mix of choices.</summary>
internal static class NextSplit
{
    /// <summary>
    /// What the selection program splits most; else any block with a choice left; else, where awards are not a flow, an award.
    /// </summary>
    public static Split? Of(SearchSpace space, CandidateFromChoice paying, PriceSimplex simplex)
    {
        var (widest, spread) = ((Split?)null, 1e-6);
        foreach (var block in simplex.MixedBlocks())
        {
            // A column that the subproblem no longer allows cannot be split off again.
            var mix = simplex.Mix(block).FindAll(part => part.Column.IsAllowed(space));
            if (mix.Count < 2) continue;
            var other = mix.FindIndex(part => part.Column.Mask != mix[0].Column.Mask && part.Weight > 1e-7);
            if (other < 0 || mix[other].Weight <= spread) continue;
            (widest, spread) = (Split.OfChoice(block, mix[0].Column.Mask, mix[other].Column.Mask), mix[other].Weight);
        }

        return widest ?? AnyChoice(space, simplex) ?? (paying.IsExact ? null : AnyAward(space, paying, simplex));
    }

    private static Split? AnyChoice(SearchSpace space, PriceSimplex simplex)
    {
        foreach (var block in space.Members)
        {
            if (!space.Blocks.HasChoice(block)) continue;
            var masks = space.AllowedMasks(block).Take(2).ToArray();
            if (masks.Length < 2) continue;
            var key = simplex.Key(block).Mask;
            return masks[0] == key ? Split.OfChoice(block, key, masks[1]) : Split.OfChoice(block, masks[0], masks[1]);
        }

        return null;
    }

    private static Split? AnyAward(SearchSpace space, CandidateFromChoice paying, PriceSimplex simplex)
    {
        var awards = MixedAwards(space, paying, simplex);
        var place = -1;
        var most = 0.0;
        for (var k = 0; k < awards.Length; k++)
        {
            var item = paying.Items[k];
            if (space.Lower[item] >= space.Upper[item]) continue;
            var split = 1e-9 + Math.Abs(awards[k] - Math.Round(awards[k]));
            if (split > most) (place, most) = (k, split);
        }

        return place < 0 ? null : Split.OfAward(space, paying.Items[place], awards[place]);
    }

    /// <summary>[place in items] the awards of the mix that the selection program pays.</summary>
    public static double[] MixedAwards(SearchSpace space, CandidateFromChoice paying, PriceSimplex simplex)
    {
        var awards = new double[paying.Items.Length];
        var first = 0;
        foreach (var block in space.Members)
        {
            foreach (var (column, weight) in simplex.Mix(block))
                for (var bit = 0; bit < column.Awards.Length; bit++) awards[first + bit] += weight * column.Awards[bit];
            first += space.Blocks.SizeOf(block);
        }

        return awards;
    }
}
