// The outcome of reading: a value only if nothing was wrong, and every fault that was found.
using System.Diagnostics.CodeAnalysis;

namespace BudgetSim.Core.Diagnostics;

/// <summary>What reading gave: <see cref="Value"/> is null exactly when a diagnostic is an error.</summary>
public sealed record Loaded<T>(T? Value, IReadOnlyList<Diagnostic> Diagnostics)
    where T : class
{
    /// <summary>Whether there is a value to work with.</summary>
    [MemberNotNullWhen(true, nameof(Value))]
    public bool Succeeded => Value is not null;

    /// <summary>Keeps the value only if no diagnostic is an error; the diagnostics are sorted by place.</summary>
    public static Loaded<T> From(T? value, IEnumerable<Diagnostic> diagnostics)
    {
        var sorted = diagnostics.OrderBy(diagnostic => diagnostic.Where).ToList();
        var failed = sorted.Exists(diagnostic => diagnostic.Severity == Severity.Error);
        return new Loaded<T>(failed ? null : value, sorted);
    }
}
