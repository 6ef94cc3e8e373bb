namespace Storyprint.Stories.Drafts;

/// <summary>
/// The draft of a story: a tree of blocks with identities, and the choices that merges left open. The root is of kind <see cref="BlockKind.Story"/>, with
/// bylines, body, topics and correction notes in it, in this order.
/// </summary>
public sealed record StoryDraft(DraftBlock Root)
{
    /// <summary>All blocks in reading order, the root first.</summary>
    public IEnumerable<DraftBlock> All => Root.All;

    /// <summary>The blocks of the body.</summary>
    public IEnumerable<DraftBlock> Body => Root.Blocks.Where(block => BlockShape.Of(block.Kind).Part == StoryPart.Body);

    /// <summary>Whether somebody has something to choose; such a draft cannot be released.</summary>
    public bool HasChoices => All.Any(block => block.Removal is not null || block.Choices.Count > 0 || block.Texts.Pairs.Any(text => text.Value.Choices.Any()));

    /// <summary>A text of the story itself, such as its headline.</summary>
    public DraftText Text(string name) => Root.Texts[name] ?? DraftText.Empty;
}
