// Builds the tree of one JSON text from its tokens.
using System.Text;
using System.Text.Json;
using BudgetSim.Core.Diagnostics;

namespace BudgetSim.Scenarios.Files.Trees;

/// <summary>One pass over one text; used once.</summary>
internal sealed class JsonTreeBuilder(byte[] bytes, Place start, bool inQuotedCell)
{
    private readonly JsonPlaces _places = new(bytes, start, inQuotedCell);
    private readonly List<Diagnostic> _faults = [];

    public Loaded<DataNode> Build()
    {
        DataNode? root = null;
        try
        {
            root = Document();
        }
        catch (JsonException exception)
        {
            var offset = OffsetOf(exception);
            var place = new JsonPlaces(bytes, start, inQuotedCell).At(offset);
            _faults.Add(JsonFaults.Syntax(place, bytes.AsSpan(0, offset), bytes.AsSpan(offset)));
        }
        catch (Abandoned)
        {
            // The fault that ended the reading is already in the list.
        }

        return Loaded<DataNode>.From(root, _faults);
    }

    private DataNode Document()
    {
        var reader = new Utf8JsonReader(bytes, new JsonReaderOptions { MaxDepth = 2 * TreeFaults.DeepestLevel });
        if (string.IsNullOrWhiteSpace(Encoding.UTF8.GetString(bytes))) throw Abandon(JsonFaults.Empty(start));
        reader.Read();
        var root = Node(ref reader, depth: 0);
        reader.Read();
        return root;
    }

    private DataNode Node(ref Utf8JsonReader reader, int depth)
    {
        var where = _places.At((int)reader.TokenStartIndex);
        if (depth > TreeFaults.DeepestLevel) throw Abandon(TreeFaults.TooDeep(where));
        return reader.TokenType switch
        {
            JsonTokenType.StartObject => new MappingNode(where, Entries(ref reader, depth)),
            JsonTokenType.StartArray => new SequenceNode(where, Items(ref reader, depth)),
            JsonTokenType.String => new ScalarNode(where, TextOf(ref reader, where), ScalarForm.Quoted),
            JsonTokenType.Number => new ScalarNode(where, Encoding.UTF8.GetString(reader.ValueSpan), ScalarForm.Number),
            _ => new ScalarNode(where, Encoding.UTF8.GetString(reader.ValueSpan), ScalarForm.Plain),
        };
    }

    private List<DataNode> Items(ref Utf8JsonReader reader, int depth)
    {
        var items = new List<DataNode>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray) items.Add(Node(ref reader, depth + 1));
        return items;
    }

    private List<DataEntry> Entries(ref Utf8JsonReader reader, int depth)
    {
        var entries = new List<DataEntry>();
        var seen = new Dictionary<string, Place>(StringComparer.Ordinal);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var where = _places.At((int)reader.TokenStartIndex);
            var key = TextOf(ref reader, where);
            reader.Read();
            var value = Node(ref reader, depth + 1);
            if (seen.TryAdd(key, where)) entries.Add(new DataEntry(key, where, value));
            else Report(TreeFaults.RepeatedKey(key, where, seen[key]));
        }

        return entries;
    }

    private string TextOf(ref Utf8JsonReader reader, Place where)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            Report(JsonFaults.HalfCharacter(where));
            return "";
        }
    }

    private void Report(Diagnostic fault)
    {
        _faults.Add(fault);
        if (_faults.Count >= TreeFaults.MostFaults) throw new Abandoned();
    }

    private Abandoned Abandon(Diagnostic fault)
    {
        _faults.Add(fault);
        return new Abandoned();
    }

    private int OffsetOf(JsonException exception)
    {
        var offset = 0;
        for (var line = exception.LineNumber ?? 0; line > 0; line--) offset += bytes.AsSpan(offset).IndexOf((byte)'\n') + 1;
        return (int)Math.Min(bytes.Length, offset + (exception.BytePositionInLine ?? 0));
    }

    // Leaves the recursion when reading on would help nobody; never leaves this file.
    private sealed class Abandoned : Exception;
}
