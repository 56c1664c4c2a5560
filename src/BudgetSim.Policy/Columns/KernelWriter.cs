// Writes the machine code of a column function: one loop over all columns, eight (or four) subjects a turn.
using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.Intrinsics;

namespace BudgetSim.Policy.Columns;

/// <summary>
/// Fills <paramref name="result"/> from 0 to <paramref name="count"/> - 1; <paramref name="count"/> is at least one turn's width.
/// </summary>
internal delegate void ColumnKernel(double[][] columns, double[] result, int count);

/// <summary>Emits the loop. The last turn overlaps the one before it, so that there is no second way to compute an amount.</summary>
internal sealed class KernelWriter
{
    private static readonly bool IsWide = Vector512.IsHardwareAccelerated;
    private static readonly Type Operations = IsWide ? typeof(Vector512) : typeof(Vector256);
    private static readonly Type Vector = IsWide ? typeof(Vector512<double>) : typeof(Vector256<double>);

    private readonly IReadOnlyList<Node> _nodes;
    private readonly ILGenerator _code;
    private readonly LocalBuilder[] _values;
    private readonly LocalBuilder _index;
    private LocalBuilder[] _starts = [];

    private KernelWriter(NodeGraph graph, ILGenerator code)
    {
        _nodes = graph.Nodes;
        _code = code;
        _values = new LocalBuilder[_nodes.Count];
        _index = code.DeclareLocal(typeof(nuint));
        Graph = graph;
    }

    /// <summary>Subjects a turn.</summary>
    public static int Width => IsWide ? Vector512<double>.Count : Vector256<double>.Count;

    private NodeGraph Graph { get; }

    /// <summary>The function that yields the number <paramref name="root"/> of <paramref name="columns"/> columns.</summary>
    public static ColumnKernel Write(NodeGraph graph, int root, int columns)
    {
        var method = new DynamicMethod(
            "columns",
            typeof(void),
            [typeof(double[][]), typeof(double[]), typeof(int)],
            typeof(KernelWriter).Module,
            skipVisibility: false);
        new KernelWriter(graph, method.GetILGenerator()).WriteLoop(root, columns);
        return method.CreateDelegate<ColumnKernel>();
    }

    /// <summary>The nodes that <paramref name="roots"/> need, in order.</summary>
    public static SortedSet<int> Needed(IReadOnlyList<Node> nodes, params int[] roots)
    {
        var needed = new SortedSet<int>();
        var open = new Stack<int>(roots);
        while (open.TryPop(out var node))
        {
            if (!needed.Add(node)) continue;
            foreach (var input in nodes[node].Inputs) open.Push(input);
        }

        return needed;
    }

    private void WriteLoop(int root, int columns)
    {
        _starts = [.. Enumerable.Range(0, columns).Select(StartOfColumn)];
        var result = StartOf(() => _code.Emit(OpCodes.Ldarg_1));
        var last = _code.DeclareLocal(typeof(nuint));
        _code.Emit(OpCodes.Ldarg_2);
        _code.Emit(OpCodes.Ldc_I4, Width);
        _code.Emit(OpCodes.Sub);
        _code.Emit(OpCodes.Conv_U);
        _code.Emit(OpCodes.Stloc, last);
        var (turn, end) = (_code.DefineLabel(), _code.DefineLabel());
        _code.MarkLabel(turn);
        WriteBody(root, result);
        _code.Emit(OpCodes.Ldloc, _index);
        _code.Emit(OpCodes.Ldloc, last);
        _code.Emit(OpCodes.Beq, end);
        _code.Emit(OpCodes.Ldloc, _index);
        _code.Emit(OpCodes.Ldc_I4, Width);
        _code.Emit(OpCodes.Conv_U);
        _code.Emit(OpCodes.Add);
        _code.Emit(OpCodes.Stloc, _index);
        _code.Emit(OpCodes.Ldloc, _index);
        _code.Emit(OpCodes.Ldloc, last);
        _code.Emit(OpCodes.Ble_Un, turn);
        _code.Emit(OpCodes.Ldloc, last);
        _code.Emit(OpCodes.Stloc, _index);
        _code.Emit(OpCodes.Br, turn);
        _code.MarkLabel(end);
        _code.Emit(OpCodes.Ret);
    }

    private LocalBuilder StartOfColumn(int column) => StartOf(() =>
    {
        _code.Emit(OpCodes.Ldarg_0);
        _code.Emit(OpCodes.Ldc_I4, column);
        _code.Emit(OpCodes.Ldelem_Ref);
    });

    private LocalBuilder StartOf(Action array)
    {
        var start = _code.DeclareLocal(typeof(double).MakeByRefType());
        array();
        _code.Emit(OpCodes.Ldc_I4_0);
        _code.Emit(OpCodes.Ldelema, typeof(double));
        _code.Emit(OpCodes.Stloc, start);
        return start;
    }

    private void WriteBody(int root, LocalBuilder result)
    {
        foreach (var place in Needed(_nodes, root))
        {
            if (_nodes[place].Kind is NodeKind.Constant) continue;
            WriteNode(place);
            _values[place] = _code.DeclareLocal(Vector);
            _code.Emit(OpCodes.Stloc, _values[place]);
        }

        Load(root);
        _code.Emit(OpCodes.Ldloc, result);
        _code.Emit(OpCodes.Ldloc, _index);
        Call(nameof(Vector512.StoreUnsafe), 3);
    }

    private void WriteNode(int place)
    {
        var node = _nodes[place];
        switch (node.Kind)
        {
            case NodeKind.Column:
                _code.Emit(OpCodes.Ldloc, _starts[node.First]);
                _code.Emit(OpCodes.Ldloc, _index);
                Call(nameof(Vector512.LoadUnsafe), 2);
                break;
            case NodeKind.FloorDivide:
                WriteFloorDivide(node);
                break;
            case NodeKind.Mark:
                Load(node.First);
                Create(double.NaN);
                Load(node.Second);
                Call(nameof(Vector512.ConditionalSelect), 3);
                break;
            case NodeKind.Present:
                Load(node.First);
                Load(node.First);
                Call(nameof(Vector512.Equals), 2);
                break;
            default:
                foreach (var input in node.Inputs) Load(input);
                Call(NameOf(node.Kind), node.Inputs.Count());
                break;
        }
    }

    // floor(a / b): with room to spare, (a + 1/2) / b keeps half a step from every whole number, more than one rounded
    // product errs; without it, a rounded quotient of whole numbers below 2^53 still never reaches the next one.
    private void WriteFloorDivide(Node node)
    {
        Load(node.First);
        var hasRoom = Graph.BoundsOf(node.First).Largest + node.Value < FactColumn.ExactLimit / 4;
        if (hasRoom)
        {
            var inverse = 1.0 / node.Value;
            Create(inverse);
            Create(0.5 * inverse);
            Call(nameof(Vector512.FusedMultiplyAdd), 3);
        }
        else
        {
            Create(node.Value);
            Call(nameof(Vector512.Divide), 2);
        }

        Call(nameof(Vector512.Floor), 1);
    }

    private void Load(int place)
    {
        if (_nodes[place].Kind == NodeKind.Constant) Create(_nodes[place].Value);
        else _code.Emit(OpCodes.Ldloc, _values[place]);
    }

    private void Create(double number)
    {
        _code.Emit(OpCodes.Ldc_R8, number);
        _code.Emit(OpCodes.Call, Operations.GetMethod(nameof(Vector512.Create), [typeof(double)])!);
    }

    private void Call(string name, int inputs) => _code.Emit(OpCodes.Call, MethodOf(name, inputs));

    // Of the overloads the one on vectors of doubles; loads and stores take a place and an offset besides.
    private static MethodInfo MethodOf(string name, int inputs) =>
        Operations.GetMethods()
            .Where(method => method.Name == name && method.GetParameters().Length == inputs)
            .Select(method => method.IsGenericMethodDefinition && method.GetGenericArguments().Length == 1
                ? method.MakeGenericMethod(typeof(double))
                : method)
            .First(method => method.GetParameters().All(Fits) && (method.ReturnType == Vector || method.ReturnType == typeof(void)));

    private static bool Fits(ParameterInfo parameter) =>
        parameter.ParameterType == Vector || parameter.ParameterType == typeof(double).MakeByRefType()
            || parameter.ParameterType == typeof(nuint);

    private static string NameOf(NodeKind kind) => kind switch
    {
        NodeKind.Add => nameof(Vector512.Add),
        NodeKind.Subtract => nameof(Vector512.Subtract),
        NodeKind.Multiply => nameof(Vector512.Multiply),
        NodeKind.Smaller => nameof(Vector512.MinNative),
        NodeKind.Larger => nameof(Vector512.MaxNative),
        NodeKind.Blend => nameof(Vector512.ConditionalSelect),
        NodeKind.Equal => nameof(Vector512.Equals),
        NodeKind.Less => nameof(Vector512.LessThan),
        NodeKind.LessOrEqual => nameof(Vector512.LessThanOrEqual),
        NodeKind.And => nameof(Vector512.BitwiseAnd),
        NodeKind.Or => nameof(Vector512.BitwiseOr),
        NodeKind.Not => nameof(Vector512.OnesComplement),
        _ => throw new InvalidOperationException($"no operation for {kind}"),
    };
}
