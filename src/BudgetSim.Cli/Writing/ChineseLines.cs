// Prints diagnostics in Chinese unless the command line asks for English.
using System.Text;
using BudgetSim.Core.Diagnostics;
using BudgetSim.Core.Wording;
using BudgetSim.Reports.Values;

namespace BudgetSim.Cli.Writing;

/// <summary>A writer for what a command prints: diagnostics and short sayings become Chinese, everything else passes as it is.</summary>
internal sealed class ChineseLines(TextWriter inner) : TextWriter
{
    public override Encoding Encoding => inner.Encoding;

    /// <summary>
    /// <paramref name="writer"/> itself, or a writer in front of it unless <paramref name="arguments"/> hold <c>--lang en</c>.
    /// </summary>
    public static TextWriter For(IReadOnlyList<string> arguments, TextWriter writer) =>
        Spoken.Language(arguments) == "zh" ? new ChineseLines(writer) : writer;

    public override void Write(char value) => inner.Write(value);

    public override void Write(char[] buffer, int index, int count) => inner.Write(buffer, index, count);

    public override void Write(ReadOnlySpan<char> buffer) => inner.Write(buffer);

    public override void Write(string? value) => inner.Write(value);

    public override void WriteLine() => inner.WriteLine();

    // JSON is the same in every language.
    public override void WriteLine(string? value) => inner.WriteLine(value is null or ['{' or '[', ..] ? value : Chinese.OfLine(value));

    public override void WriteLine(object? value) =>
        WriteLine(value switch
        {
            Diagnostic fault => Chinese.Of(fault),
            Saying said => Spoken.Say(said.English, Language.Zh),
            _ => value?.ToString(),
        });

    public override Task WriteLineAsync(string? value)
    {
        WriteLine(value);
        return Task.CompletedTask;
    }

    public override void Flush() => inner.Flush();
}
