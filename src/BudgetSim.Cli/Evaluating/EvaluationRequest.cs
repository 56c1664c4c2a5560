// What one evaluation is asked for, as it stood on the command line.
namespace BudgetSim.Cli.Evaluating;

/// <summary>The measure, its facts and the text it is read in; values as people write them.</summary>
internal sealed record EvaluationRequest(string Measure, string Seeds)
{
    /// <summary>Facts as <c>NAME=VALUE</c>.</summary>
    public IReadOnlyList<string> Inputs { get; init; } = [];

    /// <summary>The date that stands where no date is given, and that chooses the version; null if none.</summary>
    public string? AsOf { get; init; }

    /// <summary>Readings as <c>CODE=OPTION</c>.</summary>
    public IReadOnlyList<string> Readings { get; init; } = [];

    /// <summary>Changes of the text as <c>PATH=VALUE</c>.</summary>
    public IReadOnlyList<string> Changes { get; init; } = [];

    public bool Explains { get; init; }

    public bool IsJson { get; init; }

    /// <summary><c>zh</c> or <c>en</c>.</summary>
    public string Language { get; init; } = "zh";
}
