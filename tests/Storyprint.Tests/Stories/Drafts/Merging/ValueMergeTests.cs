using Storyprint.Stories.Drafts;
using Storyprint.Stories.Drafts.Merging;

namespace Storyprint.Tests.Stories.Drafts.Merging;

public sealed class ValueMergeTests
{
    [Theory]
    [InlineData("1", "2", "1", "2", false)]
    [InlineData("1", "2", "2", "2", false)]
    [InlineData("1", null, "1", null, false)]
    [InlineData("1", "3", "2", "2", true)]
    [InlineData("1", null, "2", "2", true)]
    [InlineData(null, "2", "3", "2", true)]
    public void A_value_that_both_changed_differently_is_a_choice(string? before, string? ours, string? theirs, string? merged, bool isChoice)
    {
        var values = new ValueMerge(Drafted.Ines, Drafted.Jens);
        Assert.Equal(merged, values.Values(Named(before), Named(ours), Named(theirs))["depth"]);
        Assert.Equal(isChoice, values.Choices([], [], []).Count == 1);
    }

    private static NamedValues<string> Named(string? value) => value is null ? NamedValues.Empty<string>() : NamedValues.Of("depth", value);
}
