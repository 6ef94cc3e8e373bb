using System.Text;

namespace Storyprint.Formats.Encodings;

/// <summary>Encodings by the names that administrators and browsers use.</summary>
public static class TextEncoding
{
    /// <summary>The encoding of a name such as <c>windows-1256</c> or <c>koi8-r</c>; null for a name that nobody knows, and for UTF-8, which is recognised without it.</summary>
    public static Encoding? Find(string name) => TextEncodings.Labelled(name);

    // One for each code page that texts still come in; of the first the words are told apart by languages.
    private static readonly string[] Languages = ["en", "fa", "ar", "ru", "de", "fr", "es", "pl", "tr", "el", "he"];

    /// <summary>The text of bytes that nobody says anything of: by their marks, as UTF-8, as what they declare, or in the code page whose words they hold; null for what is no text.</summary>
    public static string? Read(byte[] bytes) => TextEncodingDetector.Decode(bytes, new UnlabelledText(null, Languages)).Text ?? Western(bytes);

    // The one code page in which nearly all bytes are letters: taken where nothing speaks for another.
    private static string? Western(byte[] bytes) => bytes.AsSpan().Contains((byte)0) ? null : TextEncodingDetector.Strict(CodePagesEncodingProvider.Instance.GetEncoding(1252)!, bytes)?.Text;
}
