// A column of a table: what it holds and what it is called.
namespace BudgetSim.Reports.Values;

/// <summary>What the cells of a column are.</summary>
public enum ColumnKind
{
    /// <summary>Texts.</summary>
    Text,

    /// <summary>Amounts of money.</summary>
    Yuan,

    /// <summary>Numbers of things.</summary>
    Count,

    /// <summary>Ratios, shown as percentages.</summary>
    Ratio,

    /// <summary>Probabilities, shown as percentages.</summary>
    Probability,

    /// <summary>Days.</summary>
    Date,
}

/// <summary>A column; <paramref name="Id"/> heads the CSV and is the same in both languages.</summary>
public sealed record Column(string Id, Text Title, ColumnKind Kind)
{
    /// <summary>Lower-case letters, digits and hyphens.</summary>
    public string Id { get; } = ReportId.Checked(Id);

    /// <summary>Whether some amounts here may be lower bounds; the CSV then says of each whether it is.</summary>
    public bool MayBeLowerBound { get; init; }

    /// <summary>The width in a sheet in half-width characters, 4 to 80; 0 lets the texts decide.</summary>
    public double Width { get; init; }

    /// <summary>Whether a cell may stand here; a missing figure may stand anywhere.</summary>
    public bool Admits(Cell cell) => cell switch
    {
        MissingCell => true,
        TextCell => Kind == ColumnKind.Text,
        YuanCell => Kind == ColumnKind.Yuan,
        CountCell => Kind == ColumnKind.Count,
        RatioCell => Kind == ColumnKind.Ratio,
        ProbabilityCell => Kind == ColumnKind.Probability,
        DateCell => Kind == ColumnKind.Date,
        _ => false,
    };

    /// <summary>The title with the unit of money behind it, where the column holds money.</summary>
    public Text TitleWithUnit(MoneyUnit unit) =>
        Kind == ColumnKind.Yuan ? new Text($"{Title.Zh}（{unit.Name.Zh}）", $"{Title.En} ({unit.Name.En})") : Title;

    /// <summary>The same for a sheet, the unit in a line of its own: a narrow column would part the brackets.</summary>
    public Text Heading(MoneyUnit unit) =>
        Kind == ColumnKind.Yuan ? new Text($"{Title.Zh}\n（{unit.Name.Zh}）", $"{Title.En}\n({unit.Name.En})") : Title;
}
