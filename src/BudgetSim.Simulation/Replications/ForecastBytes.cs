// Writes what a forecast keeps as bytes, stretch by stretch, and reads it again to the same bits.
namespace BudgetSim.Simulation.Replications;

/// <summary>
/// A stretch holds the rows of its own replications and the sums over all replications up to its end; stretches are read in the order in
/// which they were written. Whole numbers only.
/// </summary>
public static class ForecastBytes
{
    /// <summary>Everything of a forecast.</summary>
    public static byte[] Of(Forecast forecast) => Stretch(forecast, 0);

    /// <summary>The replications from <paramref name="first"/> on.</summary>
    public static byte[] Stretch(Forecast forecast, int first)
    {
        ArgumentNullException.ThrowIfNull(forecast);
        using var stream = new MemoryStream();
        using (var writer = new BinaryWriter(stream))
        {
            writer.Write(first);
            writer.Write(forecast.Finished);
            writer.Write(forecast.IsPrecise);
            foreach (var rows in forecast.Kept) Write(writer, rows, first, forecast.Finished);
            foreach (var number in Sums(forecast).SelectMany(sums => sums)) writer.Write7BitEncodedInt64(number);
        }

        return stream.ToArray();
    }

    /// <summary>The forecast of a model that <see cref="Of"/> wrote; null if the bytes are not that.</summary>
    public static Forecast? Read(byte[] bytes, ScenarioModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        var forecast = new Forecast(model);
        return Continue(forecast, bytes) ? forecast : null;
    }

    /// <summary>An empty forecast to be continued stretch by stretch.</summary>
    public static Forecast Empty(ScenarioModel model) => new(model);

    /// <summary>Adds the next stretch; false, with the forecast no longer of use, if it does not fit.</summary>
    public static bool Continue(Forecast forecast, byte[] bytes)
    {
        ArgumentNullException.ThrowIfNull(forecast);
        ArgumentNullException.ThrowIfNull(bytes);
        using var stream = new MemoryStream(bytes);
        using var reader = new BinaryReader(stream);
        try
        {
            var (first, last, isPrecise) = (reader.ReadInt32(), reader.ReadInt32(), reader.ReadBoolean());
            if (first != forecast.Finished || last < first || last > forecast.Model.Replications) return false;
            RunReplications.Reserve(forecast, last);
            foreach (var rows in forecast.Kept) Read(reader, rows, first, last);
            foreach (var sums in Sums(forecast)) ReadInto(reader, sums);
            (forecast.Finished, forecast.IsPrecise) = (last, isPrecise);
            return stream.Position == bytes.Length;
        }
        catch (Exception fault) when (fault is IOException or FormatException)
        {
            return false;
        }
    }

    private static void Write(BinaryWriter writer, KeptRows rows, int first, int last)
    {
        for (var row = 0; row < rows.Rows.Length; row++)
        {
            var part = rows.Rows[row].AsSpan(first, last - first);
            var isZero = !part.ContainsAnyExcept(0);
            writer.Write(isZero);
            if (isZero) continue;
            foreach (var number in part) writer.Write7BitEncodedInt64(number);
        }
    }

    private static void Read(BinaryReader reader, KeptRows rows, int first, int last)
    {
        for (var row = 0; row < rows.Rows.Length; row++)
        {
            if (reader.ReadBoolean()) continue;
            for (var replication = first; replication < last; replication++) rows.Add(row, replication, reader.Read7BitEncodedInt64());
        }
    }

    private static void ReadInto(BinaryReader reader, long[] sums)
    {
        for (var index = 0; index < sums.Length; index++) sums[index] = reader.Read7BitEncodedInt64();
    }

    private static IEnumerable<long[]> Sums(Forecast forecast) =>
        [
            forecast.Claims, forecast.PaidClaims, forecast.Gross, forecast.Undetermined, forecast.CutShort, .. forecast.PayerParts,
            .. forecast.Deducted,
        ];
}
