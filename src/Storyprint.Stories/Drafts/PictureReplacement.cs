namespace Storyprint.Stories.Drafts;

/// <summary>Puts another picture in the place of one, wherever a draft holds it: in the text, in galleries, before a film.</summary>
public static class PictureReplacement
{
    /// <summary>The draft with the other picture; its words stay, and the point that crops keep visible goes, which was one of the picture before.</summary>
    /// <param name="hash">SHA-256 of the picture's original, lower-case hex.</param>
    public static StoryDraft In(StoryDraft draft, string hash, PictureFile by) => draft with { Root = In(draft.Root, hash, by) };

    private static DraftBlock In(DraftBlock block, string hash, PictureFile by)
    {
        var values = block.Values;
        foreach (var name in (string[])["file", "poster"])
        {
            if (values[name] is { } value && PictureFile.TryParse(value, out var file) && file.Hash == hash)
            {
                values = values.With(name, by.ToString()).Without("focus");
            }
        }

        return block with { Values = values, Blocks = [.. block.Blocks.Select(each => In(each, hash, by))] };
    }
}
