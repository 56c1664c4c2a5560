// The names of tables and charts, safe as file names and as anchors of a page.
namespace BudgetSim.Reports.Values;

/// <summary>Checks ids: lower-case letters, digits and hyphens, 1 to 60 characters.</summary>
internal static class ReportId
{
    /// <summary>The id itself.</summary>
    /// <exception cref="ArgumentException">It has another form: a fault of the caller, never of a user's data.</exception>
    public static string Checked(string id)
    {
        var fine = id.Length is > 0 and <= 60 && id.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');
        return fine ? id : throw new ArgumentException($"'{id}' is not an id of lower-case letters, digits and hyphens", nameof(id));
    }
}
