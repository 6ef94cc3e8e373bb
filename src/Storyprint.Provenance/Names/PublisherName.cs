using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace Storyprint.Provenance.Names;

/// <summary>
/// The publisher as keys and entries name it: the host of the publication in lower case, with a port where it needs one.
/// Its log's origin and key name is <c>PUBLISHER/log</c>, its seal key's name <c>PUBLISHER/seal</c>.
/// </summary>
public sealed partial record PublisherName
{
    private PublisherName(string text) => Text = text;

    /// <summary>For example <c>news.example.org</c>; 1 to 253 ASCII characters.</summary>
    public string Text { get; }

    /// <summary>The name of one of the publisher's keys, and for <see cref="KeyRole.Log"/> the log's origin line as well.</summary>
    public string KeyName(KeyRole role) => $"{Text}/{role.Word}";

    /// <summary>Reads a name as it is written in an entry: lower case only.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out PublisherName? name)
    {
        name = text is { Length: <= 253 } && Shape().IsMatch(text) ? new PublisherName(text) : null;
        return name is not null;
    }

    /// <summary>Reads a name that is known to be good.</summary>
    /// <exception cref="FormatException">It is not a host in lower case.</exception>
    public static PublisherName Parse(string text) =>
        TryParse(text, out var name) ? name : throw new FormatException($"'{text}' is not a host name in lower case.");

    /// <inheritdoc/>
    public override string ToString() => Text;

    // No character can be taken by two of its parts, so that no text makes it look twice.
    [GeneratedRegex(@"\A[a-z0-9]+(-+[a-z0-9]+)*(\.[a-z0-9]+(-+[a-z0-9]+)*)*(:[1-9][0-9]{0,4})?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Shape();
}
