using Storyprint.Newsroom.Spelling;

namespace Storyprint.Tests.Text.Harmless;

public sealed class EditTableTests
{
    private static readonly HunspellDictionaries Dictionaries = new();

    [Fact]
    public void Of_two_hundred_edits_that_change_the_meaning_none_is_silent()
    {
        Assert.InRange(EditTable.Meaning.Count, 200, 400);
        Assert.Equal([], EditTable.Meaning.Where(edit => Harmlessness.IsFree(edit.Language, edit.Before, edit.After, Dictionaries)));
    }

    [Fact]
    public void Nor_is_one_that_takes_such_an_edit_back() => Assert.Equal(
        [], EditTable.Meaning.Where(edit => Harmlessness.IsFree(edit.Language, edit.After, edit.Before)));

    [Fact]
    public void Of_a_hundred_harmless_edits_at_most_ten_ask_for_a_note()
    {
        Assert.SkipUnless(Dictionaries.Knows("en", "house") == true, "No English dictionary of Hunspell is installed.");
        Assert.InRange(EditTable.Harmless.Count, 100, 200);
        Assert.All(EditTable.Harmless, edit => Assert.NotEqual(edit.Before, edit.After));
        var asked = EditTable.Harmless.Where(edit => !Harmlessness.IsFree(edit.Language, edit.Before, edit.After, Dictionaries)).ToList();
        Assert.True(asked.Count <= 10, string.Join('\n', asked));
    }
}
