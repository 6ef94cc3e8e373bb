using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Storyprint.NewsroomPages.Pictures;
using Storyprint.Stories.Body;
using Storyprint.Stories.Codes;
using Storyprint.Stories.Workflow;
using Storyprint.Tests.Engines;
using Storyprint.Tests.Storage.Library;

namespace Storyprint.Tests.NewsroomPages;

/// <summary>The picture library by its pages, in a browser without script, and as editors choose from it.</summary>
public partial class PicturePagesTests : IAsyncLifetime
{
    public sealed class OnPostgres : PicturePagesTests, IOnPostgres;

    private NewsroomSite site = null!;
    private HttpClient reporter = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        site = await NewsroomSite.StartAsync();
        reporter = await site.SignedInAsync("reporter", Role.Reporter);
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task Pictures_come_in_with_what_their_files_say_and_are_found_by_it()
    {
        Assert.Contains("There is no picture yet", await reporter.GetStringAsync("/newsroom/pictures", Cancellation), StringComparison.Ordinal);
        var described = DescribedJpeg.WithIptc(DescribedJpeg.Drawing(1), (105, "The harbour gates"), (120, "The gates at low water."), (80, "Maud Ferrier"));
        var answer = await SendAsync("/newsroom/pictures", "/newsroom/pictures", ("files", described), ("files", DescribedJpeg.Drawing(2)));
        Assert.Equal("/newsroom/pictures?done=pictures-added", answer.Headers.Location?.ToString());
        var page = WebUtility.HtmlDecode(await reporter.GetStringAsync("/newsroom/pictures", Cancellation));
        Assert.Contains("The harbour gates", page, StringComparison.Ordinal);
        Assert.Contains("Maud Ferrier · never published", page, StringComparison.Ordinal);
        Assert.Equal(2, CardLink().Count(page));
        Assert.Equal(1, CardLink().Count(await reporter.GetStringAsync("/newsroom/pictures?q=low+wat", Cancellation)));
        Assert.Contains("No picture is like that", await reporter.GetStringAsync("/newsroom/pictures?q=bridge", Cancellation), StringComparison.Ordinal);
        Assert.Equal(1, CardLink().Count(await reporter.GetStringAsync("/newsroom/pictures?show=undescribed&q=harbour", Cancellation)));
    }

    [Fact]
    public async Task What_is_no_picture_is_named_with_its_reason_and_the_others_come_in()
    {
        var answer = await SendAsync("/newsroom/pictures", "/newsroom/pictures", ("files", DescribedJpeg.Drawing(1)), ("files", "<script>alert(1)</script>"u8.ToArray()), ("files", DescribedJpeg.Drawing(2)[..900]));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Cancellation));
        Assert.Contains("not a JPEG, PNG, WebP or GIF picture", page, StringComparison.Ordinal);
        Assert.Contains("cut short", page, StringComparison.Ordinal);
        Assert.Equal(1, CardLink().Count(page));
    }

    [Fact]
    public async Task What_somebody_writes_of_a_picture_is_kept_and_nobody_overwrites_it_unseen()
    {
        var picture = await AddAsync(DescribedJpeg.Drawing(1));
        var seen = Seen().Match(await reporter.GetStringAsync(picture, Cancellation)).Groups[1].Value;
        var kept = await NewsroomSite.SendAsync(
            reporter, picture, picture, ("seen", seen), ("title", "The harbour\u202E gates"), ("alt", "Two gates."), ("people", "Ines Calloway\n\nRui Serrano\nInes Calloway"), ("focus-x", "25"), ("focus-y", "80"), ("made", "digitalCapture"),
            ("rights-end", "2031-05-06"), ("rights-stop", "yes"));
        Assert.Equal($"{picture}?done=picture-described", kept.Headers.Location?.ToString());
        var page = WebUtility.HtmlDecode(await reporter.GetStringAsync(picture, Cancellation));
        Assert.Contains("value=\"The harbour gates\"", page, StringComparison.Ordinal);
        Assert.Contains(">Ines Calloway\nRui Serrano</textarea>", page, StringComparison.Ordinal);
        Assert.Contains("value=\"2031-05-06\"", page, StringComparison.Ordinal);
        Assert.Contains("<option value=\"digitalCapture\" selected", page, StringComparison.Ordinal);
        Assert.Contains("fx2 fy8", page, StringComparison.Ordinal);

        var late = await NewsroomSite.SendAsync(reporter, picture, picture, ("seen", seen), ("title", "Something else"));
        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        Assert.Contains("value=\"Something else\"", await late.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        Assert.Contains("value=\"The harbour gates\"", await reporter.GetStringAsync(picture, Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_day_that_does_not_exist_is_said_beside_its_field_and_nothing_typed_is_lost()
    {
        var picture = await AddAsync(DescribedJpeg.Drawing(1));
        var seen = Seen().Match(await reporter.GetStringAsync(picture, Cancellation)).Groups[1].Value;
        foreach (var typed in (string[])["2031-02-30", "soon", "31.5.2031", "2031-05-06 25:00"])
        {
            var answer = await NewsroomSite.SendAsync(reporter, picture, picture, ("seen", seen), ("title", "Gates"), ("rights-end", typed));
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
            var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Cancellation));
            Assert.Contains("This is no day", page, StringComparison.Ordinal);
            Assert.Contains($"value=\"{typed}\"", page, StringComparison.Ordinal);
            Assert.Contains("value=\"Gates\"", page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Another_picture_goes_into_the_drafts_of_the_stories_that_were_chosen()
    {
        var code = await DraftWithAsync(DescribedJpeg.Drawing(1), out var picture);
        var page = WebUtility.HtmlDecode(await reporter.GetStringAsync(picture, Cancellation));
        Assert.Contains("The harbour gates", page, StringComparison.Ordinal);
        Assert.Contains("in the draft", page, StringComparison.Ordinal);
        var answer = await SendAsync(picture, $"{picture}/replace", ("file", DescribedJpeg.Drawing(2)), ("story", Encoding.UTF8.GetBytes(code.Digits)));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains($"/newsroom/stories/{code}/release", await answer.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        var draft = (await site.Small.Installation.Stores.Drafts.FindAsync(code, Cancellation))!.Content;
        var now = Assert.Single(draft.Pictures);
        Assert.DoesNotContain(now.Hash!, picture, StringComparison.Ordinal);
        Assert.Equal("Two gates.", now.Alt);
        Assert.Equal(HttpStatusCode.BadRequest, (await SendAsync(picture, $"{picture}/replace", ("file", DescribedJpeg.Drawing(3)))).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await SendAsync(picture, $"{picture}/replace", ("file", "no"u8.ToArray()), ("story", Encoding.UTF8.GetBytes(code.Digits)))).StatusCode);
    }

    [Fact]
    public async Task An_editor_chooses_from_the_library_and_gets_the_words_with_the_picture()
    {
        await AddAsync(DescribedJpeg.WithIptc(DescribedJpeg.Drawing(1), (105, "The harbour gates"), (80, "Maud Ferrier"), (37, "20200101")));
        using var chosen = JsonDocument.Parse(await reporter.GetStringAsync("/newsroom/pictures/choose?q=harbour", Cancellation));
        var picture = Assert.Single(chosen.RootElement.GetProperty("pictures").EnumerateArray());
        Assert.Matches("^[0-9a-f]{64} 400x300$", picture.GetProperty("file").GetString());
        Assert.Equal(("The harbour gates", "Maud Ferrier", "ended"), (picture.GetProperty("title").GetString(), picture.GetProperty("credit").GetString(), picture.GetProperty("rights").GetString()));
        Assert.Contains("Rights ended after", picture.GetProperty("rightsWords").GetString(), StringComparison.Ordinal);
        Assert.False(chosen.RootElement.GetProperty("more").GetBoolean());
        Assert.False(picture.TryGetProperty("alt", out _));
        using var shown = await reporter.GetAsync(picture.GetProperty("address").GetString(), Cancellation);
        Assert.Equal("image/jpeg", shown.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task A_release_with_a_picture_whose_rights_have_ended_is_refused_where_it_was_to_stop()
    {
        var code = await DraftWithAsync(DescribedJpeg.Drawing(1), out var picture);
        var editor = await site.SignedInAsync("editor", Role.Editor);
        await NewsroomSite.SendAsync(editor, $"/newsroom/stories/{code}", $"/newsroom/stories/{code}/section", ("section", site.Small.Installation.Publication.MainEdition.Sections[0].Slug));
        var seen = Seen().Match(await reporter.GetStringAsync(picture, Cancellation)).Groups[1].Value;
        await NewsroomSite.SendAsync(reporter, picture, picture, ("seen", seen), ("rights-end", "2021-05-06"), ("rights-stop", "yes"));
        var page = WebUtility.HtmlDecode(await editor.GetStringAsync($"/newsroom/stories/{code}/release", Cancellation));
        Assert.Contains("The rights in picture 1 ended on", page, StringComparison.Ordinal);
        var text = Regex.Match(page, "name=\"text\" value=\"([0-9a-f]{64})\"").Groups[1].Value;
        var refused = await NewsroomSite.SendAsync(editor, $"/newsroom/stories/{code}/release", $"/newsroom/stories/{code}/publish", ("text", text));
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);

        seen = Seen().Match(await reporter.GetStringAsync(picture, Cancellation)).Groups[1].Value;
        await NewsroomSite.SendAsync(reporter, picture, picture, ("seen", seen), ("rights-end", "2021-05-06"));
        Assert.Equal(HttpStatusCode.Found, (await NewsroomSite.SendAsync(editor, $"/newsroom/stories/{code}/release", $"/newsroom/stories/{code}/publish", ("text", text))).StatusCode);
        Assert.Contains("Readers see 1 picture whose rights have ended", await reporter.GetStringAsync("/newsroom/", Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sounds_films_and_documents_are_taken_into_a_draft_by_what_they_are()
    {
        var code = await NewsroomDrafts.AddAsync(site.Small, "The harbour gates");
        var story = $"/newsroom/stories/{code}";
        using var sound = JsonDocument.Parse(await (await SendAsync(story, $"{story}/files", ("file", [.. "ID3"u8, .. new byte[400]]))).Content.ReadAsStringAsync(Cancellation));
        Assert.Equal("document", await KindAsync("plan.pdf", "%PDF-1.7 plan"u8.ToArray()));
        Assert.Equal("audio", await KindAsync("harbour bells.mp3", [.. "ID3"u8, .. new byte[400]]));
        Assert.Equal("video", await KindAsync("gates.mp4", [0, 0, 0, 24, .. "ftypmp42"u8, .. new byte[100]]));
        Assert.Null(await KindAsync("gates.mp4", "<html>"u8.ToArray()));
        Assert.Null(await KindAsync("gates.exe", "MZ"u8.ToArray()));
        Assert.Null(await KindAsync("empty.pdf", []));
        Assert.True(sound.RootElement.TryGetProperty("problem", out _), "a file is known by its name too");

        async Task<string?> KindAsync(string name, byte[] bytes)
        {
            using var answer = JsonDocument.Parse(await (await SendNamedAsync(story, $"{story}/files", (name, "file", bytes))).Content.ReadAsStringAsync(Cancellation));
            if (answer.RootElement.TryGetProperty("file", out var file))
            {
                Assert.True(StoredFile.TryParse(file.GetString(), out _), file.GetString());
                return answer.RootElement.GetProperty("kind").GetString();
            }

            Assert.NotEmpty(answer.RootElement.GetProperty("problem").GetString()!);
            return null;
        }
    }

    [Fact]
    public void What_is_asked_of_the_library_stands_in_its_address() =>
        Assert.Equal("/pictures?q=low%20water&show=unused&from=48", new LibraryQuery("low water", Storyprint.Storage.Library.LibrarySelection.Unused, 0).Address(from: 48));

    private Task<StoryCode> DraftWithAsync(byte[] bytes, out string picture)
    {
        picture = AddAsync(bytes).GetAwaiter().GetResult();
        return WithAsync(picture.Split('/')[^1]);

        async Task<StoryCode> WithAsync(string hash)
        {
            var code = await NewsroomDrafts.AddAsync(site.Small, "The harbour gates");
            var stores = site.Small.Installation.Stores;
            var outcome = await stores.DraftJournal.ChangeAsync(
                code, new(null, "reporter"), Storyprint.Storage.Drafts.Journal.DraftEditKind.Written, draft => draft with
                {
                    Root = draft.Root with
                    {
                        Blocks =
                        [
                            .. Storyprint.Stories.Drafts.DraftFromContent.Of(new() { Language = "en", Headline = string.Empty, Body = [new Picture { Hash = hash, Width = 400, Height = 300, Alt = "Two gates.", Credit = "Ferrier" }] }, Storyprint.Stories.Drafts.BlockId.New).Body,
                            .. draft.Root.Blocks,
                        ],
                    },
                }, Cancellation);
            Assert.IsType<Storyprint.Storage.Drafts.Journal.DraftOutcome.Merged>(outcome);
            return code;
        }
    }

    private async Task<string> AddAsync(byte[] bytes)
    {
        var answer = await SendAsync("/newsroom/pictures", "/newsroom/pictures", ("files", bytes));
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        return answer.Headers.Location!.ToString().Split('?')[0];
    }

    private Task<HttpResponseMessage> SendAsync(string page, string action, params (string Name, byte[] Bytes)[] parts) =>
        SendNamedAsync(page, action, [.. parts.Select((part, index) => (part.Name == "story" ? string.Empty : $"picture-{index}.jpg", part.Name, part.Bytes))]);

    private async Task<HttpResponseMessage> SendNamedAsync(string page, string action, params (string File, string Name, byte[] Bytes)[] parts)
    {
        using var form = new MultipartFormDataContent { { new StringContent(await NewsroomSite.TokenAsync(reporter, page)), "form-token" } };
        foreach (var (file, name, bytes) in parts)
        {
            var content = new ByteArrayContent(bytes);
            if (file.Length > 0)
            {
                content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
                form.Add(content, name, file);
            }
            else
            {
                form.Add(content, name);
            }
        }

        return await reporter.PostAsync(new Uri(action, UriKind.Relative), form, Cancellation);
    }

    [GeneratedRegex("href=\"/newsroom/pictures/[0-9a-f]{64}\" class=\"picture-card\"")]
    private static partial Regex CardLink();

    [GeneratedRegex("""name="seen" value="(\d+)""")]
    private static partial Regex Seen();
}
