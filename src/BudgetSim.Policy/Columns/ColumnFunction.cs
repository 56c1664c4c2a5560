// Measures as one function over columns of facts: exact whole fen (or yuan) for every subject.
using BudgetSim.Policy.Entitlements;

namespace BudgetSim.Policy.Columns;

/// <summary>
/// What measures give each subject by themselves (<see cref="AmountAlone"/>): every measure's amount is floored to the
/// unit and the floors are summed. Where the ranges of the columns prove that no number leaves the whole numbers a
/// double holds exactly, the function runs in vectors; else <see cref="Refusal"/> says why it runs row by row in
/// fractions. Both give the same numbers.
/// </summary>
public sealed class ColumnFunction
{
    private readonly IReadOnlyList<CompiledMeasure> _measures;
    private readonly IReadOnlyList<ColumnShape> _shapes;
    private readonly long _unitsPerYuan;
    private readonly ColumnKernel? _kernel;

    private ColumnFunction(IReadOnlyList<CompiledMeasure> measures, IReadOnlyList<ColumnShape> shapes, long unitsPerYuan)
    {
        (_measures, _shapes, _unitsPerYuan) = (measures, shapes, unitsPerYuan);
        var graph = new NodeGraph();
        var root = Total(graph);
        Refusal = graph.Refusal ?? BeyondExact(graph, root);
        if (Refusal is null) _kernel = KernelWriter.Write(graph, root, shapes.Count);
    }

    /// <summary>Why the vectors are not used; null if they are.</summary>
    public string? Refusal { get; }

    /// <summary>
    /// Compiles the sum of <paramref name="measures"/>. <paramref name="unitsPerYuan"/> is 100 for amounts floored to
    /// the fen and 1 for amounts floored to the yuan; the result counts in that unit.
    /// </summary>
    public static ColumnFunction From(
        IReadOnlyList<CompiledMeasure> measures, IReadOnlyList<ColumnShape> shapes, long unitsPerYuan = ColumnShape.FenPerYuan) =>
        new(measures, shapes, unitsPerYuan);

    /// <summary>
    /// Fills <paramref name="result"/> <c>[subject]</c> with whole units, NaN where a measure is undetermined.
    /// <paramref name="columns"/> are in the order of the shapes, all as long as <paramref name="result"/>.
    /// </summary>
    /// <exception cref="ArgumentException">A column is not of its shape or not of that length.</exception>
    public void Run(IReadOnlyList<FactColumn> columns, double[] result)
    {
        ArgumentNullException.ThrowIfNull(columns);
        ArgumentNullException.ThrowIfNull(result);
        for (var place = 0; place < _shapes.Count; place++)
        {
            if (place >= columns.Count || !_shapes[place].Covers(columns[place].Shape))
                throw new ArgumentException($"no column of shape {_shapes[place]} at {place}", nameof(columns));
            if (columns[place].Values.Length != result.Length)
                throw new ArgumentException($"column {place} is not as long as the result", nameof(columns));
        }

        if (result.Length == 0) return;
        if (_kernel is null) ScalarRows.Run(_measures, columns, _unitsPerYuan, result);
        else RunKernel(_kernel, [.. columns.Take(_shapes.Count).Select(column => column.Values)], result);
    }

    private static void RunKernel(ColumnKernel kernel, double[][] values, double[] result)
    {
        if (result.Length >= KernelWriter.Width)
        {
            kernel(values, result, result.Length);
            return;
        }

        var padded = new double[KernelWriter.Width];
        kernel([.. values.Select(column => Padded(column))], padded, padded.Length);
        padded.AsSpan(0, result.Length).CopyTo(result);
    }

    private static double[] Padded(double[] column)
    {
        var padded = new double[KernelWriter.Width];
        column.CopyTo(padded, 0);
        return padded;
    }

    private int Total(NodeGraph graph)
    {
        var (total, undetermined) = (graph.Constant(0), NodeGraph.Never);
        foreach (var measure in _measures)
        {
            var (units, unknown) = new MeasureNodes(graph, measure, _shapes).Amount(_unitsPerYuan);
            total = graph.Add(total, units);
            undetermined = graph.Or(undetermined, unknown);
        }

        return graph.Marked(undetermined, total);
    }

    private static string? BeyondExact(NodeGraph graph, int root)
    {
        foreach (var node in KernelWriter.Needed(graph.Nodes, root))
        {
            if (!graph.BoundsOf(node).AreExact) return $"a number may reach {graph.BoundsOf(node).Largest}, beyond 2^53";
        }

        return null;
    }
}
