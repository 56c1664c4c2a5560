// Keeps what a run has finished in a file beside its folder, so that a run that was stopped or killed can be continued.
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using BudgetSim.Core.Diagnostics;
using BudgetSim.Scenarios.Files.Output;
using BudgetSim.Scenarios.Laboratory.Results;
using BudgetSim.Simulation.Replications;

namespace BudgetSim.Cli.Running;

/// <summary>
/// The file FOLDER.unfinished: a line that names the inputs, then one record per checkpoint, each with a hash over itself and all before
/// it. A record that was not written to its end is left out; one that reads differently from what was written is damage. The system writes
/// to the disk in its own time: a killed run loses nothing by that, a power cut the last seconds.
/// </summary>
internal sealed class UnfinishedRun
{
    private const string Form = "budgetsim-run-1 ";
    private const int HashSize = SHA256.HashSizeInBytes, LengthSize = sizeof(int);

    private readonly string _path;
    private readonly byte[] _head;
    private byte[] _chain;
    private long _end;

    private UnfinishedRun(string path, byte[] head)
    {
        (_path, _head, _chain, _end) = (path, head, SHA256.HashData(head), 0);
    }

    /// <summary>What the earlier run finished; null: the run begins with replication 0.</summary>
    public Forecast? Earlier { get; private set; }

    /// <summary>Why the state is kept no longer, or null; the run itself goes on.</summary>
    public Diagnostic? Broken { get; private set; }

    /// <summary>The file of a run folder.</summary>
    public static string PathOf(string folder) => Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)) + ".unfinished";

    /// <summary>
    /// The state of the run into <paramref name="folder"/>. Other inputs or damage are a fault if the run must be resumed; otherwise they
    /// are a warning, and what cannot be used is computed again.
    /// </summary>
    public static Loaded<UnfinishedRun> Open(string folder, ResultKey key, ScenarioModel model, bool mustResume)
    {
        var run = new UnfinishedRun(PathOf(folder), Encoding.ASCII.GetBytes(Form + key.Hash + "\n"));
        var bytes = File.Exists(run._path) ? File.ReadAllBytes(run._path) : [];
        var isEmpty = bytes.Length < run._head.Length;
        var fault = isEmpty ? Nothing(folder) : run.Read(bytes, model);
        if (fault is null) return new Loaded<UnfinishedRun>(run, []);
        if (mustResume) return new Loaded<UnfinishedRun>(null, [fault]);
        return new Loaded<UnfinishedRun>(run, isEmpty ? [] : [fault with { Severity = Severity.Warning }]);
    }

    /// <summary>Adds the replications from <paramref name="first"/> on; a run that is complete needs no state.</summary>
    public void Keep(Forecast forecast, int first)
    {
        if (forecast.Finished == forecast.Model.Replications || Broken is not null) return;
        var record = ForecastBytes.Stretch(forecast, first);
        var length = new byte[LengthSize];
        BinaryPrimitives.WriteInt32LittleEndian(length, record.Length);
        _chain = Next(_chain, record);
        try
        {
            Append(length, record);
        }
        catch (Exception fault) when (OutputFaults.IsOfTheSystem(fault))
        {
            Broken = NotKept(fault);
        }
    }

    /// <summary>Removes the state of a run whose report is written; why it cannot be removed, or null.</summary>
    public Diagnostic? Finish()
    {
        try
        {
            File.Delete(_path);
            return null;
        }
        catch (Exception fault) when (OutputFaults.IsOfTheSystem(fault))
        {
            return NotRemoved(fault);
        }
    }

    private static byte[] Next(byte[] chain, byte[] record) => SHA256.HashData([.. chain, .. record]);

    private void Append(byte[] length, byte[] record)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_path)!);
        using var file = new FileStream(_path, FileMode.OpenOrCreate, FileAccess.Write);
        if (_end == 0) file.Write(_head);
        else file.Position = _end;
        file.Write(length);
        file.Write(_chain);
        file.Write(record);
        file.SetLength(file.Position);
        _end = file.Position;
    }

    private Diagnostic? Read(byte[] bytes, ScenarioModel model)
    {
        if (!bytes.AsSpan().StartsWith(_head)) return OtherInputs();
        var forecast = ForecastBytes.Empty(model);
        var at = _head.Length;
        while (RecordAt(bytes, at) is { } record)
        {
            var chain = Next(_chain, record);
            if (!bytes.AsSpan(at + LengthSize, HashSize).SequenceEqual(chain)) return Damaged(forecast);
            if (!ForecastBytes.Continue(forecast, record)) return OtherInputs();
            (_chain, at) = (chain, at + LengthSize + HashSize + record.Length);
            (Earlier, _end) = (forecast, at);
        }

        return null;
    }

    // Null at the end, also where the last record was not written to its end.
    private static byte[]? RecordAt(byte[] bytes, int at)
    {
        if (at + LengthSize + HashSize > bytes.Length) return null;
        var length = BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(at));
        var start = at + LengthSize + HashSize;
        return length < 0 || length > bytes.Length - start ? null : bytes[start..(start + length)];
    }

    private Diagnostic OtherInputs() =>
        Diagnostic.Error(Place.Of(_path), "BS361", "the unfinished run has other inputs", "run without --resume to begin anew");

    private Diagnostic Damaged(Forecast forecast) =>
        Diagnostic.Error(
            Place.Of(_path),
            "BS362",
            $"the state of the unfinished run is damaged after {forecast.Finished} replications",
            "run without --resume to compute the rest again");

    private Diagnostic NotKept(Exception fault) => Diagnostic.Warning(
        Place.Of(_path), "BS771", $"what the run has finished cannot be kept here: {OutputFaults.ReasonOf(fault)}",
        "the run goes on; if it is stopped it begins anew");

    private Diagnostic NotRemoved(Exception fault) => Diagnostic.Warning(
        Place.Of(_path), "BS861",
        $"the report is written, but the state of the run that is no longer needed cannot be removed here: {OutputFaults.ReasonOf(fault)}",
        "remove the file yourself");

    private static Diagnostic Nothing(string folder) =>
        Diagnostic.Error(
            Place.Of(folder),
            "BS363",
            "there is no unfinished run here",
            "run the scenario with --out and this folder, or leave --resume out");
}
