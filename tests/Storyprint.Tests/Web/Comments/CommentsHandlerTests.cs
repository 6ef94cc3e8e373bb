using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Storyprint.Web.Comments;

namespace Storyprint.Tests.Web.Comments;

public sealed class CommentsHandlerTests(TestPublication publication) : IClassFixture<TestPublication>
{
    [Fact]
    public async Task Comments_are_shown_only_where_the_publication_says_so()
    {
        Assert.Null(await publication.Services.GetRequiredService<CommentsHandler>().RunAsync(publication.Library, TestContext.Current.CancellationToken));
        using var answer = await publication.Client.GetAsync($"/news/{publication.Library}/comments", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }
}
