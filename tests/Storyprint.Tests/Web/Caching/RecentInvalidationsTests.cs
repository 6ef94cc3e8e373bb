using Storyprint.Web.Caching;

namespace Storyprint.Tests.Web.Caching;

public sealed class RecentInvalidationsTests
{
    private readonly RecentInvalidations invalidations = new();

    [Fact]
    public void A_render_is_affected_by_what_came_after_it_began_and_by_nothing_else()
    {
        invalidations.Add(CacheTagSet.Hashes(["story-1"]));
        var began = invalidations.Version;
        Assert.False(invalidations.Affect(new CacheTagSet(["story-1"]), began));
        invalidations.Add(CacheTagSet.Hashes(["story-2"]));
        Assert.False(invalidations.Affect(new CacheTagSet(["story-1"]), began));
        Assert.True(invalidations.Affect(new CacheTagSet(["latest-en", "story-2"]), began));
    }

    [Fact]
    public void Everything_affects_every_render_under_way()
    {
        var began = invalidations.Version;
        invalidations.Add(null);
        Assert.True(invalidations.Affect(new CacheTagSet([]), began));
    }

    [Fact]
    public void A_render_older_than_what_is_remembered_is_affected()
    {
        var began = invalidations.Version;
        for (var number = 0; number < 100; number++)
        {
            invalidations.Add(CacheTagSet.Hashes([$"story-{number}"]));
        }

        Assert.True(invalidations.Affect(new CacheTagSet(["about"]), began));
        Assert.False(invalidations.Affect(new CacheTagSet(["about"]), invalidations.Version - 1));
    }

    [Fact]
    public void A_CacheTagSet_holds_each_tag_once() => Assert.Equal(16, new CacheTagSet(["a", "b", "a"]).Size);
}
