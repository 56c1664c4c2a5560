// One fault found in an input, with its place and how to mend it.
namespace BudgetSim.Core.Diagnostics;

/// <summary>How bad a fault is; only an error stops the work.</summary>
public enum Severity
{
    /// <summary>The input is used, but says something its author may not mean.</summary>
    Warning,

    /// <summary>The input cannot be used.</summary>
    Error,
}

/// <summary>
/// A fault: where, how bad, a code that never changes its meaning (BS000 to BS999), what was found and what was
/// expected, and how to mend it (may be empty).
/// </summary>
public sealed record Diagnostic(Place Where, Severity Severity, string Code, string Message, string Hint = "")
{
    /// <summary>
    /// The part of the message that calls things by their titles, as it stands there and in Chinese; empty where there is none.
    /// </summary>
    public (string English, string Chinese) Names { get; init; } = ("", "");

    /// <summary>An error.</summary>
    public static Diagnostic Error(Place where, string code, string message, string hint = "") =>
        new(where, Severity.Error, code, message, hint);

    /// <summary>A warning.</summary>
    public static Diagnostic Warning(Place where, string code, string message, string hint = "") =>
        new(where, Severity.Warning, code, message, hint);

    /// <summary>One line: <c>file:line:column: error BS031: message; hint</c>.</summary>
    public override string ToString()
    {
        var severity = Severity == Severity.Error ? "error" : "warning";
        var hint = Hint.Length == 0 ? "" : "; " + Hint;
        return $"{Where}: {severity} {Code}: {Message}{hint}";
    }
}
