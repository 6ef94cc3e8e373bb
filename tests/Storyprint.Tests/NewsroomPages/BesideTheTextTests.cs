using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using SkiaSharp;
using Storyprint.Storage.Drafts.Journal;
using Storyprint.Storage.Pictures;
using Storyprint.Stories.Codes;
using Storyprint.Stories.Drafts;
using Storyprint.Stories.Workflow;
using Storyprint.Tests.Engines;

namespace Storyprint.Tests.NewsroomPages;

/// <summary>What the editor asks for beside its text, over HTTP: <c>PictureCropRoutes</c> with <c>PictureToCrop</c>, the draft beside a proposal (<c>ProposalBeside</c>), <c>WhoSeesRoutes</c>, <c>FeedItem</c>.</summary>
public class BesideTheTextTests : IAsyncLifetime
{
    public sealed class OnPostgres : BesideTheTextTests, IOnPostgres;

    private NewsroomSite site = null!;
    private HttpClient ines = null!;
    private HttpClient jens = null!;
    private StoryCode code;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string Story => $"/newsroom/stories/{code}";

    public async ValueTask InitializeAsync()
    {
        site = await NewsroomSite.StartAsync();
        (ines, jens) = (await site.SignedInAsync("ines", Role.Reporter), await site.SignedInAsync("jens", Role.Editor));
        code = await NewsroomDrafts.AddAsync(site.Small, "The harbour gates", "The gates open on Monday.");
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task A_picture_is_cropped_and_the_answer_is_that_of_an_upload()
    {
        var hash = await AddPictureAsync();
        var (status, answer) = await CropAsync($$"""{"hash":"{{hash}}","x":20,"y":30,"width":160,"height":120}""");
        Assert.Equal(HttpStatusCode.OK, status);
        var file = answer["file"]!.GetValue<string>();
        Assert.EndsWith(" 160x120", file, StringComparison.Ordinal);
        Assert.Equal($"/media/{file[..64]}/1600.jpg", answer["address"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("\"x\":0,\"y\":0,\"width\":50,\"height\":200", "at least 100 pixels")]
    [InlineData("\"x\":300,\"y\":0,\"width\":200,\"height\":200", "400 × 300 pixels")]
    [InlineData("\"x\":0,\"y\":0", "400 × 300 pixels")]
    [InlineData("\"x\":0.5,\"y\":0,\"width\":200,\"height\":200", "not understood")]
    [InlineData("\"x\":99999999999,\"y\":0,\"width\":200,\"height\":200", "not understood")]
    [InlineData("\"x\":\"all\"", "not understood")]
    public async Task A_crop_that_cannot_be_is_refused_in_words(string area, string words)
    {
        var (status, answer) = await CropAsync($$"""{"hash":"{{await AddPictureAsync()}}",{{area}}}""");
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains(words, answer["problem"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("{\"hash\":null,\"x\":0,\"y\":0,\"width\":200,\"height\":200}")]
    [InlineData("{\"hash\":\"../keys\",\"x\":0,\"y\":0,\"width\":200,\"height\":200}")]
    [InlineData("{\"hash\":\"abcdef0123456789abcdef0123456789abcdef0123456789abcdef0123456789\",\"x\":0,\"y\":0,\"width\":200,\"height\":200}")]
    public async Task What_names_no_picture_of_the_newsroom_is_refused_in_words(string body)
    {
        var (status, answer) = await CropAsync(body);
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.NotEmpty(answer["problem"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_crop_needs_the_token_of_the_page()
    {
        using var message = new HttpRequestMessage(HttpMethod.Post, new Uri($"{Story}/pictures/crop", UriKind.Relative)) { Content = new StringContent("{}", Encoding.UTF8, "application/json") };
        using var answer = await jens.SendAsync(message, Cancellation);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.DoesNotContain("problem", await answer.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_proposals_editor_gets_the_draft_beside_it_and_then_what_became_of_it()
    {
        var proposal = $"{Story}/proposals/{await BeginAsync()}";
        var opened = await GetAsync(ines, $"{proposal}/draft");
        var before = await GetAsync(ines, $"{proposal}/base");
        Assert.Contains("on Monday", before["draft"]!.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal(opened["version"]!.GetValue<long>(), before["proposal"]!.GetValue<long>());

        var draft = new DraftDocument(code);
        var store = site.Small.Installation.Stores;
        Assert.IsType<DraftOutcome.Merged>(await store.DraftJournal.ChangeAsync(draft, new DraftWriter(null, "jens"), DraftEditKind.Written, state => Rewritten(state), Cancellation));
        Assert.Contains($"event: beside\ndata: {{\"version\":{before["version"]!.GetValue<long>() + 1}}}", await ines.GetStringAsync($"{proposal}/draft/events", Cancellation), StringComparison.Ordinal);
        Assert.DoesNotContain("beside", await ines.GetStringAsync($"{Story}/draft/events", Cancellation), StringComparison.Ordinal);

        var after = await GetAsync(ines, $"{proposal}/base?version={before["version"]}");
        Assert.False(after.ContainsKey("draft"));
        Assert.Contains("on Tuesday", after["change"]!.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal((await GetAsync(ines, $"{proposal}/draft"))["version"]!.GetValue<long>(), after["proposal"]!.GetValue<long>());
        var same = await GetAsync(ines, $"{proposal}/base?version={after["version"]}");
        Assert.False(same.ContainsKey("draft") || same.ContainsKey("change"));
        Assert.True((await GetAsync(ines, $"{proposal}/base?version=999")).ContainsKey("draft"));
        using var none = await ines.GetAsync(new Uri($"{Story}/proposals/none/base", UriKind.Relative), Cancellation);
        Assert.Equal(HttpStatusCode.Gone, none.StatusCode);
    }

    [Fact]
    public async Task Who_can_see_a_draft_is_said_and_to_whom_links_were_given_only_to_those_who_may_give_them()
    {
        Assert.Equal(["newsroom: The newsroom: 2 people", "readers: Readers: not before it is published"], await SeenAsync(ines));
        using var made = await NewsroomSite.SendAsync(jens, Story, $"{Story}/guests", ("name", "Lena Brandt"), ("access", "read"), ("days", "7"));
        Assert.Contains("guests: 1 guest with a link Lena Brandt", await SeenAsync(jens));
        Assert.Contains("guests: 1 guest with a link", await SeenAsync(ines));
        Assert.Contains("jens", await ines.GetStringAsync($"{Story}/seen", Cancellation), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("item")]
    [InlineData("card")]
    public async Task A_feeds_item_and_a_social_card_are_shown_in_a_frame_of_the_newsroom_and_of_nobody_else(string part)
    {
        using var answer = await jens.GetAsync(new Uri($"{Story}/preview/{part}", UriKind.Relative), Cancellation);
        var page = await answer.Content.ReadAsStringAsync(Cancellation);
        Assert.Contains("<h3>The harbour gates</h3>", page, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'self'", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_image_that_social_pages_would_show_of_a_draft_is_drawn_for_the_newsroom_only()
    {
        using var answer = await jens.GetAsync(new Uri($"{Story}/preview/card.png", UriKind.Relative), Cancellation);
        using var image = SkiaSharp.SKBitmap.Decode(await answer.Content.ReadAsByteArrayAsync(Cancellation));
        Assert.Equal((1200, 630), (image.Width, image.Height));
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await site.Browser().GetAsync($"/news/{code}/card.png", Cancellation)).StatusCode);
    }

    private static StoryDraft Rewritten(StoryDraft draft) => Storyprint.Stories.Drafts.Wire.DraftJson.TryRead(
        Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(Storyprint.Stories.Drafts.Wire.DraftJson.Write(draft)).Replace("Monday", "Tuesday", StringComparison.Ordinal)), out StoryDraft? changed, out _) ? changed : draft;

    private async Task<string> BeginAsync() => (await site.Small.Installation.Stores.Proposals.BeginAsync(code, new DraftWriter(null, "ines"), Cancellation))!;

    private async Task<List<string>> SeenAsync(HttpClient browser) => [.. JsonNode.Parse(await browser.GetStringAsync($"{Story}/seen", Cancellation))!.AsArray()
        .Select(line => $"{line!["who"]}: {line["text"]} {(line["who"]!.GetValue<string>() == "guests" ? string.Join(", ", line["names"]!.AsArray()) : string.Empty)}".TrimEnd())];

    private static async Task<JsonObject> GetAsync(HttpClient browser, string path) => JsonNode.Parse(await browser.GetStringAsync(path, Cancellation))!.AsObject();

    private async Task<(HttpStatusCode Status, JsonObject Answer)> CropAsync(string body)
    {
        using var message = new HttpRequestMessage(HttpMethod.Post, new Uri($"{Story}/pictures/crop", UriKind.Relative)) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        message.Headers.Add("RequestVerificationToken", (await GetAsync(jens, $"{Story}/draft"))["token"]!.GetValue<string>());
        using var answer = await jens.SendAsync(message, Cancellation);
        return (answer.StatusCode, JsonNode.Parse(await answer.Content.ReadAsStringAsync(Cancellation))!.AsObject());
    }

    private async Task<string> AddPictureAsync()
    {
        using var bitmap = new SKBitmap(400, 300);
        using var data = bitmap.Encode(SKEncodedImageFormat.Png, 100);
        return Assert.IsType<PictureOutcome.Kept>(await site.Small.Installation.Stores.Pictures.AddAsync(data.ToArray(), Cancellation)).Hash;
    }
}
