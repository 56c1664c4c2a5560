// Writes results as bytes and reads them again to the same bits.
using BudgetSim.Scenarios.Laboratory.Variants;
using BudgetSim.Simulation.Replications;

namespace BudgetSim.Scenarios.Laboratory.Results;

/// <summary>Whole numbers and texts only; what does not read back as it must is null.</summary>
internal static class ResultBytes
{
    /// <summary>A forecast.</summary>
    public static byte[] Of(Forecast forecast) => ForecastBytes.Of(forecast);

    /// <summary>The forecast of a model, filled from bytes.</summary>
    public static Forecast? ForecastOf(byte[] bytes, ScenarioModel model) =>
        ForecastBytes.Read(bytes, model) is { WasStopped: false } forecast ? forecast : null;

    public static byte[] Of(VariantOutcome outcome) => Written(writer =>
    {
        writer.Write(outcome.Finished);
        writer.Write(outcome.Enterprises);
        writer.Write(outcome.Unpaid);
        writer.Write(outcome.InPairs);
        Write(writer, outcome.Outlay);
        writer.Write(outcome.Funds.Count);
        foreach (var fund in outcome.Funds)
        {
            writer.Write(fund.Fund);
            writer.Write(fund.Year);
            writer.Write(fund.Limit ?? -1);
            Write(writer, fund.Demand);
            Write(writer, fund.Paid);
            Write(writer, fund.CarriedIn ?? []);
            Write(writer, fund.MoneyIn ?? []);
        }
    });

    public static VariantOutcome? OutcomeOf(byte[] bytes) => Read(bytes, reader =>
    {
        var (finished, enterprises, unpaid) = (reader.ReadInt32(), reader.ReadInt64(), reader.ReadInt64());
        var inPairs = reader.ReadBoolean();
        var outlay = ReadLongs(reader, finished);
        var funds = new VariantFund[reader.ReadInt32()];
        for (var index = 0; index < funds.Length; index++)
        {
            var (fund, year, limit) = (reader.ReadString(), reader.ReadInt32(), reader.ReadInt64());
            funds[index] = new VariantFund(fund, year, limit < 0 ? null : limit, ReadLongs(reader, finished), ReadLongs(reader, finished))
            {
                CarriedIn = ReadSome(reader, finished),
                MoneyIn = ReadSome(reader, finished),
            };
        }

        return new VariantOutcome(finished, outlay, funds, enterprises) { Unpaid = unpaid, InPairs = inPairs };
    });

    public static byte[] Of(EnterpriseAwards awards) => Written(writer =>
    {
        Write(writer, awards.ByReplication, writer.Write);
        writer.Write(awards.Classes.Count);
        foreach (var attribute in awards.Classes)
        {
            writer.Write(attribute.Name);
            writer.Write(attribute.Values.Count);
            foreach (var value in attribute.Values) writer.Write(value);
            Write(writer, attribute.ByReplication, writer.Write);
        }
    });

    public static EnterpriseAwards? AwardsOf(byte[] bytes) => Read(bytes, reader =>
    {
        var awards = ReadTables(reader, reader.ReadInt64);
        var classes = new EnterpriseClass[reader.ReadInt32()];
        for (var index = 0; index < classes.Length; index++)
        {
            var (name, values) = (reader.ReadString(), new string[reader.ReadInt32()]);
            for (var value = 0; value < values.Length; value++) values[value] = reader.ReadString();
            classes[index] = new EnterpriseClass(name, values, ReadTables(reader, reader.ReadInt32));
        }

        return new EnterpriseAwards(awards) { Classes = classes };
    });

    private static void Write(BinaryWriter writer, long[] row)
    {
        writer.Write(row.Length);
        foreach (var number in row) writer.Write(number);
    }

    private static long[] ReadLongs(BinaryReader reader, int length)
    {
        if (reader.ReadInt32() != length) throw new InvalidDataException("a row of another length");
        var row = new long[length];
        for (var index = 0; index < length; index++) row[index] = reader.ReadInt64();
        return row;
    }

    // Nothing stands for a row that is not there.
    private static long[]? ReadSome(BinaryReader reader, int length)
    {
        var written = reader.ReadInt32();
        reader.BaseStream.Position -= sizeof(int);
        if (written != 0 || length == 0) return ReadLongs(reader, length);
        _ = reader.ReadInt32();
        return null;
    }

    private static void Write<T>(BinaryWriter writer, IReadOnlyList<IReadOnlyDictionary<int, T>> tables, Action<T> write)
    {
        writer.Write(tables.Count);
        foreach (var table in tables)
        {
            writer.Write(table.Count);
            foreach (var (key, value) in table.OrderBy(pair => pair.Key))
            {
                writer.Write(key);
                write(value);
            }
        }
    }

    private static IReadOnlyDictionary<int, T>[] ReadTables<T>(BinaryReader reader, Func<T> read)
    {
        var tables = new IReadOnlyDictionary<int, T>[reader.ReadInt32()];
        for (var index = 0; index < tables.Length; index++)
        {
            var (count, table) = (reader.ReadInt32(), new Dictionary<int, T>());
            for (var row = 0; row < count; row++)
            {
                var key = reader.ReadInt32();
                table[key] = read();
            }

            tables[index] = table;
        }

        return tables;
    }

    private static byte[] Written(Action<BinaryWriter> write)
    {
        using var stream = new MemoryStream();
        using (var writer = new BinaryWriter(stream)) write(writer);
        return stream.ToArray();
    }

    private static T? Read<T>(byte[] bytes, Func<BinaryReader, T> read)
        where T : class
    {
        using var reader = new BinaryReader(new MemoryStream(bytes));
        try
        {
            var value = read(reader);
            return reader.BaseStream.Position == bytes.Length ? value : null;
        }
        catch (Exception fault) when (fault is IOException or InvalidDataException)
        {
            return null;
        }
    }
}
