// A sentence that is no diagnostic and follows the language of the diagnostics around it.
namespace BudgetSim.Cli.Writing;

/// <summary>Prints <paramref name="English"/>, or its Chinese where the command line asks for that.</summary>
internal sealed record Saying(string English)
{
    public override string ToString() => English;
}
