using System.Diagnostics.CodeAnalysis;
using Storyprint.Provenance.Names;
using Storyprint.Provenance.Notes;

namespace Storyprint.Provenance.Seals;

/// <summary>The publisher's key list, served at <c>/.well-known/storyprint/keys</c>. Each change is also an entry of the log.</summary>
public sealed record KeyList
{
    /// <summary>The maximum size of the document in bytes.</summary>
    public const int MaxLength = 256 * 1024;

    private KeyList(PublisherName publisher, IReadOnlyList<PublishedKey> keys) => (Publisher, Keys) = (publisher, keys);

    /// <summary>The publisher.</summary>
    public PublisherName Publisher { get; }

    /// <summary>All keys there ever were, of both roles.</summary>
    public IReadOnlyList<PublishedKey> Keys { get; }

    /// <summary>Creates a list. False, with a reason, where a key is another publisher's, listed twice, or contradicts itself.</summary>
    public static bool TryCreate(
        PublisherName publisher, IReadOnlyList<PublishedKey> keys, [NotNullWhen(true)] out KeyList? list, [NotNullWhen(false)] out string? reason)
    {
        reason = keys.Select((key, at) => Problem(publisher, key) ?? (keys.Take(at).Any(other => other.Key.PublicKey.SequenceEqual(key.Key.PublicKey))
            ? $"The key {key.Key} is listed twice, or has two roles."
            : null)).FirstOrDefault(problem => problem is not null);
        list = reason is null ? new KeyList(publisher, keys) : null;
        return list is not null;
    }

    /// <summary>Parses the JSON document. False, with a reason, where it is malformed or contradicts itself.</summary>
    public static bool TryParse(ReadOnlySpan<byte> json, [NotNullWhen(true)] out KeyList? list, [NotNullWhen(false)] out string? reason) =>
        KeyListDocument.TryRead(json, out list, out reason);

    /// <summary>The JSON document, UTF-8.</summary>
    public byte[] ToBytes() => KeyListDocument.Write(this);

    /// <summary>
    /// Judges a seal: it must be by a seal key of this publisher, dated within the key's time, with its revision in the log, and before the revocation if the
    /// key was revoked.
    /// </summary>
    /// <param name="link">The link of the mark.</param>
    /// <param name="logIndex">The log index of the revision that the link names, or null where the log has no such revision.</param>
    /// <remarks>
    /// The date in a seal is the signer's claim, and a thief of the key can write any date; but a thief cannot change the order of the log. So revocations go
    /// by index, not by time.
    /// </remarks>
    public SealVerdict Judge(SealLink link, long? logIndex)
    {
        var signer = Keys
            .Where(key => key.Role == KeyRole.Seal)
            .OrderBy(key => key.Ordinal == link.Seal.KeyOrdinal ? 0 : 1)
            .FirstOrDefault(key => link.Seal.IsSignedBy(key.Key, link.Revision));
        return signer switch
        {
            null => new SealVerdict.NotSigned(),
            _ when !signer.WasInUseAt(link.Seal.IssuedAt) => new SealVerdict.OutsideKeyTime(signer),
            _ when logIndex is null => new SealVerdict.NotInLog(signer),
            _ when signer.RevokedAtIndex <= logIndex => new SealVerdict.KeyRevoked(signer),
            _ => new SealVerdict.Counts(signer, link.LeadsTo(Publisher)),
        };
    }

    private static string? Problem(PublisherName publisher, PublishedKey key) => key switch
    {
        _ when key.Key.Name != publisher.KeyName(key.Role) || key.Key.Algorithm != NoteAlgorithm.Ed25519 => $"{key.Key} is not a {key.Role.Word} key of {publisher}.",
        _ when key.Ordinal is < 0 or > Seal.MaxKeyOrdinal => $"The ordinal of {key.Key} is not 0 to {Seal.MaxKeyOrdinal}.",
        _ when key.Until < key.From => $"{key.Key} ends before it begins.",
        _ when key.RevokedAtIndex < 0 => $"{key.Key} is revoked at a negative index.",
        _ => null,
    };
}
