using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace Storyprint.People.SignIn;

/// <summary>Codes of authenticator apps: RFC 6238 with SHA-1, six digits, 30 seconds, which every app can.</summary>
public static class Totp
{
    private const int StepSeconds = 30;
    private const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <returns>160 random bits as base32 (RFC 4648), which apps take by QR code or typed.</returns>
    public static string CreateKey() => RandomNumberGenerator.GetString(Base32, 32);

    /// <summary>The step whose code this is: now, or one step before or after for clocks that differ; null where it is none of them.</summary>
    public static long? StepOf(string key, string code, DateTimeOffset now)
    {
        var digits = string.Concat(code.Where(char.IsDigit).Select(c => (char)('0' + (int)char.GetNumericValue(c))));
        if (digits.Length != 6 || Decode(key) is not { } secret)
        {
            return null;
        }

        var step = now.ToUnixTimeSeconds() / StepSeconds;
        long? found = null;
        foreach (var each in (long[])[step - 1, step, step + 1])
        {
            if (CryptographicOperations.FixedTimeEquals(System.Text.Encoding.ASCII.GetBytes(Code(secret, each)), System.Text.Encoding.ASCII.GetBytes(digits)))
            {
                found = each;
            }
        }

        return found;
    }

    /// <summary>The code of a step, for tests and for apps.</summary>
    public static string Code(string key, long step) => Code(Decode(key) ?? throw new FormatException("The key is not base32."), step);

    /// <summary>The address that apps read from a QR code.</summary>
    public static string Address(string key, string issuer, string userName) =>
        $"otpauth://totp/{Uri.EscapeDataString(issuer)}:{Uri.EscapeDataString(userName)}?secret={key}&issuer={Uri.EscapeDataString(issuer)}";

    private static string Code(byte[] secret, long step)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        Span<byte> mac = stackalloc byte[20];
#pragma warning disable CA5350 // RFC 6238's default; HMAC does not rest on SHA-1's resistance to collisions.
        HMACSHA1.HashData(secret, counter, mac);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadUInt32BigEndian(mac[(mac[^1] & 15)..]) & 0x7FFFFFFF;
        return (number % 1_000_000).ToString("000000", CultureInfo.InvariantCulture);
    }

    private static byte[]? Decode(string key)
    {
        var (bytes, bits, count) = (new List<byte>(20), 0, 0);
        foreach (var c in key)
        {
            var value = Base32.IndexOf(c, StringComparison.Ordinal);
            if (value < 0)
            {
                return null;
            }

            (bits, count) = ((bits << 5) | value, count + 5);
            if (count >= 8)
            {
                count -= 8;
                bytes.Add((byte)(bits >> count));
                bits &= (1 << count) - 1;
            }
        }

        return [.. bytes];
    }
}
