using Storyprint.Web.Caching;

namespace Storyprint.Tests.Web.Caching;

public sealed class GhostListTests
{
    [Fact]
    public void A_key_is_remembered_until_as_many_others_came()
    {
        var ghosts = new GhostList();
        for (var number = 0; number < 5; number++)
        {
            ghosts.Add($"/{number}", 3);
        }

        Assert.False(ghosts.Remove("/0"));
        Assert.False(ghosts.Remove("/1"));
        Assert.True(ghosts.Remove("/2"));
        Assert.False(ghosts.Remove("/2"));
    }

    [Fact]
    public void A_key_that_is_added_again_stays_its_full_time()
    {
        var ghosts = new GhostList();
        ghosts.Add("/a", 3);
        ghosts.Add("/b", 3);
        ghosts.Add("/a", 3);
        ghosts.Add("/c", 3);
        ghosts.Add("/d", 3);
        Assert.True(ghosts.Remove("/a"));
        Assert.False(ghosts.Remove("/b"));
    }

    [Fact]
    public void A_key_that_is_removed_and_added_again_is_not_dropped_with_its_first_time()
    {
        var ghosts = new GhostList();
        ghosts.Add("/a", 2);
        Assert.True(ghosts.Remove("/a"));
        ghosts.Add("/a", 2);
        ghosts.Add("/b", 2);
        Assert.True(ghosts.Remove("/a"));
    }
}
