using Storyprint.Storage.Engine;
using Storyprint.Storage.Matching;
using Storyprint.Storage.Search;
using Storyprint.Stories;
using Storyprint.Stories.Canonical;

namespace Storyprint.Storage.Stories;

/// <summary>
/// The forms in which the database stores a text. Making them is most of the work of a release and needs no database, so it is done before the write lock is
/// taken.
/// </summary>
/// <param name="Head">What lists show of it.</param>
/// <param name="Json"><see cref="StoryJson"/> of the content.</param>
/// <param name="Note">The release's message to readers, or null. It is sealed with the content.</param>
/// <param name="Version">The version of the canonical text.</param>
/// <param name="Digest">SHA-256 of the canonical text.</param>
/// <param name="Search">Its row in the full text index.</param>
/// <param name="Fingerprints">By which a copy of it is recognised.</param>
internal sealed record StoredTextForms(StoryListing Head, Utf8Text Json, string? Note, TextVersion Version, byte[] Digest, SearchRow Search, IReadOnlyCollection<ulong> Fingerprints)
{
    public static StoredTextForms From(RevisionText text)
    {
        var search = SearchRow.From(text.Content);
        return new(
            StoryListing.From(text.Content), new Utf8Text(StoryJson.WriteUtf8(text.Content)), text.Note, text.Version, CanonicalText.Digest(text), search, StoryFingerprints.Of(search));
    }
}
