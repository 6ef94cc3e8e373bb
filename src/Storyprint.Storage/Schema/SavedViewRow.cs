namespace Storyprint.Storage.Schema;

/// <summary>A list of stories that somebody named to look at it again.</summary>
public sealed class SavedViewRow
{
    public required string Id { get; set; }

    public required string PersonId { get; set; }

    public required string Name { get; set; }

    /// <summary>What is chosen, as the query of the page's address.</summary>
    public required string Query { get; set; }

    /// <summary>UTC milliseconds since 1970.</summary>
    public long CreatedAt { get; set; }
}
