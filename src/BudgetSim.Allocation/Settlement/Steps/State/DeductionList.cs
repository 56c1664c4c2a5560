// Deductions as they come, without ever moving those that are noted.
using System.Collections;
using System.Numerics;

namespace BudgetSim.Allocation.Settlement.Steps.State;

/// <summary>A list that grows by blocks, from 16 deductions to 4,096, so that it holds little more than it needs.</summary>
internal sealed class DeductionList : IReadOnlyList<Deduction>
{
    private const int Smallest = 16, Doublings = 8, Largest = Smallest << Doublings, BeforeLargest = Largest - Smallest;

    private readonly List<Deduction[]> _blocks = [];
    private int _free;

    public int Count { get; private set; }

    public Deduction this[int index]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)index, (uint)Count, nameof(index));
            if (index >= BeforeLargest) return _blocks[Doublings + ((index - BeforeLargest) / Largest)][(index - BeforeLargest) % Largest];
            var block = BitOperations.Log2((uint)(index / Smallest) + 1);
            return _blocks[block][index - ((Smallest << block) - Smallest)];
        }
    }

    public void Add(Deduction deduction)
    {
        if (_free == 0)
        {
            _free = Smallest << Math.Min(_blocks.Count, Doublings);
            _blocks.Add(new Deduction[_free]);
        }

        var block = _blocks[^1];
        block[block.Length - _free--] = deduction;
        Count++;
    }

    public IEnumerator<Deduction> GetEnumerator()
    {
        var left = Count;
        foreach (var block in _blocks)
        {
            for (var index = 0; index < block.Length && left > 0; index++, left--) yield return block[index];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
