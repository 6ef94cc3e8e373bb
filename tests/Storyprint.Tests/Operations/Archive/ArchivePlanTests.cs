using Storyprint.Operations.Archive;
using Storyprint.Operations.Sites;

namespace Storyprint.Tests.Operations.Archive;

public sealed class ArchivePlanTests(TestPublication publication) : IClassFixture<TestPublication>
{
    [Fact]
    public async Task Codes_and_social_images_are_not_drawn_again_where_only_the_pages_around_a_story_changed()
    {
        var contents = await ContentsAsync();
        var changed = Stamps(contents with { Basis = "a renamed section", LogKeys = "a new key" });
        Assert.NotEmpty(Images(Stamps(contents)));
        Assert.Equal(Images(Stamps(contents)), Images(changed));
        Assert.Empty(Stamps(contents).Where(part => part.Key.StartsWith("pages/", StringComparison.Ordinal)).Intersect(changed));
    }

    [Fact]
    public async Task They_are_drawn_again_where_what_they_show_changed()
    {
        var contents = await ContentsAsync();
        var moved = Stamps(contents with { MarkBasis = "another address", SocialImageBasis = contents.SocialImageBasis.ToDictionary(each => each.Key, _ => "another name") });
        Assert.Empty(Images(Stamps(contents)).Intersect(Images(moved)));
    }

    [Fact]
    public async Task Each_story_has_its_codes_and_a_social_image_unless_it_has_a_picture()
    {
        var contents = await ContentsAsync();
        var parts = new ArchivePlan(contents).Create().Select(part => part.Name).ToHashSet();
        Assert.All(contents.Stories, story =>
        {
            Assert.Contains($"marks/{story.Code}", parts);
            Assert.Equal(!story.HasPicture || story.Revision.Value > 1, parts.Contains($"card/{story.Code}"));
        });
    }

    private static Dictionary<string, string?> Stamps(ArchiveContents contents) => new ArchivePlan(contents).Create().ToDictionary(part => part.Name, part => part.ContentStamp);

    private static IEnumerable<KeyValuePair<string, string?>> Images(Dictionary<string, string?> stamps) =>
        stamps.Where(part => part.Key.StartsWith("marks/", StringComparison.Ordinal) || part.Key.StartsWith("card/", StringComparison.Ordinal));

    private async Task<ArchiveContents> ContentsAsync()
    {
        var installation = publication.Installation;
        await using var site = await InProcessSite.StartAsync(installation, installation.Publication, isCopy: true, TestContext.Current.CancellationToken);
        return await ArchiveContents.ReadAsync(installation, installation.Publication, site.Services, TestContext.Current.CancellationToken);
    }
}
