using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Storyprint.Checking;
using Storyprint.Extraction;
using Storyprint.Tests.Extraction;
using Storyprint.Web.Copies;
using Storyprint.Web.Limits;

namespace Storyprint.Tests.Web.Copies;

public sealed class CopyPagesTests(TestPublication publication) : IClassFixture<TestPublication>
{
    private const string Text = "The ferries of the northern line stay in the harbour until the wind has turned, said the harbour office. Nobody waits on the quay, and 140 parcels are kept in the customs house.";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_page_of_each_edition_asks_for_a_text_without_a_script()
    {
        Assert.Equal("/en/check?code=12", (await publication.Client.GetAsync("/check?code=12", Cancellation)).Headers.Location?.ToString());
        foreach (var (language, title) in ((string, string)[])[("en", "Check a copy"), ("fa", "سنجیدن یک رونوشت")])
        {
            var page = await ReadAsync(await publication.Client.GetAsync($"/{language}/check", Cancellation));
            Assert.Contains($"<h1>{title}</h1>", page, StringComparison.Ordinal);
            Assert.Contains($"<form class=\"copied\" action=\"/{language}/check\" method=\"post\" enctype=\"multipart/form-data\"", page, StringComparison.Ordinal);
            Assert.Contains("<input id=\"file-copied\" type=\"file\" name=\"file\"", page, StringComparison.Ordinal);
            Assert.Contains("<p class=\"ways\" hidden>", page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_answer_comes_first_and_every_difference_is_marked()
    {
        var code = await StoreAsync("answered", Text);
        var same = await CheckAsync(Text);
        Assert.Contains("class=\"answer identical\"", same, StringComparison.Ordinal);
        var altered = await CheckAsync(Text.Replace("140", "410", StringComparison.Ordinal).Replace("Nobody waits", "Everybody waits", StringComparison.Ordinal));
        Assert.Contains("class=\"answer altered\"", altered, StringComparison.Ordinal);
        Assert.Contains("In 2 places it says something else.", altered, StringComparison.Ordinal);
        Assert.Contains("<del><span class=\"sr\">published: </span><bdi>140</bdi></del>", altered, StringComparison.Ordinal);
        Assert.Contains($"href=\"/news/{code}.1\"", altered, StringComparison.Ordinal);
        Assert.True(altered.IndexOf("id=\"verdict\"", StringComparison.Ordinal) < altered.IndexOf("<textarea", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_finding_is_sent_as_a_link_that_holds_nothing_of_the_text()
    {
        var code = await StoreAsync("sent", Text.Replace("harbour", "river", StringComparison.Ordinal));
        var answer = WebUtility.HtmlDecode(await CheckAsync(Text.Replace("harbour", "river", StringComparison.Ordinal).Replace("140", "410", StringComparison.Ordinal)));
        Assert.Contains($"/en/check?code={code}.1&found=1", answer, StringComparison.Ordinal);
        var sent = WebUtility.HtmlDecode(await ReadAsync(await publication.Client.GetAsync($"/en/check?code={code}.1&found=1", Cancellation)));
        Assert.Contains("Whoever sent you this link compared a text with", sent, StringComparison.Ordinal);
        Assert.Contains("In one place it says something else.", sent, StringComparison.Ordinal);
        foreach (var other in (string[])[$"?code={code}.1&found=-1", $"?code={code}.1&found=x", $"?code={code}.1&found=99999999999", "?found=1", "?code=1125541&found=1"])
        {
            Assert.DoesNotContain("Whoever sent you", await ReadAsync(await publication.Client.GetAsync($"/en/check{other}", Cancellation)), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void CopyFinding_is_of_one_story_alone() => Assert.Null(CopyFinding.Of(new CopyAnswer { Verdict = CopyVerdict.NotFound }));

    [Fact]
    public async Task What_was_pasted_is_in_no_cache_and_markup_in_it_is_only_text()
    {
        await StoreAsync("marked-up", Text);
        using var answer = await PostAsync("en", $"<script>alert(1)</script> Somebody wrote this above the text. \n{Text.Replace("quay", "<b onclick=x>quay", StringComparison.Ordinal)}");
        Assert.Equal("no-store", answer.Headers.CacheControl?.ToString());
        Assert.Equal("no-referrer", answer.Headers.GetValues("Referrer-Policy").Single());
        var page = await ReadAsync(answer);
        Assert.DoesNotContain("<script>alert", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<b onclick", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "Paste a text or choose a file first.", HttpStatusCode.OK)]
    [InlineData("Only a few words", "This is too short to be sure.", HttpStatusCode.OK)]
    [InlineData("No story of this publication holds a single one of these phrases, for they were thought of by somebody else on another day.", "This text was not found among what we have published.", HttpStatusCode.OK)]
    public async Task What_cannot_be_found_is_said_plainly(string text, string sentence, HttpStatusCode status)
    {
        using var answer = await PostAsync("en", text);
        Assert.Equal(status, answer.StatusCode);
        Assert.Contains(sentence, WebUtility.HtmlDecode(await ReadAsync(answer)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(65_537)]
    [InlineData(2_000_000)]
    public async Task More_than_64_kB_is_refused(int length)
    {
        using var page = await PostAsync("en", new string('a', length));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, page.StatusCode);
        using var api = await publication.Client.PostAsync("/api/v1/check", new StringContent(new string('a', length), Encoding.UTF8, "text/plain"), Cancellation);
        await IsProblemAsync(api, HttpStatusCode.RequestEntityTooLarge);
    }

    [Fact]
    public async Task Programs_get_the_same_as_JSON()
    {
        var code = await StoreAsync("for-programs", Text.Replace("northern", "southern", StringComparison.Ordinal));
        var altered = Text.Replace("northern", "southern", StringComparison.Ordinal).Replace("140", "104", StringComparison.Ordinal);
        foreach (var content in (HttpContent[])[JsonContent.Create(new { text = altered, code = code.ToString() }), new StringContent(altered, Encoding.UTF8, "text/plain")])
        {
            using var answer = await publication.Client.PostAsync("/api/v1/check", content, Cancellation);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Cancellation));
            Assert.Equal("altered", json.RootElement.GetProperty("verdict").GetString());
            var part = json.RootElement.GetProperty("parts")[0];
            Assert.Equal($"{code}.1", part.GetProperty("revision").GetString());
            Assert.Equal(("number", "140", "104"), part.GetProperty("differences")[0] is var found
                ? (found.GetProperty("kind").GetString(), found.GetProperty("original").GetString(), found.GetProperty("copy").GetString()) : default);
        }
    }

    [Theory]
    [InlineData("application/json", "{", HttpStatusCode.BadRequest)]
    [InlineData("application/json", "null", HttpStatusCode.BadRequest)]
    [InlineData("application/json", "{\"text\": 5}", HttpStatusCode.BadRequest)]
    [InlineData("application/json", "{\"text\": \" \"}", HttpStatusCode.BadRequest)]
    [InlineData("text/plain", "", HttpStatusCode.BadRequest)]
    [InlineData("application/pdf", "%PDF-1.7", HttpStatusCode.UnprocessableEntity)]
    [InlineData("application/octet-stream", "", HttpStatusCode.BadRequest)]
    [InlineData("image/png", "{\\rtf1}", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("multipart/form-data; boundary=x", "--x\r\nbroken", HttpStatusCode.BadRequest)]
    [InlineData("multipart/form-data", "no boundary", HttpStatusCode.BadRequest)]
    public async Task What_is_no_text_is_a_problem_and_never_a_fault(string type, string body, HttpStatusCode status)
    {
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.TryAddWithoutValidation("Content-Type", type);
        using var answer = await publication.Client.PostAsync("/api/v1/check", content, Cancellation);
        await IsProblemAsync(answer, status);
    }

    [Fact]
    public async Task A_file_is_compared_by_its_page_and_its_API_whatever_it_is_called()
    {
        var text = Text.Replace("northern", "eastern", StringComparison.Ordinal);
        var code = await StoreAsync("as-a-file", text);
        var bytes = SampleFiles.Docx($"<w:p><w:r><w:t>{text.Replace("140", "104", StringComparison.Ordinal)}</w:t></w:r></w:p>");
        using var form = new MultipartFormDataContent { { new StringContent(""), "text" }, { new ByteArrayContent(bytes), "file", "holiday.png" } };
        using var page = await publication.Client.PostAsync("/en/check", form, Cancellation);
        var answer = await ReadAsync(page);
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.Contains("class=\"answer altered\"", answer, StringComparison.Ordinal);
        Assert.Contains("What was read", answer, StringComparison.Ordinal);
        Assert.Equal("camera=(self), microphone=(), geolocation=(), browsing-topics=()", page.Headers.GetValues("Permissions-Policy").Single());
        using var body = new ByteArrayContent(bytes) { Headers = { ContentType = new("image/jpeg") } };
        using var api = await publication.Client.PostAsync("/api/v1/check", body, Cancellation);
        using var json = JsonDocument.Parse(await api.Content.ReadAsStringAsync(Cancellation));
        Assert.Equal($"{code}.1", json.RootElement.GetProperty("parts")[0].GetProperty("revision").GetString());
        Assert.Equal("archive", json.RootElement.GetProperty("read").GetProperty("kind").GetString());
        Assert.Equal(CopyVerdict.Altered, CopyAnswerDocument.Parse(await api.Content.ReadAsByteArrayAsync(Cancellation))!.Verdict);
    }

    [Theory]
    [InlineData("%PDF-1.7", "it is cut off or damaged", HttpStatusCode.UnprocessableEntity)]
    [InlineData("{\\rtf1}", "This kind of file is not read.", HttpStatusCode.UnsupportedMediaType)]
    public async Task A_file_that_cannot_be_compared_is_refused_with_what_to_do(string file, string sentence, HttpStatusCode status)
    {
        using var form = new MultipartFormDataContent { { new ByteArrayContent(Encoding.ASCII.GetBytes(file)), "file", "a.pdf" } };
        using var page = await publication.Client.PostAsync("/en/check", form, Cancellation);
        Assert.Equal(status, page.StatusCode);
        Assert.Contains(sentence, WebUtility.HtmlDecode(await ReadAsync(page)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_of_more_than_8_MB_is_refused_before_it_is_read()
    {
        using var page = await publication.Client.PostAsync("/en/check", new MultipartFormDataContent { { new ByteArrayContent(new byte[9 << 20]), "file", "a.png" } }, Cancellation);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, page.StatusCode);
        using var api = await publication.Client.PostAsync("/api/v1/check", new ByteArrayContent(new byte[9 << 20]), Cancellation);
        await IsProblemAsync(api, HttpStatusCode.RequestEntityTooLarge);
    }

    [Fact]
    public async Task Every_refusal_of_a_file_has_its_sentence_in_each_language()
    {
        foreach (var language in (string[])["en", "fa"])
        {
            using var texts = JsonDocument.Parse(await File.ReadAllTextAsync(Repository.Path($"src/Storyprint.Web/Localization/{language}.json"), Cancellation));
            Assert.All(Enum.GetNames<ExtractionRefusal>(), reason => Assert.True(texts.RootElement.TryGetProperty($"copy.file.{reason.ToLowerInvariant()}", out _), reason));
            Assert.All(Enum.GetNames<RecognitionLack>(), lack => Assert.True(texts.RootElement.TryGetProperty($"copy.lack.{lack.ToLowerInvariant()}", out _), lack));
        }

        Assert.All(Enum.GetValues<ExtractionRefusal>(), reason => Assert.InRange(FileRefusal.Status(reason), 400, 503));
        Assert.IsType<ExtractionOutcome.Refused>(new CopyFile(new ExtractionOutcome.Refused(ExtractionRefusal.Busy)).Outcome);
        Assert.Equal(10, FileRefusal.RetryAfter(ExtractionRefusal.Busy));
    }

    [Fact]
    public void LargeBodies_are_few_at_once_and_small_ones_need_no_place()
    {
        List<LargeBodies.Place> taken = [.. Enumerable.Range(0, 9).Select(_ => LargeBodies.Take(new DefaultHttpContext().Request))];
        Assert.False(taken[^1].IsTaken);
        Assert.True(LargeBodies.Take(new DefaultHttpContext { Request = { ContentLength = 100 } }.Request).IsTaken);
        taken.ForEach(place => place.Dispose());
        Assert.True(CopyFileReading.MaxBody > ExtractionLimits.MaxBytes);
    }

    [Fact]
    public async Task The_story_page_its_scan_and_the_foot_lead_to_it()
    {
        var story = await ReadAsync(await publication.Client.GetAsync($"/{publication.Library}.1", Cancellation));
        Assert.Contains($"/en/check?code={publication.Library}.1", story, StringComparison.Ordinal);
        Assert.Contains("<a href=\"/en/check\">", story, StringComparison.Ordinal);
        var form = await ReadAsync(await publication.Client.GetAsync($"/en/check?code={publication.Library}.1", Cancellation));
        Assert.Contains($"<input type=\"hidden\" name=\"code\" value=\"{publication.Library}.1\">", form, StringComparison.Ordinal);
        Assert.Contains("nobody", await ReadAsync(await publication.Client.GetAsync("/en/check?code=1125541", Cancellation)) + "nobody", StringComparison.Ordinal);
    }

    [Fact]
    public void CheckCopyApi_writes_what_CopyAnswerDocument_says_of_an_empty_answer() => Assert.Contains(
        "\"verdict\": \"notFound\"",
        Encoding.UTF8.GetString(CopyAnswerDocument.Of(new CopyAnswer { Verdict = CopyVerdict.NotFound }, TestPublication.Settings.PublicAddress).ToBytes()), StringComparison.Ordinal);

    private static async Task IsProblemAsync(HttpResponseMessage answer, HttpStatusCode status)
    {
        Assert.Equal(status, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Cancellation));
        Assert.Equal((int)status, json.RootElement.GetProperty("status").GetInt32());
        Assert.NotEmpty(json.RootElement.GetProperty("detail").GetString()!);
    }

    private async Task<Storyprint.Stories.Codes.StoryCode> StoreAsync(string source, string text) =>
        (await publication.StoreAsync(TestPublication.Story(source, $"Headline of {source}", text, DateTimeOffset.UtcNow.AddHours(-1))))[0];

    private async Task<string> CheckAsync(string text)
    {
        using var answer = await PostAsync("en", text);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await ReadAsync(answer);
    }

    private Task<HttpResponseMessage> PostAsync(string language, string text) =>
        publication.Client.PostAsync($"/{language}/check", new FormUrlEncodedContent([KeyValuePair.Create("text", text)]), Cancellation);

    private static Task<string> ReadAsync(HttpResponseMessage answer) => answer.Content.ReadAsStringAsync(Cancellation);
}
