using Storyprint.Stories;
using Storyprint.Stories.Body;
using Storyprint.Stories.Canonical;
using Storyprint.Stories.Releases;

namespace Storyprint.Storage.Recovery;

/// <summary>
/// Reconstructs content from a canonical text and the previous revision, which lends what the text does not say: section and topics in version 1, whole blocks
/// with the same words (with their links, emphasis and alternative texts), and the times of notes.
/// </summary>
internal static class ContentReconstruction
{
    /// <param name="text">The result of <see cref="CanonicalText.TryRead"/>.</param>
    /// <param name="before">The newest earlier revision with a text.</param>
    /// <param name="known">The known files by hash: width and height of pictures; name, kind and size of others.</param>
    public static StoryContent Create(
        RevisionText text, StoryContent? before, ReleaseKind kind, DateTimeOffset at, IReadOnlyDictionary<string, KnownFile> known)
    {
        var read = text.Content;
        string Key(Block block) => string.Join('\n', CanonicalText.Lines(text.Version, block).Select(line => $"{line.Tag}: {line.Line}"));
        var blocks = (before?.Body ?? []).GroupBy(Key).ToDictionary(same => same.Key, same => same.First());
        var pictures = (before?.Pictures ?? []).Where(picture => picture.IsStored).GroupBy(picture => picture.Hash!).ToDictionary(same => same.Key, same => same.First());
        var rebuilt = read with
        {
            Section = text.Version == TextVersion.V1 ? before?.Section ?? string.Empty : read.Section,
            Topics = text.Version == TextVersion.V1 ? before?.Topics ?? [] : read.Topics,
            Body = [.. read.Body.Select(block => blocks.GetValueOrDefault(Key(block)) ?? Lend(block, pictures, known))],
            Corrections = Notes(read.Corrections, before?.Corrections ?? [], kind, at),
        };

        // A lent block must not change a word of what was sealed.
        return CanonicalText.Create(text with { Content = rebuilt }) == CanonicalText.Create(text) ? rebuilt : read;
    }

    private static Block Lend(Block block, Dictionary<string, Picture> pictures, IReadOnlyDictionary<string, KnownFile> known) => block switch
    {
        Picture picture => Lend(picture, pictures, known),
        Gallery gallery => gallery with { Pictures = [.. gallery.Pictures.Select(picture => Lend(picture, pictures, known))] },
        MediaFile media => media with
        {
            File = Named(media.File, known),
            Poster = media.Poster is { } poster && known.TryGetValue(poster.Hash, out var still) ? poster with { Width = still.Width, Height = still.Height } : media.Poster,
        },
        DocumentFile document => document with { File = Named(document.File, known) },
        _ => block,
    };

    private static Picture Lend(Picture picture, Dictionary<string, Picture> pictures, IReadOnlyDictionary<string, KnownFile> known) =>
        picture.Hash is not { } hash ? picture
        : pictures.TryGetValue(hash, out var same) ? same with { Alt = picture.Alt.Length > 0 ? picture.Alt : same.Alt, Caption = picture.Caption, Credit = picture.Credit, Made = picture.Made ?? same.Made }
        : known.TryGetValue(hash, out var size) ? picture with { Width = size.Width, Height = size.Height }
        : picture;

    private static StoredFile? Named(StoredFile? file, IReadOnlyDictionary<string, KnownFile> known) =>
        file is not null && known.TryGetValue(file.Hash, out var kept) && kept.Name is { } name ? new StoredFile(file.Hash, name, kept.MediaType, kept.Bytes) : file;

    private static List<CorrectionNote> Notes(IReadOnlyList<CorrectionNote> read, IReadOnlyList<CorrectionNote> before, ReleaseKind kind, DateTimeOffset at)
    {
        var notes = new List<CorrectionNote>(read.Count);
        var added = read.Count - before.Count;
        foreach (var (index, note) in read.Index())
        {
            var stood = index - added is >= 0 and var place && place < before.Count ? before[place] : null;
            notes.Add(stood is null ? note with { Kind = kind == ReleaseKind.Retraction && index == 0 ? NoteKind.Retraction : NoteKind.Correction }
                : CanonicalLine.Normalize(stood.Text) == note.Text ? stood
                : stood with { Text = note.Text, Said = note.Said, Says = note.Says, FoundBy = note.FoundBy ?? stood.FoundBy, CorrectedAt = at });
        }

        return notes;
    }
}

/// <summary>What the database knows of a file.</summary>
/// <param name="Width">0 where it is no picture.</param>
/// <param name="Name">Null for a picture.</param>
internal sealed record KnownFile(int Width, int Height, string? Name, string MediaType, long Bytes);
