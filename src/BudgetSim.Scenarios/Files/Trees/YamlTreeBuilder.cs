// Builds the tree of one YAML text from the events of the parser.
using BudgetSim.Core.Diagnostics;
using BudgetSim.Scenarios.Files.Encodings;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace BudgetSim.Scenarios.Files.Trees;

/// <summary>One pass over one text; used once.</summary>
internal sealed class YamlTreeBuilder(SourceText source)
{
    private readonly Parser _parser = new(new Scanner(new StringReader(source.Text), skipComments: true));
    private readonly List<Diagnostic> _faults = [];
    private Mark _last = Mark.Empty;

    public Loaded<DataNode> Build()
    {
        DataNode? root = null;
        try
        {
            root = Document();
        }
        catch (YamlException exception)
        {
            _faults.Add(YamlFaults.Syntax(source, exception.Start, exception.Message));
        }
        catch (InvalidOperationException)
        {
            // The parser stops without a word at some [ and { that are never closed.
            _faults.Add(YamlFaults.Syntax(source, _last, "flow"));
        }
        catch (Abandoned)
        {
            // The fault that ended the reading is already in the list.
        }

        return Loaded<DataNode>.From(root, _faults);
    }

    private DataNode? Document()
    {
        _parser.MoveNext();
        _parser.MoveNext();
        if (_parser.Current is not DocumentStart) return Abandon(YamlFaults.Empty(source.File));
        _parser.MoveNext();
        var root = Node(depth: 0);
        if (root is ScalarNode { IsNull: true }) return Abandon(YamlFaults.Empty(source.File));
        _parser.MoveNext();
        return _parser.Current is DocumentStart second ? Abandon(YamlFaults.SecondDocument(At(second.Start))) : root;
    }

    // Reads the node whose first event is current and leaves its successor current.
    private DataNode Node(int depth)
    {
        if (_parser.Current is not { } start) return Abandon(YamlFaults.Syntax(source, _last, "flow"))!;
        _last = start.Start;
        RefuseReferences(start);
        if (depth > TreeFaults.DeepestLevel) return Abandon(TreeFaults.TooDeep(At(start.Start)))!;
        _parser.MoveNext();
        return start switch
        {
            Scalar scalar =>
                new ScalarNode(At(start.Start), scalar.Value, scalar.Style == ScalarStyle.Plain ? ScalarForm.Plain : ScalarForm.Quoted),
            SequenceStart => new SequenceNode(At(start.Start), Items(depth)),
            MappingStart => new MappingNode(At(start.Start), Entries(depth)),
            AnchorAlias => new ScalarNode(At(start.Start), "", ScalarForm.Plain),
            _ => Abandon(YamlFaults.Syntax(source, start.Start, "flow"))!,
        };
    }

    private List<DataNode> Items(int depth)
    {
        var items = new List<DataNode>();
        while (_parser.Current is not SequenceEnd) items.Add(Node(depth + 1));
        _parser.MoveNext();
        return items;
    }

    private List<DataEntry> Entries(int depth)
    {
        var entries = new List<DataEntry>();
        var seen = new Dictionary<string, Place>(StringComparer.Ordinal);
        while (_parser.Current is not MappingEnd)
        {
            var key = Node(depth + 1);
            var value = Node(depth + 1);
            if (key is not ScalarNode name) Report(YamlFaults.KeyIsNotText(key));
            else if (seen.TryAdd(name.Text, name.Where)) entries.Add(new DataEntry(name.Text, name.Where, value));
            else Report(TreeFaults.RepeatedKey(name.Text, name.Where, seen[name.Text]));
        }

        _parser.MoveNext();
        return entries;
    }

    private void RefuseReferences(ParsingEvent start)
    {
        if (start is AnchorAlias alias) Report(YamlFaults.Reference(At(start.Start), "alias", "*" + alias.Value));
        else if (start is NodeEvent { Anchor.IsEmpty: false } anchored)
            Report(YamlFaults.Reference(At(start.Start), "anchor", "&" + anchored.Anchor));
        else if (start is NodeEvent { Tag.IsEmpty: false } tagged)
            Report(YamlFaults.Reference(At(start.Start), "tag", tagged.Tag.ToString()));
    }

    private void Report(Diagnostic fault)
    {
        _faults.Add(fault);
        if (_faults.Count >= TreeFaults.MostFaults) throw new Abandoned();
    }

    private DataNode? Abandon(Diagnostic fault)
    {
        _faults.Add(fault);
        throw new Abandoned();
    }

    private Place At(Mark mark) => new(source.File, (int)mark.Line, (int)mark.Column);

    // Leaves the recursion when reading on would help nobody; never leaves this file.
    private sealed class Abandoned : Exception;
}
