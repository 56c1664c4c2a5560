// A chart before it is a picture: figures, names and unit, from which table, picture and page are all written.
using BudgetSim.Core.Quantities;
using BudgetSim.Reports.Values;

namespace BudgetSim.Reports.Charts;

/// <summary>A chart; the family is closed. Its id names its files and its anchor.</summary>
public abstract record Chart
{
    private protected Chart(string id, Text title) => (Id, Title) = (ReportId.Checked(id), title);

    /// <summary>Lower-case letters, digits and hyphens.</summary>
    public string Id { get; }

    /// <summary>What the chart shows, in a few words.</summary>
    public Text Title { get; }

    /// <summary>One sentence below the title that says what to see in it; may be empty.</summary>
    public Text Lead { get; init; } = Text.Empty;

    /// <summary>A remark below the chart, such as the number of replications; may be empty.</summary>
    public Text Note { get; init; } = Text.Empty;

    /// <summary>The name of the kind in the JSON form.</summary>
    public abstract string Kind { get; }

    /// <summary>The unit of the chart's amounts, chosen from its largest.</summary>
    public abstract MoneyUnit Unit { get; }

    /// <summary>The chart's figures as a table with the same id.</summary>
    public abstract ReportTable ToTable();

    /// <summary>Writes what is particular to this kind into the drawing.</summary>
    internal abstract void Write(DrawingWriter to);

    private protected static Column Name(string id, string key) => new(id, Wording.Of(key), ColumnKind.Text);

    private protected static Column Yuan(string id, string key) => new(id, Wording.Of(key), ColumnKind.Yuan);

    private protected static Column Probability(string id, string key) => new(id, Wording.Of(key), ColumnKind.Probability);

    private protected static Column Ratio(string id, string key) => new(id, Wording.Of(key), ColumnKind.Ratio);

    private protected ReportTable Table(IReadOnlyList<Column> columns, IEnumerable<IReadOnlyList<Cell>> rows) =>
        new(Id, Title, columns, rows.ToList()) { Unit = Unit, Notes = Note == Text.Empty ? [] : [Note] };

    private protected static Cell Optional(Money? amount) => amount is { } known ? Cell.Of(known) : Cell.Blank;
}
