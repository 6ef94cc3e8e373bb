using System.Text;

namespace Storyprint.Storage.Engine;

/// <summary>A text on its way into a database, in the form in which SQLite takes it: half as large as a string while it waits, and not encoded again.</summary>
internal sealed class Utf8Text(byte[] bytes)
{
    /// <summary>The text, in which half a character becomes the sign of what cannot be read.</summary>
    public static Utf8Text From(string text) => new(Encoding.UTF8.GetBytes(text));

    public ReadOnlySpan<byte> Bytes => bytes;

    public override string ToString() => Encoding.UTF8.GetString(bytes);
}
