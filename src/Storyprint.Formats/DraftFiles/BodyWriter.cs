using Storyprint.Stories.Body;

namespace Storyprint.Formats.DraftFiles;

/// <summary>
/// Writes the blocks of a draft as Markdown. Everything written is read back before it counts: what does not come back as it was is guarded, and what still does not
/// is named in the file and kept.
/// </summary>
internal sealed class BodyWriter(KnownBlocks known)
{
    public const string KeptMark = "storyprint";

    private const int WordsShown = 300;
    private const string Apart = "\n\n<!-- -->\n\n";
    private const string Beside = "\n\n";

    private readonly List<string> kept = [];

    /// <summary>The first words of each block that is only named.</summary>
    public IReadOnlyList<string> Kept => kept;

    public string Write()
    {
        Block[] all = [.. known.All.Select(block => block.Value)];
        string[] parts = [.. known.All.Select(block => Written(block.Key, block.Value))];

        // Two lists with nothing between them would be one.
        var body = string.Concat(parts.Select((part, at) => at == 0 ? part : (all[at - 1] is BulletList && all[at] is BulletList ? Apart : Beside) + part));
        body = Reads(body, all, known) ? body : string.Join(Apart, parts);
        return (body.Length == 0 || Reads(body, all, known) ? body : KeptWhole()) + "\n";
    }

    /// <summary>Whether Markdown is read as these blocks.</summary>
    public static bool Reads(string markdown, IReadOnlyList<Block> blocks, KnownBlocks known)
    {
        try
        {
            return SameBlocks.Are(new BodyReader(markdown, known, 1).Read(), blocks);
        }
        catch (RefusedDraftFile)
        {
            return false;
        }
    }

    private string Written(string name, Block block)
    {
        foreach (var isGuarded in (bool[])[false, true])
        {
            if (new BlockWriter(known, isGuarded).Write(block) is { } markdown && Reads(markdown, [block], known))
            {
                return markdown;
            }
        }

        return KeptAs(name, block);
    }

    private string KeptWhole()
    {
        kept.Clear();
        return string.Join(Beside, known.All.Select(block => KeptAs(block.Key, block.Value)));
    }

    // An empty paragraph is no news.
    private string KeptAs(string name, Block block)
    {
        var words = string.Join(' ', string.Join(' ', block.Texts).Replace('`', '\'').Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (words.Length == 0)
        {
            return $"<!-- {KeptMark} {name} -->";
        }

        words = words.Length <= WordsShown ? words : words[..WordsShown] + " …";
        kept.Add(words);
        return $"```{KeptMark} {name}\nThis stays as it is, wherever you move it. What is written between these lines is not read.\n{words}\n```";
    }
}
