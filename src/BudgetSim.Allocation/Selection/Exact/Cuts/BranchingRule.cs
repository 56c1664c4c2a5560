// Decides on which option a subproblem of the master program is split.

namespace BudgetSim.Allocation.Selection.Exact.Cuts;

/// <summary>
/// Pseudo-costs (Bénichou et al. 1971) that begin with trials (reliability branching of Achterberg, Koch and Martin 2005): what the bound
/// loses per unit of an option's weight that is moved.
/// </summary>
internal sealed class BranchingRule(MasterProgram master)
{
    private const int Reliable = 4;
    private const double Least = 1e-3;

    private readonly (double Sum, int Count)[] _taken = new (double, int)[master.Table.Options];
    private readonly (double Sum, int Count)[] _left = new (double, int)[master.Table.Options];

    /// <summary>The split that costs the bound most on both sides; else any block that is open; null when none is. Adds its work.</summary>
    public (int Place, int Option)? Next(ref long work)
    {
        var (best, highest, level) = ((ValueTuple<int, int>?)null, -1.0, master.Level);
        foreach (var (place, option, weight) in master.Mixed().ToList())
        {
            if (_taken[option].Count < Reliable && Try(place, option, weight, level, ref work)) return (place, option);
            var score = Math.Max(Least, Mean(_taken[option]) * (1 - weight)) * Math.Max(Least, Mean(_left[option]) * weight);
            if (score > highest) (best, highest) = ((place, option), score);
        }

        return best ?? AnyOpen();
    }

    private static double Mean((double Sum, int Count) cost) => cost.Count == 0 ? 0 : cost.Sum / cost.Count;

    // Whether one of the sides is closed at once.
    private bool Try(int place, int option, double weight, double level, ref long work)
    {
        var mark = master.Mark;
        Span<double> losses = stackalloc double[2];
        for (var side = 0; side < 2; side++)
        {
            master.Split(place, option, takes: side == 0);
            work += master.Optimise();
            master.Measure();
            losses[side] = Math.Max(0, level - master.Level);
            master.Undo(mark);
        }

        _taken[option] = (_taken[option].Sum + (losses[0] / (1 - weight)), _taken[option].Count + 1);
        _left[option] = (_left[option].Sum + (losses[1] / weight), _left[option].Count + 1);
        return losses[0] > level || losses[1] > level;
    }

    private (int Place, int Option)? AnyOpen()
    {
        var options = master.Heaviest();
        for (var place = 0; place < options.Length; place++)
            if (master.IsOpen(place, options[place])) return (place, options[place]);
        return null;
    }
}
