// The closed list of division rules by name.
namespace BudgetSim.Allocation.Division;

/// <summary>Every rule that <c>divide</c> and the shortage rules of a policy may name.</summary>
public static class DivisionRules
{
    /// <summary>No limit that a roster could reach.</summary>
    private const int Many = 1_000_000;

    /// <summary>
    /// The rules in the order the manual lists them. Random arrival visits 2^n subsets and minimal overlap needs the
    /// denominators 1 to n, so both are exact up to a stated number of claimants and refuse more.
    /// </summary>
    public static IReadOnlyList<DivisionRule> All { get; } =
    [
        new("proportional", 1, Many, Proportional.Divide),
        new("cea", 1, Many, ConstrainedEqual.Awards),
        new("cel", 1, Many, ConstrainedEqual.Losses),
        new("talmud", 1, Many, Talmud.Divide),
        new("random-arrival", 1, 10, RandomArrival.Divide),
        new("adjusted-proportional", 1, Many, AdjustedProportional.Divide),
        new("minimal-overlap", 1, 40, MinimalOverlap.Divide),
        new("pinles", 1, Many, Pinles.Divide),
        new("concede-and-divide", 2, 2, ConcedeAndDivide.Divide),
    ];

    /// <summary>Every name.</summary>
    public static IEnumerable<string> Names => All.Select(rule => rule.Name);

    /// <summary>The rule called <paramref name="name"/>, or null.</summary>
    public static DivisionRule? Named(string name) => All.FirstOrDefault(rule => rule.Name == name);
}
