// Improves a choice of options block by block, against what it loses by the tables.
namespace BudgetSim.Allocation.Selection.Exact.Losses;

/// <summary>A choice of options [block] that is made possible first and then better, one block at a time.</summary>
internal sealed class LossDescent
{
    private readonly LossModel _model;
    private readonly long[] _beyond;
    private readonly int[] _options;

    public LossDescent(LossModel model, int[] options)
    {
        (_model, _options, _beyond) = (model, options, (long[])model.Beyond.Clone());
        for (var block = 0; block < options.Length; block++) Use(block, options[block], 1);
    }

    /// <summary>What they lose, at most <see cref="RoomPenalty.Never"/>.</summary>
    public long Loss
    {
        get
        {
            var loss = 0L;
            for (var block = 0; block < _options.Length; block++)
                loss = Math.Min(RoomPenalty.Never, loss + _model.Blocks[block].Loss[_options[block]]);
            for (var row = 0; row < _beyond.Length; row++) loss = Math.Min(RoomPenalty.Never, loss + _model.Penalty[row].At(_beyond[row]));
            return loss;
        }
    }

    /// <summary>[member] the choice that the options mean.</summary>
    public ulong[] Masks()
    {
        var masks = (ulong[])_model.Masks.Clone();
        for (var block = 0; block < _options.Length; block++)
            masks[_model.Blocks[block].Member] = _model.Blocks[block].Masks[_options[block]];
        return masks;
    }

    /// <summary>
    /// Takes back what is used beyond the bounds, the cheapest unit first, then changes every block for the better until none is left.
    /// </summary>
    public void Run(ulong[] allowed)
    {
        for (var row = 0; row < _beyond.Length; row++)
            while (_beyond[row] > 0 && Relieve(row, allowed)) { }
        for (var isBetter = true; isBetter;)
        {
            isBetter = false;
            for (var block = 0; block < _options.Length; block++) isBetter |= Improve(block, allowed[block]);
        }
    }

    private bool Relieve(int row, ulong[] allowed)
    {
        var (best, bestOption, least) = (-1, 0, double.PositiveInfinity);
        for (var block = 0; block < _options.Length; block++)
        {
            var place = Array.IndexOf(_model.Blocks[block].Links, row);
            for (var option = 0; place >= 0 && option < _model.Blocks[block].Masks.Length; option++)
            {
                var relief = _model.Blocks[block].Use[_options[block]][place] - _model.Blocks[block].Use[option][place];
                if (relief <= 0 || (allowed[block] >> option & 1) == 0) continue;
                var cost = (_model.Blocks[block].Loss[option] - _model.Blocks[block].Loss[_options[block]]) / (double)relief;
                if (cost < least) (best, bestOption, least) = (block, option, cost);
            }
        }

        if (best >= 0) Change(best, bestOption);
        return best >= 0;
    }

    private bool Improve(int block, ulong allowed)
    {
        var (best, least) = (_options[block], LossAt(block));
        var before = best;
        for (var option = 0; option < _model.Blocks[block].Masks.Length; option++)
        {
            if (option == before || (allowed >> option & 1) == 0) continue;
            Change(block, option);
            if (LossAt(block) is var loss && loss < least) (best, least) = (option, loss);
        }

        Change(block, best);
        return best != before;
    }

    private long LossAt(int block)
    {
        var loss = _model.Blocks[block].Loss[_options[block]];
        foreach (var row in _model.Blocks[block].Links) loss = Math.Min(RoomPenalty.Never, loss + _model.Penalty[row].At(_beyond[row]));
        return loss;
    }

    private void Change(int block, int option)
    {
        Use(block, _options[block], -1);
        _options[block] = option;
        Use(block, option, 1);
    }

    private void Use(int block, int option, int times)
    {
        var (links, use) = (_model.Blocks[block].Links, _model.Blocks[block].Use[option]);
        for (var k = 0; k < links.Length; k++) _beyond[links[k]] += times * use[k];
    }
}
