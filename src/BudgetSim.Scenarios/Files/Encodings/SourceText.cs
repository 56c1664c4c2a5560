// The text of one input with the name its user knows it by.
namespace BudgetSim.Scenarios.Files.Encodings;

/// <summary>A whole input: <see cref="File"/> as the user named it, and its decoded text without byte order mark.</summary>
public sealed record SourceText(string File, string Text);
