using System.Net;
using Microsoft.AspNetCore.Http;
using Storyprint.Storage.Pictures;
using Storyprint.Web.Media;

namespace Storyprint.Tests.Web.Media;

/// <summary>A node whose media do not have a file says so and that it may be there later; readers of pages notice nothing else.</summary>
public sealed class MediaUnavailableTests : IAsyncLifetime
{
    private static readonly byte[] Pixel = Convert.FromBase64String("R0lGODlhAQABAIAAAP///wAAACwAAAAAAQABAAACAkQBADs=");

    private readonly TestPublication publication = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => publication.InitializeAsync();

    public ValueTask DisposeAsync() => publication.DisposeAsync();

    [Fact]
    public async Task A_missing_original_is_503_and_kept_by_nobody_and_comes_back_with_its_file()
    {
        var stores = publication.Installation.Stores;
        var picture = Assert.IsType<PictureOutcome.Kept>(await stores.Pictures.AddAsync(Pixel, Cancellation));
        var document = Assert.IsType<DocumentOutcome.Kept>(await stores.Documents.AddAsync("%PDF-1.7"u8.ToArray(), "a.pdf", Cancellation));
        string[] addresses = [$"/media/{picture.Hash}/400.jpg", $"/media/{picture.Hash}/400.webp", document.Path];
        var originals = Path.Combine(publication.Installation.Folder, "media", "originals");
        Directory.Move(originals, originals + ".away");
        foreach (var address in addresses)
        {
            using var answer = await publication.Client.GetAsync(address, Cancellation);
            Assert.Equal((address, HttpStatusCode.ServiceUnavailable, "60"), (address, answer.StatusCode, answer.Headers.RetryAfter?.ToString()));
            Assert.True(answer.Headers.CacheControl!.NoStore);
        }

        Directory.Move(originals + ".away", originals);
        foreach (var address in addresses)
        {
            using var answer = await publication.Client.GetAsync(address, Cancellation);
            Assert.Equal((address, HttpStatusCode.OK), (address, answer.StatusCode));
        }
    }

    [Fact]
    public async Task Its_answer_is_words_that_no_cache_keeps()
    {
        var context = new DefaultHttpContext { RequestServices = publication.Services, Response = { Body = new MemoryStream() } };
        await MediaUnavailable.Of(context, new string('a', 64)).ExecuteAsync(context);
        Assert.Equal((503, "no-store"), (context.Response.StatusCode, context.Response.Headers.CacheControl.ToString()));
        Assert.NotEqual(0, context.Response.Body.Length);
    }
}
