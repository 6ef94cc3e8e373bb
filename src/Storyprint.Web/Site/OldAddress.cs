using Storyprint.Stories.Codes;

namespace Storyprint.Web.Site;

/// <summary>What an address of an earlier system leads to.</summary>
internal abstract record OldAddress
{
    private OldAddress() { }

    /// <param name="Path">A page of ours, or an address elsewhere.</param>
    public sealed record Leads(string Path) : OldAddress;

    /// <summary>Its story was withdrawn.</summary>
    public sealed record Gone(StoryCode Code) : OldAddress;
}
