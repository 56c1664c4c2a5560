// Reads the facts of one row by the type of each attribute.
using System.Buffers;
using BudgetSim.Core.Diagnostics;
using BudgetSim.Core.Quantities;
using BudgetSim.Policy.Expressions;
using BudgetSim.Policy.Vocabularies;
using BudgetSim.Scenarios.Files.Tables;
using Attribute = BudgetSim.Policy.Vocabularies.Attribute;

namespace BudgetSim.Scenarios.Claims;

/// <summary>Cells to values: units behind the digits or in the heading, Chinese dates, yes and no, choices in words.</summary>
internal static class FactCells
{
    private const int MostDecimals = 9;
    private static readonly Fraction Finest = 1_000_000_000;
    private static readonly SearchValues<char> UnitSigns = SearchValues.Create("万亿千%％‰元");

    /// <summary>The facts of <paramref name="row"/>, laid over <paramref name="shared"/>; an empty cell says nothing.</summary>
    public static Dictionary<string, Value> Read(
        TableRow row, IReadOnlyList<FactColumn> columns, IReadOnlyDictionary<string, Value> shared, ICollection<Diagnostic> faults)
    {
        var facts = new Dictionary<string, Value>(shared);
        foreach (var column in columns)
        {
            var cell = row[column.Position];
            if (!cell.IsBlank && Read(cell, column, faults) is { IsNull: false } value) facts[column.Attribute.Name] = value;
        }

        return facts;
    }

    /// <summary>The value of one cell; null after a fault.</summary>
    public static Value Read(Cell cell, FactColumn column, ICollection<Diagnostic> faults) => column.Attribute.Type switch
    {
        AttributeType.Truth => CellText.Truth(cell, column.Attribute.Name, faults) is { } truth ? Value.Of(truth) : Value.Null,
        AttributeType.Date =>
            CellText.Date(cell, column.Attribute.Name, faults) is { } day ? Value.Of(day.ToString("yyyy-MM-dd")) : Value.Null,
        AttributeType.Choice => Choice(cell, column.Attribute, faults),
        AttributeType.Other => Value.Of(CellText.Text(cell)!),
        _ => Number(cell, column, faults),
    };

    private static Value Choice(Cell cell, Attribute attribute, ICollection<Diagnostic> faults)
    {
        var text = CellText.Text(cell)!;
        var known = !attribute.Choices.Contains(text) && ClaimWords.Choices
            .GetValueOrDefault(text) is { } word && attribute.Choices.Contains(word)
            ? word
            : text;
        return Checked(attribute, known, cell.Where, faults);
    }

    private static Value Number(Cell cell, FactColumn column, ICollection<Diagnostic> faults)
    {
        if (CellText.Number(cell, column.Attribute.Name, faults) is not { } number) return Value.Null;
        if (number.Denominator > Finest.Numerator)
            return Refuse(ClaimFaults.TooFine(cell.Where, column.Attribute.Name, MostDecimals), faults);
        if (number.Sign < 0 && column.Attribute.Type == AttributeType.Count)
            return Refuse(ClaimFaults.NegativeFact(cell.Where, column.Attribute.Name, number), faults);
        var scaled = !cell.Text.AsSpan().ContainsAny(UnitSigns) && Int128.Abs(number.Numerator) < Finest.Numerator * Finest.Numerator
            ? number * column.Unit
            : number;
        return Checked(column.Attribute, scaled.ToString(), cell.Where, faults);
    }

    private static Value Checked(Attribute attribute, string text, Place where, ICollection<Diagnostic> faults)
    {
        var (value, fault) = FactText.Parse(attribute, text, where);
        return fault is null ? value : Refuse(fault, faults);
    }

    private static Value Refuse(Diagnostic fault, ICollection<Diagnostic> faults)
    {
        faults.Add(fault);
        return Value.Null;
    }
}
