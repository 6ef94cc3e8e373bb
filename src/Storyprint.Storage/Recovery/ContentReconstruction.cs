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
    /// <param name="sizes">Width and height of the known pictures, by hash.</param>
    public static StoryContent Create(
        RevisionText text, StoryContent? before, ReleaseKind kind, DateTimeOffset at, IReadOnlyDictionary<string, (int Width, int Height)> sizes)
    {
        var read = text.Content;
        string Key(Block block) => string.Join('\n', CanonicalText.Lines(text.Version, block).Select(line => $"{line.Tag}: {line.Line}"));
        var blocks = (before?.Body ?? []).GroupBy(Key).ToDictionary(same => same.Key, same => same.First());
        var pictures = (before?.Body ?? []).OfType<Picture>().Where(picture => picture.IsStored).GroupBy(picture => picture.Hash!).ToDictionary(same => same.Key, same => same.First());
        var rebuilt = read with
        {
            Section = text.Version == TextVersion.V1 ? before?.Section ?? string.Empty : read.Section,
            Topics = text.Version == TextVersion.V1 ? before?.Topics ?? [] : read.Topics,
            Body = [.. read.Body.Select(block => blocks.GetValueOrDefault(Key(block)) ?? Lend(block, pictures, sizes))],
            Corrections = Notes(read.Corrections, before?.Corrections ?? [], kind, at),
        };

        // A lent block must not change a word of what was sealed.
        return CanonicalText.Create(text with { Content = rebuilt }) == CanonicalText.Create(text) ? rebuilt : read;
    }

    private static Block Lend(Block block, Dictionary<string, Picture> pictures, IReadOnlyDictionary<string, (int Width, int Height)> sizes) => block switch
    {
        Picture { Hash: { } hash } picture when pictures.TryGetValue(hash, out var same) => same with { Alt = picture.Alt.Length > 0 ? picture.Alt : same.Alt, Caption = picture.Caption, Credit = picture.Credit },
        Picture { Hash: { } hash } picture when sizes.TryGetValue(hash, out var size) => picture with { Width = size.Width, Height = size.Height },
        _ => block,
    };

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
