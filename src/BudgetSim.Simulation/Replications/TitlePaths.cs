// Where each enterprise of a population stands on its ladder of titles, year after year.
using BudgetSim.Simulation.Pools;
using BudgetSim.Simulation.Random;

namespace BudgetSim.Simulation.Replications;

/// <summary>
/// The start of an enterprise is draw 0 of its stream and the step in the k-th year after it is draw k, whatever else is drawn: a later year, another
/// measure or cohort, or a thread changes no step. Who is on a rung without steps is not drawn.
/// </summary>
internal sealed class TitlePaths(ulong seed, string population, int count, TitleLadder ladder)
{
    private readonly Purpose _purpose = Purpose.Named(population + "/titles");
    private readonly byte[] _before = new byte[count];
    private readonly byte[] _now = new byte[count];
    private int _replication = -1;
    private int _year;

    /// <summary>Goes to a year after the ladder's start; going on from the last year asked for costs only the years between.</summary>
    public void StartYear(int replication, int year)
    {
        if (_replication != replication || year < _year) Restart(replication);
        while (_year < year) Step();
    }

    /// <summary>The rung of an enterprise of the population.</summary>
    public int Rung(int local, TitleMoment moment) => moment switch
    {
        TitleMoment.Now => _now[local],
        TitleMoment.Before => _before[local],
        _ => _now[local] == _before[local] ? 0 : _now[local],
    };

    private void Restart(int replication)
    {
        (_replication, _year) = (replication, ladder.Since);
        for (var local = 0; local < count; local++) _now[local] = (byte)ladder.First(Uniform(local, 0));
    }

    private void Step()
    {
        _year++;
        _now.CopyTo(_before.AsSpan());
        for (var local = 0; local < count; local++)
        {
            if (ladder.Yearly[_now[local]].Count > 0) _now[local] = (byte)ladder.Next(_now[local], Uniform(local, _year - ladder.Since));
        }
    }

    private double Uniform(int local, int index) => RandomStream.For(seed, _replication, local, _purpose).Uniform(index);
}
