// What a draw is for: two purposes never share a random number.
namespace BudgetSim.Simulation.Random;

/// <summary>The name of a use of random numbers, as a 32-bit code; equal names give equal codes on every machine.</summary>
public readonly record struct Purpose(uint Code)
{
    /// <summary>The purpose called <paramref name="name"/> (FNV-1a over UTF-16, then mixed).</summary>
    public static Purpose Named(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        unchecked
        {
            var hash = 14695981039346656037UL;
            foreach (var letter in name) hash = (hash ^ letter) * 1099511628211UL;
            hash = (hash ^ (hash >> 32)) * 0xD6E8FEB86659FD93UL;
            return new Purpose((uint)(hash >> 32));
        }
    }
}
