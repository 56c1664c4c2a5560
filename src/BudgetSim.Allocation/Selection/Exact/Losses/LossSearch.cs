// Proves that no choice loses less than the best one, over all limits together.
using BudgetSim.Allocation.Selection.Exact.Blocks;

namespace BudgetSim.Allocation.Selection.Exact.Losses;

/// <summary>For items that are paid whole or not at all under a few limits. Whole numbers throughout.</summary>
internal sealed class LossSearch
{
    private readonly LossModel _model;
    private readonly SearchBudget _budget;
    private readonly Func<ulong[], Int128> _offer;
    private Int128 _floor;

    /// <param name="model">The tables.</param>
    /// <param name="floor">Only objectives above this are of interest.</param>
    /// <param name="budget">The work allowed.</param>
    /// <param name="offer">Takes a choice [member] and gives the new floor.</param>
    public LossSearch(LossModel model, Int128 floor, SearchBudget budget, Func<ulong[], Int128> offer)
    {
        (_model, _floor, _budget, _offer) = (model, floor, budget, offer);
    }

    /// <summary>What any answer loses at least.</summary>
    public long LeastLoss { get; private set; }

    // Losses above this are of no interest.
    private long MostLoss => (long)Int128.Clamp(_model.Bound - ((_floor + 1) * _model.Scale), -RoomPenalty.Never, RoomPenalty.Never - 1);

    /// <summary>Whether nothing better than the floor remains.</summary>
    public bool Run()
    {
        int[] blocks = [.. _model.Blocks.Index().Where(block => block.Item.Links.Length > 0).Select(block => block.Index)];
        var options = new int[_model.Blocks.Length];
        var allowed = Array.ConvertAll(_model.Blocks, block => block.Links.Length > 0 ? (1UL << block.Masks.Length) - 1 : 1);
        Offer(options, allowed);
        var fill = new GroupFill(_model, blocks);
        var least = fill.Solve(allowed, _model.Scale, _budget.Left * 8);
        _budget.Spend(1 + (fill.Work / 8) + (blocks.Length / 4));
        if (least is null) return false;
        LeastLoss = least.Value;
        if (LeastLoss > MostLoss) return true;
        for (var place = 0; place < blocks.Length; place++) options[blocks[place]] = fill.Options[place];
        Offer(options, allowed);
        return LeastLoss > MostLoss;
    }

    // Improves the options change by change and offers what may be better.
    private void Offer(int[] options, ulong[] allowed)
    {
        var descent = new LossDescent(_model, (int[])options.Clone());
        descent.Run(allowed);
        if (descent.Loss > MostLoss) return;
        _budget.Spend(_model.Masks.Length);
        _floor = _offer(descent.Masks());
    }
}
