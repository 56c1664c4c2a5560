// Runs laws on drawn cases, the same cases in every run.
using FsCheck;
using FsCheck.Fluent;
using Microsoft.FSharp.Core;

namespace BudgetSim.Tests;

/// <summary>
/// A law must hold for every drawn case; a failure prints the case. The draws start from one fixed seed, so that no run differs from
/// another.
/// </summary>
internal static class Laws
{
    /// <summary>How many cases a law is tried on where it does not say otherwise.</summary>
    public const int Cases = 500;

    private const ulong Seed = 20260101, Gamma = 9;

    /// <summary>Fails on the first drawn case for which <paramref name="law"/> is false.</summary>
    public static void Hold<T>(Gen<T> cases, Func<T, bool> law, int count = Cases)
    {
        var replay = new Replay(new Rnd(Seed, Gamma), FSharpOption<int>.None);
        var config = Config.QuickThrowOnFailure.WithMaxTest(count).WithReplay(FSharpOption<Replay>.Some(replay));
        Prop.ForAll(cases.ToArbitrary(), law).Check(config);
    }
}
