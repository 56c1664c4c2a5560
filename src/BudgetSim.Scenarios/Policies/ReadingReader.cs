// Reads one point that the wording leaves open, with its options.
using BudgetSim.Policy.Measures;
using BudgetSim.Scenarios.Files.Trees;

namespace BudgetSim.Scenarios.Policies;

/// <summary>
/// Readings of measures; what an option sets is applied to the tree before this reads it (see <see cref="ReadingOverlay"/>).
/// </summary>
internal static class ReadingReader
{
    public static Reading Read(NodeReader reading, string document) => new(
        PolicyFields.Full(reading.Text("code"), document),
        PolicyFields.Bilingual(reading.RequiredChild("point")),
        reading.Map("options", PolicyFields.TextOrBilingual),
        reading.Text("default"),
        reading.Has("set"));
}
