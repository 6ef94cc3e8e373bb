using System.Text;

namespace Storyprint.Formats.Encodings;

/// <summary>Encodings by the names that administrators and browsers use.</summary>
public static class TextEncoding
{
    /// <summary>The encoding of a name such as <c>windows-1256</c> or <c>koi8-r</c>; null for a name that nobody knows, and for UTF-8, which is recognised without it.</summary>
    public static Encoding? Find(string name) => TextEncodings.Labelled(name);
}
