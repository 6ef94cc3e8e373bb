namespace Storyprint.Storage.Schema;

/// <summary>A person of a desk.</summary>
public sealed class PersonDeskRow
{
    public required string PersonId { get; set; }

    public required string Desk { get; set; }
}
