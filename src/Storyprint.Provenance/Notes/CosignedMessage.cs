using System.Globalization;
using System.Text;

namespace Storyprint.Provenance.Notes;

/// <summary>The message of a cosignature (tlog-cosignature, "Ed25519 signed message"): two lines before the checkpoint's text.</summary>
internal static class CosignedMessage
{
    public static byte[] Create(long time, ReadOnlySpan<byte> text) =>
        [.. Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"cosignature/v1\ntime {time}\n")), .. text];
}
