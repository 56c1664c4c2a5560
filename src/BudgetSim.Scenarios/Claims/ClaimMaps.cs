// What is given claim by claim: the award of another policy, the term of a higher one, or a parameter of its own.
using BudgetSim.Core.Diagnostics;
using BudgetSim.Policy.Expressions;
using BudgetSim.Policy.Vocabularies;
using BudgetSim.Scenarios.Files.Tables;
using BudgetSim.Scenarios.Policies;
using BudgetSim.Simulation.Settlement;

namespace BudgetSim.Scenarios.Claims;

/// <summary>A cell with a value of one claim that is no fact about its subject.</summary>
internal sealed record MapCell(FactColumn Column, Cell Cell);

/// <summary>Parameters that the vocabulary types as maps from a claim.</summary>
internal static class ClaimMaps
{
    /// <summary>Parameters with a value a claim; the last two are kept for the record and change no award.</summary>
    public static IReadOnlyCollection<string> Names { get; } = [OtherAward, Superior, "county_overlay", "superior_own_award"];

    private const string OtherAward = "other_city_policy_award", Superior = "superior_policy";

    /// <summary>The claim with the value of <paramref name="given"/>; what cannot be read is a fault.</summary>
    public static FiledClaim With(FiledClaim claim, MapCell given, ICollection<Diagnostic> faults)
    {
        var (column, cell) = given;
        if (cell.IsBlank) return claim;
        if (column.Attribute.Name == Superior)
            return claim with { SuperiorFormula = ReplacingTerm.Bind(claim.Measure, CellText.Text(cell)!, Start(cell), faults) };
        var isMap = Names.Contains(column.Attribute.Name);
        var value = FactCells.Read(
            cell, isMap ? column with { Attribute = column.Attribute with { Type = AttributeType.Money } } : column, faults);
        if (value.IsNull) return claim;
        if (!isMap) return claim with { Facts = new Dictionary<string, Value>(claim.Facts) { [column.Attribute.Name] = value } };
        return column.Attribute.Name == OtherAward ? claim with { OtherPolicyAward = value.Number } : claim;
    }

    private static Place Start(Cell cell) => cell.Kind == CellKind.Quoted ? cell.Where.Right(1) : cell.Where;
}
