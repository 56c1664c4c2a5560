// Writes a chart as the JSON that the drawing script takes, with every label made here.
using System.Text.Encodings.Web;
using System.Text.Json;
using BudgetSim.Core.Quantities;
using BudgetSim.Reports.Values;

namespace BudgetSim.Reports.Charts;

/// <summary>JSON members of a drawing: a figure is <c>{"v": number, "t": "label"}</c>, a name <c>{"zh", "en"}</c> cut to fit.</summary>
internal sealed class DrawingWriter(Utf8JsonWriter json, MoneyUnit unit)
{
    /// <summary>Half-width columns that a name beside an axis may take.</summary>
    public const int NameWidth = 42;

    /// <summary>Half-width columns of a row's name: more than fits, so that the drawing can tell names apart that begin alike.</summary>
    public const int RowNameWidth = 84;

    /// <summary>The characters that HTML and scripts could misread are escaped by the encoder.</summary>
    public static JsonWriterOptions Options { get; } = new() { Encoder = JavaScriptEncoder.Create(AllowedCharacters()) };

    /// <summary>The whole text, one line.</summary>
    public void Full(string member, Text text) => Named(member, text, 240);

    /// <summary>A name cut to the width beside an axis.</summary>
    public void Name(string member, Text text) => Named(member, text, NameWidth);

    /// <summary>The name of a row, which the drawing cuts.</summary>
    public void RowName(string member, Text text) => Named(member, text, RowNameWidth);

    /// <summary>An amount in yuan with its label in the chart's unit.</summary>
    public void Amount(string member, Money amount) => Figure(member, amount.Fen / 100m, unit.Format(amount));

    /// <summary>An amount whose label carries a plus sign when it is a gain.</summary>
    public void Signed(string member, Money amount) => Figure(member, amount.Fen / 100m, unit.FormatSigned(amount));

    /// <summary>An amount that may be absent.</summary>
    public void Optional(string member, Money? amount)
    {
        if (amount is { } known) Amount(member, known);
    }

    /// <summary>A share or probability with its percentage.</summary>
    public void Share(string member, double share) => Figure(member, (decimal)Cell.Rounded(share), Figures.Percent(Cell.Rounded(share)));

    /// <summary>A number, whole or a mean of several.</summary>
    public void Count(string member, double count) => Figure(member, (decimal)count, Figures.Count((decimal)count));

    /// <summary>A word such as a kind or a state.</summary>
    public void Word(string member, string word) => json.WriteString(member, word);

    /// <summary>A yes or no.</summary>
    public void Flag(string member, bool value) => json.WriteBoolean(member, value);

    /// <summary>A list of objects.</summary>
    public void List<T>(string member, IEnumerable<T> items, Action<T> write)
    {
        json.WriteStartArray(member);
        foreach (var item in items)
        {
            json.WriteStartObject();
            write(item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private void Named(string member, Text text, int width)
    {
        json.WriteStartObject(member);
        json.WriteString("zh", ShortName.Of(text.In(Language.Zh), width));
        json.WriteString("en", ShortName.Of(text.In(Language.En), width));
        json.WriteEndObject();
    }

    private void Figure(string member, decimal value, string label)
    {
        json.WriteStartObject(member);
        json.WriteNumber("v", value);
        json.WriteString("t", label);
        json.WriteEndObject();
    }

    private static TextEncoderSettings AllowedCharacters()
    {
        var settings = new TextEncoderSettings(System.Text.Unicode.UnicodeRanges.All);
        settings.ForbidCharacters('<', '>', '&', '\u2028', '\u2029');
        return settings;
    }
}
