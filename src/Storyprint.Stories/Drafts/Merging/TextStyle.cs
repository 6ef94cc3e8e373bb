using Storyprint.Stories.Body;
using Storyprint.Stories.Links;

namespace Storyprint.Stories.Drafts.Merging;

/// <summary>The marks of a character.</summary>
internal sealed record TextStyle(Emphasis Emphasis, LinkTarget? Link, string? Was)
{
    public static TextStyle Plain { get; } = new(Emphasis.None, null, null);

    public static TextStyle Of(TextRun run) => run is { Emphasis: Emphasis.None, Link: null, Was: null } ? Plain : new TextStyle(run.Emphasis, run.Link, run.Was);

    public TextRun Run(string text) => new(text, Emphasis, Link, Was);

    public bool HasLinkOf(TextStyle other) => Link == other.Link && Was == other.Was;

    /// <summary>Both changes of a style; null where both led the link elsewhere.</summary>
    public static TextStyle? Merge(TextStyle before, TextStyle ours, TextStyle theirs)
    {
        if (ours == theirs || before == theirs)
        {
            return ours;
        }

        if (before == ours)
        {
            return theirs;
        }

        // A bit that either changed is the other way round; both cannot change it differently.
        var emphasis = before.Emphasis ^ ((before.Emphasis ^ ours.Emphasis) | (before.Emphasis ^ theirs.Emphasis));
        return before.HasLinkOf(ours) || ours.HasLinkOf(theirs) ? theirs with { Emphasis = emphasis }
            : before.HasLinkOf(theirs) ? ours with { Emphasis = emphasis }
            : null;
    }
}

/// <summary>What somebody changed of a style, to be done to other words too.</summary>
/// <param name="On">Emphasis that was added.</param>
/// <param name="Off">Emphasis that was taken away.</param>
/// <param name="Former">The link before, as a style without emphasis.</param>
/// <param name="Link">The link after.</param>
internal sealed record StyleChange(Emphasis On, Emphasis Off, TextStyle Former, TextStyle Link)
{
    public static StyleChange None { get; } = new(Emphasis.None, Emphasis.None, TextStyle.Plain, TextStyle.Plain);

    public static StyleChange Between(TextStyle before, TextStyle after) => before == after ? None : new StyleChange(
        after.Emphasis & ~before.Emphasis,
        before.Emphasis & ~after.Emphasis,
        before.HasLinkOf(after) ? TextStyle.Plain : before with { Emphasis = Emphasis.None },
        before.HasLinkOf(after) ? TextStyle.Plain : after with { Emphasis = Emphasis.None });

    public TextStyle Apply(TextStyle style)
    {
        var changed = style with { Emphasis = (style.Emphasis | On) & ~Off };
        return Former != Link && style.HasLinkOf(Former) ? changed with { Link = Link.Link, Was = Link.Was } : changed;
    }
}
