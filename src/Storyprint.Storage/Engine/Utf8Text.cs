using System.Text;

namespace Storyprint.Storage.Engine;

/// <summary>A text for the database in UTF-8, as SQLite stores it: half as large as a string while it waits, and not encoded again.</summary>
internal sealed class Utf8Text(byte[] bytes)
{
    /// <summary>The text; unpaired surrogates become U+FFFD.</summary>
    public static Utf8Text From(string text) => new(Encoding.UTF8.GetBytes(text));

    public ReadOnlySpan<byte> Bytes => bytes;

    public override string ToString() => Encoding.UTF8.GetString(bytes);
}
