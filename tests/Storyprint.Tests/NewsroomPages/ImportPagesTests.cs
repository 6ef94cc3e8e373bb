using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Storyprint.NewsroomPages.Frame;
using Storyprint.Operations.Imports;
using Storyprint.Storage.Audit;
using Storyprint.Stories.Workflow;
using Storyprint.Tests.Engines;

namespace Storyprint.Tests.NewsroomPages;

/// <summary>The pages of imports, over HTTP: <c>ImportRoutes</c>, <c>ImportPages</c>, and <c>UploadRoutes</c> with <c>UploadAnswer</c>; the plain form is a <c>LargeForm</c>.</summary>
public class ImportPagesTests : IAsyncLifetime
{
    public sealed class OnPostgres : ImportPagesTests, IOnPostgres;

    private const string Story = "---\ntitle: The ferry sails\nsection: city\ndate: 2026-03-01T08:00:00Z\n---\nThe ferry sails at seven.\n";

    private NewsroomSite site = null!;
    private HttpClient browser = null!;
    private string token = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private ImportRuns Runs => site.Services.GetRequiredService<ImportRuns>();

    public async ValueTask InitializeAsync()
    {
        site = await NewsroomSite.StartAsync();
        browser = await site.SignedInAsync("chief", Role.Administrator);
        token = await NewsroomSite.TokenAsync(browser, "/newsroom/import");
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task A_plain_form_brings_files_which_are_tried_and_then_imported()
    {
        using var form = Form(("ferry.md", Story), ("bad.md", "---\ntitle: \"\"\n---\n"));
        using var sent = await browser.PostAsync(new Uri("/newsroom/import", UriKind.Relative), form, Cancellation);
        Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
        var page = sent.Headers.Location!.ToString();
        var tried = await EndedAsync(page);
        Assert.Contains("Nothing was changed yet", tried, StringComparison.Ordinal);
        Assert.Contains("It has no headline", tried, StringComparison.Ordinal);
        Assert.DoesNotContain("It has no headline", await TextAsync($"{page}?outcome=Imported"), StringComparison.Ordinal);
        Assert.DoesNotContain("It has no headline", await TextAsync($"{page}?text=ferry"), StringComparison.Ordinal);
        using var run = await NewsroomSite.SendAsync(browser, page, $"{page}/run");
        var done = await EndedAsync(page);
        Assert.Contains("It came in", done, StringComparison.Ordinal);
        Assert.Equal(1, await site.Small.Installation.Stores.Imports().CountAsync(Cancellation));
        using var report = JsonDocument.Parse(await browser.GetStringAsync(new Uri($"{page}/report?form=json", UriKind.Relative), Cancellation));
        Assert.Equal(2, report.RootElement.GetProperty("items").GetArrayLength());
        Assert.Contains("Imported,", await TextAsync($"{page}/report?form=csv"), StringComparison.Ordinal);
        var acts = (await site.Small.Installation.Stores.Audit.FindAsync(new AuditSearch { Actor = "chief" }, null, 9, Cancellation)).Select(entry => entry.Act);
        Assert.Equal(["uploaded", "import-started", "imported"], acts.Reverse().Where(act => act.StartsWith("import", StringComparison.Ordinal) || act == "uploaded"));
        using var deleted = await NewsroomSite.SendAsync(browser, page, $"{page}/delete");
        Assert.Equal("/newsroom/import?done=import-deleted", deleted.Headers.Location?.ToString());
        Assert.Equal("chief", Assert.Single(await site.Small.Installation.Stores.Audit.FindAsync(new AuditSearch { Act = AuditAct.ImportDeleted.Word }, null, 9, Cancellation)).Actor);
        using var gone = await browser.GetAsync(new Uri(page, UriKind.Relative), Cancellation);
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
    }

    [Fact]
    public async Task Pieces_are_taken_and_the_answer_says_where_to_go_on()
    {
        var page = await BegunAsync(("ferry.md", Story.Length));
        Assert.Equal((HttpStatusCode.Conflict, "0"), await PieceAsync(page, 20, Story[20..]));
        Assert.Equal((HttpStatusCode.OK, "20"), await PieceAsync(page, 0, Story[..20]));
        Assert.Equal((HttpStatusCode.OK, "20"), await PieceAsync(page, 0, Story[..20]));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "20"), await PieceAsync(page, 20, Story[20..], digest: new string('0', 64)));
        using (var state = JsonDocument.Parse(await TextAsync($"{page}/state")))
        {
            Assert.Equal((20, 64), (state.RootElement.GetProperty("files")[0].GetProperty("received").GetInt32(), state.RootElement.GetProperty("files")[0].GetProperty("tail").GetString()!.Length));
        }

        Assert.Contains("Not all of it is there yet", await TextAsync(page), StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.OK, $"{Story.Length}"), await PieceAsync(page, 20, Story[20..]));
        using var check = await NewsroomSite.SendAsync(browser, page, $"{page}/check");
        Assert.Contains("Nothing was changed yet", await EndedAsync(page), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await PieceAsync(page, 0, "late")).Status);
    }

    [Fact]
    public async Task Nobody_without_the_right_or_the_token_makes_the_server_read_anything()
    {
        var page = await BegunAsync(("ferry.md", 10));
        var editor = await site.SignedInAsync("editor", Role.Editor);
        var theirs = await NewsroomSite.TokenAsync(editor, "/newsroom/account");
        foreach (var (who, what, expected) in ((HttpClient, string, HttpStatusCode)[])[(site.Browser(), token, HttpStatusCode.Redirect), (editor, theirs, HttpStatusCode.Forbidden), (browser, theirs, HttpStatusCode.BadRequest), (browser, "", HttpStatusCode.BadRequest)])
        {
            using var piece = new HttpRequestMessage(HttpMethod.Post, $"{page}/files/0/0") { Content = new ByteArrayContent(new byte[10]) };
            piece.Headers.Add("RequestVerificationToken", what);
            using var answer = await who.SendAsync(piece, Cancellation);
            Assert.Equal(expected, answer.StatusCode);
        }

        var job = Assert.Single(Runs.Jobs.All);
        Assert.Equal(0, Runs.Jobs.Received(job, job.Files[0]));
        using var form = Form(("ferry.md", Story));
        using var refused = await editor.PostAsync(new Uri("/newsroom/import", UriKind.Relative), form, Cancellation);
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.Single(Runs.Jobs.All);
    }

    [Theory]
    [InlineData("[]", "at least one file")]
    [InlineData("[null]", "at least one file")]
    [InlineData("null", "at least one file")]
    [InlineData("no list", "at least one file")]
    [InlineData("""[{"name":"../evil.md","size":5}]""", "a name that cannot be kept")]
    [InlineData("""[{"name":null,"size":5}]""", "a name that cannot be kept")]
    [InlineData("""[{"name":"a.md","size":99999999999}]""", "That is more than")]
    [InlineData("""[{"name":"a.md","size":5},{"name":"A.md","size":5}]""", "the same name")]
    public async Task What_cannot_be_brought_is_said_in_words(string list, string words)
    {
        using var answer = await BeginAsync(list);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Cancellation));
        Assert.Contains(words, json.RootElement.GetProperty("fault").GetString(), StringComparison.Ordinal);
        Assert.Empty(Runs.Jobs.All);
    }

    [Fact]
    public async Task A_name_of_a_megabyte_and_a_piece_of_more_are_no_fault_of_the_server()
    {
        using var name = await BeginAsync($$"""[{"name":"{{new string('a', 900_000)}}.md","size":5}]""");
        Assert.Equal(HttpStatusCode.BadRequest, name.StatusCode);
        var page = await BegunAsync(("big.md", 3 << 20));
        Assert.InRange((int)(await PieceAsync(page, 0, new string('a', (1 << 20) + 1))).Status, 400, 499);
        Assert.Equal((HttpStatusCode.OK, $"{1 << 20}"), await PieceAsync(page, 0, new string('a', 1 << 20)));
        foreach (var at in (string[])["-1", "x", "99999999999999999999", "1048577"])
        {
            using var piece = new HttpRequestMessage(HttpMethod.Post, $"{page}/files/0/{at}") { Content = new ByteArrayContent(new byte[10]) };
            piece.Headers.Add("RequestVerificationToken", token);
            using var answer = await browser.SendAsync(piece, Cancellation);
            Assert.InRange((int)answer.StatusCode, 400, 499);
        }
    }

    [Theory]
    [InlineData(0L, "0 bytes")]
    [InlineData(999L, "999 bytes")]
    [InlineData(1_000L, "1 kB")]
    [InlineData(999_499L, "999 kB")]
    [InlineData(999_600L, "1.0 MB")]
    [InlineData(12_345_678L, "12 MB")]
    [InlineData(2_147_483_648L, "2.1 GB")]
    [InlineData(5_000_000_000_000_000L, "5000 TB")]
    public void Sizes_are_said_as_people_say_them(long bytes, string words) => Assert.Equal(words, ByteSize.Of(bytes, digits => digits, key => key switch
    {
        "size.b" => "{0} bytes",
        "size.kb" => "{0} kB",
        "size.mb" => "{0} MB",
        "size.gb" => "{0} GB",
        "size.tb" => "{0} TB",
        _ => ".",
    }));

    private async Task<string> BegunAsync((string Name, int Size) file)
    {
        using var answer = await BeginAsync($$"""[{"name":"{{file.Name}}","size":{{file.Size}},"modified":1}]""");
        using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Cancellation));
        return json.RootElement.GetProperty("page").GetString()!;
    }

    private Task<HttpResponseMessage> BeginAsync(string list) =>
        browser.PostAsync(new Uri("/newsroom/import/uploads", UriKind.Relative), new FormUrlEncodedContent([new("form-token", token), new("list", list)]), Cancellation);

    private async Task<(HttpStatusCode Status, string Said)> PieceAsync(string page, long offset, string text, string? digest = null)
    {
        using var piece = new HttpRequestMessage(HttpMethod.Post, $"{page}/files/0/{offset}") { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(text)) };
        piece.Headers.Add("RequestVerificationToken", token);
        if (digest is not null)
        {
            piece.Headers.Add("X-Piece-Digest", digest);
        }

        using var answer = await browser.SendAsync(piece, Cancellation);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(Cancellation));
    }

    private async Task<string> EndedAsync(string page)
    {
        await Polling.UntilAsync(() => Runs.Progress(page.Split('/')[^1]) is null);
        return await TextAsync(page);
    }

    private MultipartFormDataContent Form(params (string Name, string Text)[] files)
    {
        var form = new MultipartFormDataContent { { new StringContent(token), "form-token" } };
        foreach (var (name, text) in files)
        {
            form.Add(new ByteArrayContent(Encoding.UTF8.GetBytes(text)), "files", name);
        }

        return form;
    }

    private async Task<string> TextAsync(string path) => WebUtility.HtmlDecode(await browser.GetStringAsync(new Uri(path, UriKind.Relative), Cancellation));
}
