using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace Storyprint.Provenance.Names;

/// <summary>
/// The publisher's name in keys and entries: the host of the publication in lower case, with a port if needed. Its log's origin and key name is
/// <c>PUBLISHER/log</c>, the name of its seal key <c>PUBLISHER/seal</c>.
/// </summary>
public sealed partial record PublisherName
{
    private PublisherName(string text) => Text = text;

    /// <summary>For example <c>news.example.org</c>; 1 to 253 ASCII characters.</summary>
    public string Text { get; }

    /// <summary>The name of one of the publisher's keys, and for <see cref="KeyRole.Log"/> the log's origin line as well.</summary>
    public string KeyName(KeyRole role) => $"{Text}/{role.Word}";

    /// <summary>Parses a name as in an entry: lower case only.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out PublisherName? name)
    {
        name = text is { Length: <= 253 } && Shape().IsMatch(text) ? new PublisherName(text) : null;
        return name is not null;
    }

    /// <summary>Parses a name that is known to be valid.</summary>
    /// <exception cref="FormatException">It is not a host in lower case.</exception>
    public static PublisherName Parse(string text) =>
        TryParse(text, out var name) ? name : throw new FormatException($"'{text}' is not a host name in lower case.");

    /// <inheritdoc/>
    public override string ToString() => Text;

    // No character matches two of its parts, so no text makes it backtrack.
    [GeneratedRegex(@"\A[a-z0-9]+(-+[a-z0-9]+)*(\.[a-z0-9]+(-+[a-z0-9]+)*)*(:[1-9][0-9]{0,4})?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Shape();
}
