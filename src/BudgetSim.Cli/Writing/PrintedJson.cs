// Prints one JSON document for machines to a text writer.
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using BudgetSim.Core.Quantities;

namespace BudgetSim.Cli.Writing;

/// <summary>JSON with Chinese left readable, two spaces of indentation, a line end at the end.</summary>
internal static class PrintedJson
{
    private static readonly JsonWriterOptions Form = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Print(TextWriter output, Action<Utf8JsonWriter> write) => output.WriteLine(Text(write));

    private static string Text(Action<Utf8JsonWriter> write)
    {
        using var buffer = new MemoryStream();
        Write(buffer, write);
        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }

    /// <summary>Writes to a file without holding all of it, however long it is.</summary>
    public static void Write(Stream to, Action<Utf8JsonWriter> write)
    {
        using var json = new Utf8JsonWriter(to, Form);
        write(json);
    }

    /// <summary>A number; one without a finite decimal as the text <c>n/d</c>.</summary>
    public static void Number(Utf8JsonWriter json, string name, Fraction value)
    {
        var text = QuantityText.Format(value);
        json.WritePropertyName(name);
        if (text.Contains('/')) json.WriteStringValue(text);
        else json.WriteRawValue(text);
    }
}
