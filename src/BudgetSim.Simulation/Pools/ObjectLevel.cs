// What a claim or an attribute belongs to where subjects nest.
namespace BudgetSim.Simulation.Pools;

/// <summary>An enterprise has projects, a project has loans.</summary>
public enum ObjectLevel : byte
{
    /// <summary>The outermost subject.</summary>
    Enterprise,

    /// <summary>A project of an enterprise.</summary>
    Project,

    /// <summary>The innermost subject, whatever it is: a loan, product or event.</summary>
    Loan,
}
