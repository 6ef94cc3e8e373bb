using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Storyprint.Web.Limits;

namespace Storyprint.Tests.Web.Limits;

public sealed class RequestBoundTests(TestPublication publication) : IClassFixture<TestPublication>
{
    [Fact]
    public void Every_address_of_the_site_has_a_bound()
    {
        var endpoints = publication.Services.GetRequiredService<EndpointDataSource>().Endpoints;
        Assert.True(endpoints.Count > 40);
        Assert.All(endpoints, endpoint => Assert.True(endpoint.Metadata.GetMetadata<RequestClassMetadata>() is not null, endpoint.DisplayName));
    }

    [Theory]
    [InlineData("/assets/{file}", RequestClass.InMemory)]
    [InlineData("/{edition:edition}/search", RequestClass.Search)]
    [InlineData("/news/{id}/compare/{pair}", RequestClass.Search)]
    [InlineData("/news/{id}/card.png", RequestClass.Picture)]
    [InlineData("/media/{hash}/{width:int}.{extension}", RequestClass.Picture)]
    [InlineData("/news/{id}/{slug?}", RequestClass.Page)]
    public void What_is_dear_stands_apart(string pattern, RequestClass expected) => Assert.Equal(
        expected,
        publication.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Single(endpoint => endpoint.RoutePattern.RawText == pattern).Metadata.GetRequiredMetadata<RequestClassMetadata>().Class);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(16)]
    public void Where_the_database_blocks_there_is_a_thread_for_each_permit_and_searches_leave_a_processor(int processors)
    {
        foreach (var requestClass in (RequestClass[])[RequestClass.Page, RequestClass.Search, RequestClass.Picture])
        {
            var bound = RequestBound.For(requestClass, blocks: true, processors);
            Assert.Equal(bound.Permits, bound.Threads);
        }

        Assert.InRange(RequestBound.For(RequestClass.Search, blocks: true, processors).Threads, 1, Math.Max(1, processors / 2));
    }
}
