namespace Storyprint.Storage.Schema;

/// <summary>What a person chose to be told of, where it is not the usual.</summary>
public sealed class NoticeChoiceRow
{
    public required string PersonId { get; set; }

    public required string Kind { get; set; }

    public int Mail { get; set; }
}
