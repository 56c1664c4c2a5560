// Which targets of a design are out of reach, and the closest that can be met.
namespace BudgetSim.Scenarios.Laboratory.Designs;

/// <summary>
/// A target out of reach in the ranges: by itself, or (<paramref name="ByItself"/> false) where every other target holds.
/// <paramref name="Closest"/> is the nearest result (a share from 0 to 1, or yuan), reached at <paramref name="Values"/>;
/// <paramref name="Lack"/> the yuan that are missing there.
/// </summary>
public sealed record UnmetTarget(DesignTarget Target, bool ByItself, double Closest, IReadOnlyList<string> Values, long Lack)
{
    /// <summary>
    /// Each target that no combination meets; where every one can be met by itself, each at its closest while the others hold, as far as
    /// they do together. Empty where the targets can be met together, or where the combinations are too many to say.
    /// </summary>
    internal static IReadOnlyList<UnmetTarget> Of(DesignSearch search)
    {
        var (master, targets) = (search.Master, search.Question.Targets);
        var alone = targets.Select(target => At(search, target, DesignChoice.Closest(master.For(target)), byItself: true))
            .Where(unmet => unmet.Target.Excess(unmet.Closest) > 0)
            .ToList();
        if (alone.Count > 0 || targets.Count == 1 || master.Combinations > DesignMaster.MostCombinations) return alone;
        return [.. targets.Select(target => BesideOthers(search, target)).OfType<UnmetTarget>()];
    }

    private static UnmetTarget? BesideOthers(DesignSearch search, DesignTarget target)
    {
        var (others, own) = (search.Master.For([.. search.Question.Targets.Where(other => other != target)]), search.Master.For(target));
        var nearest = others.All().Where(chosen => others.Excess(others.Outcome(chosen)) == 0).MinBy(own.Rank);
        return nearest is null ? null : At(search, target, nearest, byItself: false);
    }

    private static UnmetTarget At(DesignSearch search, DesignTarget target, IReadOnlyList<DesignCandidate> chosen, bool byItself)
    {
        var outcome = search.Master.Outcome(chosen);
        return new UnmetTarget(target, byItself, target.Of(outcome), search.Values(chosen), target.Lack(outcome));
    }
}
