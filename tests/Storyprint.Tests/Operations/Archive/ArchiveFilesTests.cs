using System.Text;
using Storyprint.Operations.Archive;
using Storyprint.Operations.Sweep;
using Storyprint.Storage.Stories;
using Storyprint.Stories.Codes;
using Storyprint.Stories.Releases;

namespace Storyprint.Tests.Operations.Archive;

/// <summary>The small files and lists that an archive is made of.</summary>
public sealed class ArchiveFilesTests
{
    [Fact]
    public void A_ContentStamp_is_another_for_anything_else_and_the_same_for_the_same()
    {
        Assert.Equal(ContentStamp.Compute("a", "b"), ContentStamp.Compute("a", "b"));
        string[] stamps = [ContentStamp.Compute("a", "b"), ContentStamp.Compute("b", "a"), ContentStamp.Compute("a"), ContentStamp.Compute("a", "b", ""), ContentStamp.Compute(Encoding.UTF8.GetBytes("x"))];
        Assert.Equal(stamps.Length, stamps.Distinct().Count());
        Assert.All(stamps, stamp => Assert.Matches("^[0-9a-f]{32}$", stamp));
    }

    [Fact]
    public void A_RedirectPage_leads_on_without_script_and_runs_nothing_of_an_address()
    {
        var page = Encoding.UTF8.GetString(RedirectPage.To("/news/1/\"><script>x</script>", "https://ledger.example"));
        Assert.Contains("http-equiv=\"refresh\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
        Assert.Contains("href=\"https://ledger.example/news/1", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 0)]
    [InlineData(256, 2)]
    [InlineData(70_000, 547)]
    public void LogParts_are_full_tiles_that_never_change_and_one_tail(long size, int full)
    {
        var parts = LogParts.Create(size).ToList();
        Assert.Equal(full, parts.Count(part => part.ContentStamp == "full"));
        ArchivePart tail = Assert.Single(parts, part => part.Name == "log");
        Assert.Equal("/log/checkpoint", tail.Addresses[^1].Target);
        Assert.Equal(size == 0, tail.Addresses[^1].IsOptional);
        Assert.Equal(parts.SelectMany(part => part.Addresses).Count(), parts.SelectMany(part => part.Addresses).Select(address => address.Target).Distinct().Count());
    }

    [Fact]
    public void The_ArchiveReadMe_says_whose_archive_it_is_and_how_to_check_and_host_it()
    {
        var text = Encoding.UTF8.GetString(ArchiveReadMe.Create(TestPublication.Settings));
        Assert.Contains(TestPublication.Settings.MainEdition.Name, text, StringComparison.Ordinal);
        Assert.Contains("storyprint verify .", text, StringComparison.Ordinal);
        Assert.Contains("return 410", text, StringComparison.Ordinal);
        Assert.Contains("return 301 /en/feed.rss", text, StringComparison.Ordinal);
    }

    [Fact]
    public void SweptAddresses_of_a_withdrawn_story_are_all_that_a_page_mark_or_feed_of_it_names()
    {
        var story = new WithdrawnStory(
            StoryCode.FromDigits("20014"), "en", new RevisionNumber(2), new Withdrawal(WithdrawalReason.PersonalRights, DateTimeOffset.UnixEpoch), DateTimeOffset.UnixEpoch);
        var addresses = SweptAddresses.OfStory(story).ToList();
        Assert.All(
            (string[])["/20014", "/20014.1", "/20014.2", "/news/20014", "/news/20014/print", "/news/20014.2/print", "/news/20014/feed.rss", "/s/20014.1/A", "/api/v1/revisions/20014.1"],
            target => Assert.Contains(addresses, address => address.Target == target && address.Statuses.Contains(410)));
        Assert.All(SweptAddresses.OfPicture("ab"), address => Assert.StartsWith("/media/ab/", address.Target, StringComparison.Ordinal));
    }
}
