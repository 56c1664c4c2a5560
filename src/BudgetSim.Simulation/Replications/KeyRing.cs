// Gives the enterprises and objects of one replication their numbers.
namespace BudgetSim.Simulation.Replications;

/// <summary>
/// Numbers behind those that rosters and populations reserve, in the order of years, cohorts and subjects. A cohort's year takes its
/// enterprises as one block, so that who applies moves no number of another cohort. Beyond 2^31 in one replication they overflow with an
/// exception.
/// </summary>
internal sealed class KeyRing(int firstEnterprise, int firstObject)
{
    private int _enterprise;
    private int _object;

    /// <summary>Begins a replication.</summary>
    public void Restart() => (_enterprise, _object) = (firstEnterprise, firstObject);

    /// <summary>The first of <paramref name="count"/> new enterprises.</summary>
    public int Enterprises(int count)
    {
        var first = _enterprise;
        _enterprise = checked(_enterprise + count);
        return first;
    }

    /// <summary>The first of <paramref name="count"/> new objects.</summary>
    public int Objects(int count)
    {
        var first = _object;
        _object = checked(_object + count);
        return first;
    }

    /// <summary>A new project, loan, product or event.</summary>
    public int Object() => checked(_object++);
}
