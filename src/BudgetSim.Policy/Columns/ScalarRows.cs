// The same amounts row by row in exact fractions, for rules that columns refuse.
using System.Globalization;
using BudgetSim.Core.Quantities;
using BudgetSim.Policy.Entitlements;
using BudgetSim.Policy.Expressions;
using BudgetSim.Policy.Vocabularies;
using Attribute = BudgetSim.Policy.Vocabularies.Attribute;

namespace BudgetSim.Policy.Columns;

/// <summary>Reads each subject's facts from the columns and asks <see cref="Entitle"/>.</summary>
internal static class ScalarRows
{
    public static void Run(IReadOnlyList<CompiledMeasure> measures, IReadOnlyList<FactColumn> columns, long unitsPerYuan, double[] result)
    {
        Array.Clear(result);
        foreach (var measure in measures)
        {
            var frame = measure.Defaults.ToArray();
            var slots = columns.Select(column => measure.SlotOf(column.Shape.Attribute)).ToArray();
            for (var row = 0; row < result.Length; row++)
            {
                for (var place = 0; place < slots.Length; place++)
                {
                    if (slots[place] >= 0)
                        frame[slots[place]] = ValueOf(
                            measure.Slots[slots[place]], columns[place].Values[row], columns[place].Shape.UnitsPerOne);
                }

                result[row] += AmountAlone.Of(Entitle.FromFacts(measure, frame)) is { } yuan
                    ? (double)(yuan * unitsPerYuan).Floor()
                    : double.NaN;
            }
        }
    }

    /// <summary>The value that a column's number stands for.</summary>
    private static Value ValueOf(Attribute attribute, double number, long unitsPerOne)
    {
        if (double.IsNaN(number)) return Value.Null;
        return attribute.Type switch
        {
            AttributeType.Truth => Value.Of(number != 0),
            AttributeType.Choice => Value.Of(attribute.Choices[(int)number]),
            AttributeType.Date => Value.Of(((long)number).ToString("0000-00-00", CultureInfo.InvariantCulture)),
            _ => Value.Of(Fraction.Of((long)number, unitsPerOne)),
        };
    }
}
