using Storyprint.Stories.Body;
using Storyprint.Stories.Drafts;
using Storyprint.Stories.Links;

namespace Storyprint.Formats.DraftFiles;

/// <summary>
/// The blocks that a file is made from, by which it names what it does not say itself: blocks that it keeps by their identities, pictures by their files, and the
/// links that came with an archive.
/// </summary>
internal sealed class KnownBlocks
{
    private const int HashShown = 12;

    private readonly Dictionary<string, Block> byName;
    private readonly Dictionary<string, Picture> files = [];
    private readonly Dictionary<Picture, string> sources = [];
    private readonly Dictionary<(string Address, string Words), string?> links = [];
    private readonly Dictionary<string, string?> addresses = [];

    private KnownBlocks(IReadOnlyList<KeyValuePair<BlockId, Block>> body)
    {
        All = [.. body.Select(block => KeyValuePair.Create(block.Key.Value, block.Value))];
        byName = All.ToDictionary(block => block.Key, block => block.Value);
        foreach (var block in All.Select(block => block.Value))
        {
            if (block is Picture picture)
            {
                Name(FileOf(picture));
            }

            foreach (var text in block.RichTexts)
            {
                Note(text);
            }
        }
    }

    /// <summary>The blocks of the body by their names, in reading order.</summary>
    public IReadOnlyList<KeyValuePair<string, Block>> All { get; }

    public static KnownBlocks Of(StoryDraft draft) => new(DraftContent.Body(draft));

    public Block? Named(string name) => byName.GetValueOrDefault(name);

    /// <summary>What stands for the file of a picture: <c>picture:</c> and the beginning of its hash, or its address.</summary>
    public string SourceOf(Picture picture) => sources[FileOf(picture)];

    /// <summary>The file that a source stands for, without words; null for one that is new.</summary>
    public Picture? FileAt(string source) => files.GetValueOrDefault(source);

    /// <summary>What a link was in its archive, for one with these words, or else for the only one to this address.</summary>
    public string? WasOf(LinkTarget link, string words) => links.TryGetValue((link.Address, words), out var was) ? was : addresses.GetValueOrDefault(link.Address);

    // What a file says of a picture is not what it is.
    private static Picture FileOf(Picture picture) => picture with { Alt = string.Empty, Caption = RichText.Empty, Credit = string.Empty, Focus = FocalPoint.Centre };

    private void Name(Picture file)
    {
        if (sources.ContainsKey(file))
        {
            return;
        }

        var plain = file.Hash is { } hash ? $"picture:{hash[..Math.Min(HashShown, hash.Length)]}" : file.Address ?? string.Empty;
        var source = plain;
        for (var number = 2; files.ContainsKey(source); number++)
        {
            source = $"{plain}-{number}";
        }

        files[source] = file;
        sources[file] = source;
    }

    // Where one address was two things, the words beside it tell which.
    private void Note(RichText text)
    {
        for (var at = 0; at < text.Runs.Count;)
        {
            var first = text.Runs[at];
            List<TextRun> runs = [.. text.Runs.Skip(at).TakeWhile(run => run.Link == first.Link && run.Was == first.Was)];
            at += runs.Count;
            if (first.Link is { } link)
            {
                Set(links, (link.Address, string.Concat(runs.Select(run => run.Text))), first.Was);
                Set(addresses, link.Address, first.Was);
            }
        }
    }

    private static void Set<T>(Dictionary<T, string?> values, T key, string? value)
        where T : notnull => values[key] = values.TryGetValue(key, out var other) && other != value ? null : value;
}
