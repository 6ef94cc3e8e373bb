using Storyprint.Storage.Changes;
using Storyprint.Stories.Codes;
using Storyprint.Stories.Links;
using Storyprint.Web.Caching;

namespace Storyprint.Tests.Web.Caching;

public sealed class InvalidationTagsTests
{
    private static readonly ChangedStory Listed = new()
    {
        Code = StoryCode.FromDigits("20014"),
        Slug = Slug.From("library"),
        Edition = "en",
        Section = "city",
        Topics = ["libraries"],
        Bylines = ["maud-ferrier"],
        PublishedAt = new DateTimeOffset(2024, 3, 5, 23, 30, 0, TimeSpan.Zero),
        IsListed = true,
        IsVisible = true,
        TranslationKey = "library-2024",
        HasNotes = true,
    };

    [Fact]
    public void A_release_invalidates_the_story_and_every_list_it_stands_in()
    {
        var tags = InvalidationTags.From(Listed, TestPublication.Settings).ToList();
        Assert.Contains(CacheTag.Story(Listed.Code), tags);
        Assert.Contains(CacheTag.Latest("en"), tags);
        Assert.Contains(CacheTag.Section("en", "city"), tags);
        Assert.Contains(CacheTag.Topic("en", "libraries"), tags);
        Assert.Contains(CacheTag.Byline("en", "maud-ferrier"), tags);
        Assert.Contains(CacheTag.Corrections("en"), tags);
        Assert.Contains(CacheTag.Translations("library-2024"), tags);
        Assert.DoesNotContain(CacheTag.Latest("fa"), tags);
    }

    [Fact]
    public void The_day_is_that_of_the_editions_zone()
    {
        // 23:30 in Greenwich is the next day in Copenhagen.
        Assert.Contains(
            CacheTag.Day("en", new DateTimeOffset(2024, 3, 6, 0, 0, 0, TimeSpan.FromHours(1))), InvalidationTags.From(Listed, TestPublication.Settings));
    }

    [Fact]
    public void A_story_that_no_list_shows_invalidates_none_of_them_but_those_it_may_have_left()
    {
        var tags = InvalidationTags.From(Listed with { IsListed = false, HasNotes = false, TranslationKey = null }, TestPublication.Settings).ToList();
        Assert.DoesNotContain(tags, tag => tag.StartsWith("section-", StringComparison.Ordinal) || tag.StartsWith("latest-", StringComparison.Ordinal));
        Assert.Contains(CacheTag.Story(Listed.Code), tags);
        Assert.Contains(CacheTag.Deep("en"), tags);
        Assert.Contains(CacheTag.Archive("en"), tags);
    }
}
