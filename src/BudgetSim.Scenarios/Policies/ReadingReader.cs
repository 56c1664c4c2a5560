// Reads one point that the wording of a measure leaves open.
using BudgetSim.Scenarios.Files.Trees;

namespace BudgetSim.Scenarios.Policies;

/// <summary>
/// Readings of measures. What an option sets is applied to the tree before this reads it (see <see cref="ReadingOverlay"/>), so that the
/// measure keeps the code only; the rest must be well written all the same.
/// </summary>
internal static class ReadingReader
{
    /// <summary>The code, with the document before it.</summary>
    public static string Code(NodeReader reading, string document)
    {
        var code = PolicyFields.Full(reading.Text("code"), document);
        _ = PolicyFields.Bilingual(reading.RequiredChild("point"));
        _ = reading.Map("options", PolicyFields.TextOrBilingual);
        _ = reading.Text("default");
        _ = reading.Has("set");
        return code;
    }
}
