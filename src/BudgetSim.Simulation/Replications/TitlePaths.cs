// Where each enterprise of a population stands on its ladder of titles, year after year.
using BudgetSim.Simulation.Pools;
using BudgetSim.Simulation.Random;

namespace BudgetSim.Simulation.Replications;

/// <summary>
/// The start of an enterprise is draw 0 of its stream and the step in the k-th year after it is draw k, whatever else is drawn: a later
/// year, another measure or cohort, or a thread changes no step. Who is on a rung without steps is not drawn.
/// </summary>
internal sealed class TitlePaths(ulong seed, string population, int count, TitleLadder ladder)
{
    private readonly Purpose _purpose = Purpose.Named(population + "/titles");
    private readonly TitleYear? _anyYear = ladder.Loading is null ? ladder.In(0) : null;
    private readonly byte[] _before = new byte[count];
    private readonly byte[] _now = new byte[count];
    private readonly byte[] _everBefore = new byte[count];
    private readonly byte[] _ever = new byte[count];
    private int _replication = -1;
    private int _year;

    /// <summary>
    /// Goes to a year after the ladder's start; going on from the last year asked for costs only the years between.
    /// <paramref name="factorOf"/> gives a common factor (by its index) of a year.
    /// </summary>
    public void StartYear(int replication, int year, Func<int, int, double> factorOf)
    {
        if (_replication != replication || year < _year) Restart(replication);
        while (_year < year) Step(factorOf);
    }

    /// <summary>The rung of an enterprise of the population.</summary>
    public int Rung(int local, TitleMoment moment) => moment switch
    {
        TitleMoment.Now => _now[local],
        TitleMoment.Before => _before[local],
        TitleMoment.Ever => _ever[local],
        TitleMoment.EverBefore => _everBefore[local],
        _ => _ever[local] == _everBefore[local] ? 0 : _now[local],
    };

    private void Restart(int replication)
    {
        (_replication, _year) = (replication, ladder.Since);
        for (var local = 0; local < count; local++) _now[local] = (byte)ladder.First(local, Uniform(local, 0));
        _now.CopyTo(_ever.AsSpan());
    }

    private void Step(Func<int, int, double> factorOf)
    {
        _year++;
        var year = _anyYear ?? ladder.In(factorOf(ladder.Loading!.Factor, _year));
        _now.CopyTo(_before.AsSpan());
        _ever.CopyTo(_everBefore.AsSpan());
        for (var local = 0; local < count; local++)
        {
            if (!year.Moves(_now[local])) continue;
            _now[local] = (byte)year.Next(_now[local], Uniform(local, _year - ladder.Since));
            if (_now[local] > _ever[local]) _ever[local] = _now[local];
        }
    }

    private double Uniform(int local, int index) => RandomStream.For(seed, _replication, local, _purpose).Uniform(index);
}
