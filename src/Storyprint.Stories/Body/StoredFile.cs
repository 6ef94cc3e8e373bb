using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Serialization;

namespace Storyprint.Stories.Body;

/// <summary>A document, sound or film that is kept here, as one value: no merge takes the hash of one file and the name of another.</summary>
/// <param name="Hash">SHA-256 of its bytes in lower-case hex.</param>
/// <param name="Name">The name under which it is served.</param>
/// <param name="Bytes">Its size.</param>
public sealed record StoredFile(string Hash, string Name, string MediaType, long Bytes)
{
    private const int HashLength = 64;
    private const int LongestName = 200;

    /// <summary>The path at which it is served.</summary>
    [JsonIgnore]
    public string Path => $"/media/{Hash}/file/{Uri.EscapeDataString(Name)}";

    // A file that is known by its hash alone, as from a sealed text, has neither name nor type.
    private const string Unknown = "-";

    /// <summary>Parses <c>HASH 48213 audio/mpeg harbour.mp3</c>.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out StoredFile? file)
    {
        file = text?.Split(' ') is [{ Length: HashLength } hash, var size, var type, { Length: > 0 and <= LongestName } name]
            && hash.All(char.IsAsciiHexDigitLower)
            && long.TryParse(size, NumberStyles.None, CultureInfo.InvariantCulture, out var bytes)
            && (type == Unknown || type.Split('/') is [{ Length: > 0 }, { Length: > 0 }]) && type.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '/' or '.' or '-' or '+')
            && name.All(letter => char.IsLetterOrDigit(letter) || letter is '.' or '-' or '_')
                ? new StoredFile(hash, name == Unknown ? string.Empty : name, type == Unknown ? string.Empty : type, bytes) : null;
        return file is not null && file.ToString() == text;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Hash} {Bytes} {(MediaType.Length > 0 ? MediaType : Unknown)} {(Name.Length > 0 ? Name : Unknown)}");
}
