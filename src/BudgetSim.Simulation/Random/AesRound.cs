// One round of AES, by the processor's own instruction where it has one, else from its definition, with the same bits.
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using ArmAes = System.Runtime.Intrinsics.Arm.Aes;

namespace BudgetSim.Simulation.Random;

/// <summary>Rounds of FIPS 197: SubBytes, ShiftRows, MixColumns, AddRoundKey; the last round leaves MixColumns out.</summary>
internal static class AesRound
{
    private static readonly byte[] Box = MakeBox();

    /// <summary>One round with <paramref name="key"/> added at its end.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector128<byte> Round(Vector128<byte> state, Vector128<byte> key)
    {
        if (Aes.IsSupported) return Aes.Encrypt(state, key);
        if (ArmAes.IsSupported) return ArmAes.MixColumns(ArmAes.Encrypt(state, Vector128<byte>.Zero)) ^ key;
        return ByDefinition(state, isLast: false) ^ key;
    }

    /// <summary>The last round.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector128<byte> Last(Vector128<byte> state, Vector128<byte> key)
    {
        if (Aes.IsSupported) return Aes.EncryptLast(state, key);
        if (ArmAes.IsSupported) return ArmAes.Encrypt(state, Vector128<byte>.Zero) ^ key;
        return ByDefinition(state, isLast: true) ^ key;
    }

    /// <summary>A round without its key, byte by byte.</summary>
    internal static Vector128<byte> ByDefinition(Vector128<byte> state, bool isLast)
    {
        Span<byte> moved = stackalloc byte[16];
        for (var place = 0; place < 16; place++) moved[place] = Box[state[(place + ((place & 3) * 4)) & 15]];
        if (!isLast) MixColumns(moved);
        return Vector128.Create<byte>(moved);
    }

    private static void MixColumns(Span<byte> bytes)
    {
        for (var column = 0; column < 16; column += 4)
        {
            var (a, b, c, d) = (bytes[column], bytes[column + 1], bytes[column + 2], bytes[column + 3]);
            bytes[column] = (byte)(Double(a) ^ Double(b) ^ b ^ c ^ d);
            bytes[column + 1] = (byte)(a ^ Double(b) ^ Double(c) ^ c ^ d);
            bytes[column + 2] = (byte)(a ^ b ^ Double(c) ^ Double(d) ^ d);
            bytes[column + 3] = (byte)(Double(a) ^ a ^ b ^ c ^ Double(d));
        }
    }

    // Times x in GF(2^8) modulo x^8 + x^4 + x^3 + x + 1.
    private static byte Double(byte value) => (byte)(((value << 1) ^ ((value >> 7) * 0x1B)) & 0xFF);

    // The inverse in GF(2^8), then the affine map; 3 generates the field, so powers of 3 and of 1/3 run through all pairs of inverses.
    private static byte[] MakeBox()
    {
        var box = new byte[256];
        byte power = 1, inverse = 1;
        do
        {
            power = (byte)(power ^ Double(power));
            inverse = DividedByThree(inverse);
            box[power] = Affine(inverse);
        }
        while (power != 1);
        box[0] = Affine(0);
        return box;
    }

    private static byte DividedByThree(byte value)
    {
        var sum = (value ^ (value << 1)) & 0xFF;
        sum = (sum ^ (sum << 2)) & 0xFF;
        sum = (sum ^ (sum << 4)) & 0xFF;
        return (byte)((sum & 0x80) == 0 ? sum : sum ^ 0x09);
    }

    private static byte Affine(byte value)
    {
        var turned = value * 0x101;
        return unchecked((byte)(value ^ (turned >> 7) ^ (turned >> 6) ^ (turned >> 5) ^ (turned >> 4) ^ 0x63));
    }
}
