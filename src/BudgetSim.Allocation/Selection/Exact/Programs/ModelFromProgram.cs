// Writes a stage as a linear model for a solver.
using BudgetSim.Allocation.Optimization;

namespace BudgetSim.Allocation.Selection.Exact.Programs;

/// <summary>
/// Variable i is the award of item i; items that are choices or stand in a conflict have a second variable, <see cref="ChoiceOf"/>[item]
/// (-1: none), with lower·x ≤ award ≤ upper·x.
/// </summary>
internal sealed record ModelFromProgram(LinearModel Model, int[] ChoiceOf)
{
    public static ModelFromProgram Build(ChoiceProgram program)
    {
        var builder = new LinearModelBuilder();
        for (var i = 0; i < program.Size; i++)
            builder.AddInteger(0, program.Banned[i] ? 0 : program.Upper[i], program.PerYuan[i]);
        var choiceOf = AddChoices(program, builder);
        foreach (var row in program.Rows) AddRow(builder, row, choiceOf);
        foreach (var conflict in program.Conflicts)
            builder.AddSum(double.NegativeInfinity, 1, [.. conflict.Select(item => choiceOf[item])]);
        return new ModelFromProgram(builder.Build(maximise: true), choiceOf);
    }

    /// <summary>Whether an item is chosen in an answer's values.</summary>
    public bool IsChosen(ReadOnlySpan<double> values, int item) => ChoiceOf[item] < 0 ? values[item] > 0 : values[ChoiceOf[item]] > 0.5;

    private static int[] AddChoices(ChoiceProgram program, LinearModelBuilder builder)
    {
        var choiceOf = new int[program.Size];
        Array.Fill(choiceOf, -1);
        var inConflict = program.Conflicts.SelectMany(set => set).ToHashSet();
        for (var i = 0; i < program.Size; i++)
        {
            if (!program.IsChoice[i] && !inConflict.Contains(i)) continue;
            choiceOf[i] = builder.AddInteger(0, program.Banned[i] ? 0 : 1, program.PerChoice[i]);
            builder.AddRow(double.NegativeInfinity, 0, [i, choiceOf[i]], [1, -program.Upper[i]]);
            if (program.Lower[i] > 0) builder.AddRow(0, double.PositiveInfinity, [i, choiceOf[i]], [1, -program.Lower[i]]);
        }

        return choiceOf;
    }

    private static void AddRow(LinearModelBuilder builder, ProgramRow row, int[] choiceOf)
    {
        int[] columns = row.OnAwards ? row.Items : [.. row.Items.Select(item => choiceOf[item])];
        builder.AddRow(double.NegativeInfinity, row.Bound, columns, [.. row.Items.Select((_, place) => (double)row.Factor(place))]);
    }
}
