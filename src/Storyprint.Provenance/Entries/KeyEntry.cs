using System.Diagnostics.CodeAnalysis;
using System.Text;
using Storyprint.Provenance.Names;
using Storyprint.Provenance.Notes;

namespace Storyprint.Provenance.Entries;

/// <summary>A change of one of the publisher's keys: <c>storyprint/key/v1</c>.</summary>
public sealed record KeyEntry : LogEntry
{
    internal static ReadOnlySpan<byte> Kind => "storyprint/key/v1"u8;

    /// <summary>The publisher.</summary>
    public required PublisherName Publisher { get; init; }

    /// <summary>The key's role.</summary>
    public required KeyRole Role { get; init; }

    /// <summary>The key. Its name is the publisher's for this role.</summary>
    public required VerifierKey Key { get; init; }

    /// <summary>What changed.</summary>
    public required KeyChange Change { get; init; }

    /// <summary>Since when, to the second.</summary>
    public required DateTimeOffset At { get; init; }

    /// <inheritdoc/>
    public override DateTimeOffset? Time => At;

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">The key is not the publisher's for this role.</exception>
    public override byte[] ToBytes() =>
        Key.Name == Publisher.KeyName(Role) && Key.Algorithm == NoteAlgorithm.Ed25519
            ? Encoding.ASCII.GetBytes($"storyprint/key/v1\npublisher {Publisher}\nrole {Role.Word}\nvkey {Key}\n{Change.Word} {EntryTime.Format(At)}\n")
            : throw new InvalidOperationException($"{Key} is not the {Role.Word} key of {Publisher}.");

    internal static bool TryRead(ReadOnlySpan<byte> bytes, [NotNullWhen(true)] out KeyEntry? entry, [NotNullWhen(false)] out string? reason)
    {
        entry = null;
        reason = "A key entry has five ASCII lines: the kind, publisher, role, vkey, and one of from, until, revoked.";
        if (!EntryLines.TrySplit(bytes, out var lines) || lines.Length != 5
            || !PublisherName.TryParse(EntryLines.Value(lines[1], "publisher"), out var publisher)
            || !KeyRole.TryParseWord(EntryLines.Value(lines[2], "role"), out var role)
            || lines[4].Split(' ') is not [var word, var at]
            || !KeyChange.TryParseWord(word, out var change) || !EntryTime.TryParse(at, out var time))
        {
            return false;
        }

        if (!VerifierKey.TryParse(EntryLines.Value(lines[3], "vkey"), out var key, out var problem)
            || key.Name != publisher.KeyName(role) || key.Algorithm != NoteAlgorithm.Ed25519)
        {
            reason = problem ?? $"The key is not the {role.Word} key of {publisher}.";
            return false;
        }

        (entry, reason) = (new KeyEntry { Publisher = publisher, Role = role, Key = key, Change = change, At = time }, null);
        return true;
    }
}
