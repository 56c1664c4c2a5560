// One message between BudgetSim and a worker process: length, operation, number, body.
using System.Buffers.Binary;

namespace BudgetSim.OrTools.Workers;

/// <summary>
/// A message on a worker's standard input or output: body length u32, operation u8, number u32 (little-endian), then the body.
/// A reply carries the number of its request.
/// </summary>
internal sealed record WorkerFrame(byte Operation, uint Number, byte[] Body)
{
    /// <summary>The operation of a reply whose body is the result.</summary>
    public const byte Done = 0;

    /// <summary>The operation of a reply whose body is one line of text saying why there is no result.</summary>
    public const byte Refused = 1;

    private const int HeaderLength = 9;

    /// <summary>Writes the message and flushes.</summary>
    public void WriteTo(Stream stream)
    {
        var header = new byte[HeaderLength];
        BinaryPrimitives.WriteUInt32LittleEndian(header, (uint)Body.Length);
        header[4] = Operation;
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(5), Number);
        stream.Write(header);
        stream.Write(Body);
        stream.Flush();
    }

    /// <summary>Reads one message.</summary>
    /// <exception cref="IOException">The stream ended, or what stands there is no message.</exception>
    public static WorkerFrame ReadFrom(Stream stream)
    {
        var header = new byte[HeaderLength];
        stream.ReadExactly(header);
        var length = BinaryPrimitives.ReadUInt32LittleEndian(header);
        if (header[4] > Refused || length > int.MaxValue / 2) throw new IOException("the worker sent something that is no reply");
        var body = new byte[length];
        stream.ReadExactly(body);
        return new WorkerFrame(header[4], BinaryPrimitives.ReadUInt32LittleEndian(header.AsSpan(5)), body);
    }
}
