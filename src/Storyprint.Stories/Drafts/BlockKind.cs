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

    /// <summary>A paragraph of a quotation or of an answer.</summary>
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
    FactBox,

    /// <summary>A paragraph or an item of a fact box.</summary>
    Fact,
    Gallery,

    /// <summary>A sound or a film.</summary>
    Media,
    Document,

    /// <summary>A question; its answer is passages in it.</summary>
    Question,

    /// <summary>A list of stories to be read next.</summary>
    Related,

    /// <summary>One of them.</summary>
    RelatedStory,

    /// <summary>Which earlier story this one corrects.</summary>
    Corrects,

    /// <summary>A note to the desk in the text. It is in no content, so it can reach neither paper nor web.</summary>
    Fence,
}
