using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Storyprint.Storage.Changes;
using Storyprint.Storage.Stories;
using Storyprint.Web.Caching;
using Storyprint.Web.Corrections;
using Storyprint.Web.Discovery.Sitemaps;
using Storyprint.Web.Feeds;
using Storyprint.Web.History;
using Storyprint.Web.PrintPages;
using Storyprint.Web.Scan;
using Storyprint.Web.Site;
using Storyprint.Web.SocialImages;

namespace Storyprint.Tests.Web;

public sealed class ServicesTests(TestPublication publication) : IClassFixture<TestPublication>
{
    // A handler that cannot be made is otherwise noticed by the first reader of its page.
    [Theory]
    [InlineData(typeof(FrontPageHandler))]
    [InlineData(typeof(StoryPageHandler))]
    [InlineData(typeof(StoryListHandler))]
    [InlineData(typeof(DateIndexHandler))]
    [InlineData(typeof(SearchHandler))]
    [InlineData(typeof(StandingPageHandler))]
    [InlineData(typeof(HowToCheckHandler))]
    [InlineData(typeof(LegacyUrlFallback))]
    [InlineData(typeof(GoneOrNotFound))]
    [InlineData(typeof(SiteResponses))]
    [InlineData(typeof(PrintPageHandler))]
    [InlineData(typeof(HistoryHandler))]
    [InlineData(typeof(ComparisonHandler))]
    [InlineData(typeof(CorrectionsHandler))]
    [InlineData(typeof(ScanHandler))]
    [InlineData(typeof(SitemapHandler))]
    [InlineData(typeof(FeedHandler))]
    [InlineData(typeof(FeedItems))]
    [InlineData(typeof(SocialImageHandler))]
    [InlineData(typeof(PageCacheMiddleware))]
    [InlineData(typeof(CacheWarmer))]
    [InlineData(typeof(CorrectionStore))]
    [InlineData(typeof(RevisionStore))]
    public void What_answers_readers_can_be_made(Type type) => Assert.NotNull(publication.Services.GetRequiredService(type));

    [Fact]
    public void No_address_is_mapped_twice()
    {
        var patterns = publication.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Select(endpoint => $"{string.Join(',', endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? [])} {endpoint.RoutePattern.RawText}").Order(StringComparer.Ordinal).ToList();
        Assert.NotEmpty(patterns);
        Assert.Equal(patterns.Distinct(), patterns);
    }

    [Fact]
    public async Task The_ChangeFeed_names_what_was_released_since_a_LogPosition()
    {
        var feed = new ChangeFeed(publication.Installation.Database);
        LogPosition now = await feed.PositionAsync(TestContext.Current.CancellationToken);
        Assert.True(now.Size > 0);
        Assert.Empty((await feed.SinceAsync(now, TestContext.Current.CancellationToken)).Stories!);
        Assert.Null((await feed.SinceAsync(new LogPosition(now.Size + 1, now.Root), TestContext.Current.CancellationToken)).Stories);
    }
}
