// Prints diagnostics in Chinese where the command line asks for it.
using System.Text;
using BudgetSim.Core.Diagnostics;
using BudgetSim.Core.Wording;

namespace BudgetSim.Cli.Writing;

/// <summary>A writer for what a command prints: lines that are diagnostics become Chinese, everything else passes as it is.</summary>
internal sealed class ChineseLines(TextWriter inner) : TextWriter
{
    public override Encoding Encoding => inner.Encoding;

    /// <summary><paramref name="writer"/> itself, or a writer in front of it if <paramref name="arguments"/> hold <c>--lang zh</c>.</summary>
    public static TextWriter For(IReadOnlyList<string> arguments, TextWriter writer) => AsksForChinese(arguments) ? new ChineseLines(writer) : writer;

    public override void Write(char value) => inner.Write(value);

    public override void Write(char[] buffer, int index, int count) => inner.Write(buffer, index, count);

    public override void Write(ReadOnlySpan<char> buffer) => inner.Write(buffer);

    public override void Write(string? value) => inner.Write(value);

    public override void WriteLine() => inner.WriteLine();

    public override void WriteLine(string? value) => inner.WriteLine(value is null ? null : Chinese.OfLine(value));

    public override void WriteLine(object? value) => WriteLine(value is Diagnostic fault ? Chinese.Of(fault) : value?.ToString());

    public override Task WriteLineAsync(string? value)
    {
        WriteLine(value);
        return Task.CompletedTask;
    }

    public override void Flush() => inner.Flush();

    private static bool AsksForChinese(IReadOnlyList<string> arguments)
    {
        for (var index = 0; index < arguments.Count; index++)
            if (arguments[index] is "--lang=zh" or "--lang:zh" || (arguments[index] == "--lang" && index + 1 < arguments.Count && arguments[index + 1] == "zh")) return true;
        return false;
    }
}
