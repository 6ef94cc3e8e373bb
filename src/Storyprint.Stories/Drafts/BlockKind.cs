namespace Storyprint.Stories.Drafts;

/// <summary>The kinds of blocks of a draft. What each may hold is in <see cref="BlockShape"/>.</summary>
public enum BlockKind
{
    Story,
    Byline,
    Topic,

    /// <summary>A correction note.</summary>
    Note,
    Paragraph,
    Heading,
    Quotation,

    /// <summary>A paragraph of a quotation.</summary>
    Passage,
    PullQuote,
    List,
    Item,
    Table,
    Column,

    /// <summary>The head row of a table.</summary>
    Head,
    Row,
    Picture,
    Embed,
    Break,

    /// <summary>A note to the desk in the text. It is in no content, so it can reach neither paper nor web.</summary>
    Fence,
}
