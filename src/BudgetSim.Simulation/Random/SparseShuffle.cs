// Draws numbers without putting them back, with memory for the numbers drawn only.
namespace BudgetSim.Simulation.Random;

/// <summary>The beginning of a random order of 0 to count - 1 (Fisher and Yates), every order as likely as any other.</summary>
public sealed class SparseShuffle
{
    private readonly Dictionary<int, int> _moved = [];
    private readonly int _count;
    private int _drawn;

    /// <param name="count">How many numbers there are, at least 1.</param>
    public SparseShuffle(int count) => _count = count;

    /// <summary>The next number, by a uniform number in (0,1); at most as many times as there are numbers.</summary>
    public int Next(double uniform)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(_drawn, _count);
        var place = _drawn + Math.Min((int)(uniform * (_count - _drawn)), _count - _drawn - 1);
        var number = _moved.GetValueOrDefault(place, place);
        _moved[place] = _moved.GetValueOrDefault(_drawn, _drawn);
        _moved.Remove(_drawn++);
        return number;
    }
}
