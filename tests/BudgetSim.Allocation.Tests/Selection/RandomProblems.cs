// Draws small allocation problems with every feature, many ties, zero funds and zero amounts.
using System.Collections.Immutable;
using BudgetSim.Allocation.Selection;
using BudgetSim.Core.Quantities;

namespace BudgetSim.Allocation.Tests.Selection;

/// <summary>A seeded stream of problems; the same number gives the same problem everywhere.</summary>
internal static class RandomProblems
{
    public static AllocationProblem Draw(int number, int mostItems = 5, int mostAmount = 4)
    {
        var stream = new Stream((ulong)number);
        var count = stream.Next(1, mostItems);
        var (withPriorities, withFractions) = (stream.Next(0, 3) == 0, stream.Next(0, 3) == 0);
        var items = Enumerable.Range(0, count).Select(i => new AllocationItem(
            "i" + i,
            stream.Next(0, mostAmount),
            Fraction.Of(stream.Next(0, 4), withFractions ? 2 : 1),
            stream.Next(0, 2) == 0 ? Fraction.Of(stream.Next(0, 3), withFractions ? 3 : 1) : 1,
            stream.Next(0, 2) > 0,
            withPriorities ? stream.Next(1, 3) : 1));
        return new AllocationProblem(
            stream.Next(0, 2) == 0 ? AllocationObjective.Value : AllocationObjective.Total,
            [.. items],
            [.. Enumerable.Range(0, stream.Next(0, 4)).Select(i => Limit(stream, i, count, mostAmount))],
            [.. Enumerable.Range(0, stream.Next(0, 2)).Select(_ => Some(stream, count))],
            [.. Enumerable.Range(0, stream.Next(0, 2)).Select(i => Choose(stream, i, count))]);
    }

    private static AllocationLimit Limit(Stream stream, int number, int count, int mostAmount)
    {
        var items = Some(stream, count);
        var withUse = stream.Next(0, 2) == 0;
        Fraction amount = stream.Next(0, 5) == 0 ? 0 : stream.Next(0, mostAmount * 2);
        return new AllocationLimit("l" + number, amount, items, withUse ? [.. items.Select(_ => (Fraction)stream.Next(0, 3))] : null);
    }

    private static ChooseRule Choose(Stream stream, int number, int count)
    {
        var items = Some(stream, count);
        var atMost = stream.Next(0, items.Length);
        return new ChooseRule("c" + number, items, stream.Next(0, 1) == 0 ? 0 : stream.Next(0, atMost), atMost);
    }

    private static ImmutableArray<int> Some(Stream stream, int count) => [.. Enumerable.Range(0, count).Where(_ => stream.Next(0, 2) > 0)];

    /// <summary>SplitMix64.</summary>
    private sealed class Stream(ulong seed)
    {
        private ulong _state = seed;

        /// <summary>From least to most, both included.</summary>
        public int Next(int least, int most) => least + (int)(Draw() % (ulong)(most - least + 1));

        private ulong Draw()
        {
            unchecked
            {
                _state += 0x9E3779B97F4A7C15;
                var z = (_state ^ (_state >> 30)) * 0xBF58476D1CE4E5B9;
                z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
                return z ^ (z >> 31);
            }
        }
    }
}
