using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Storyprint.NewsroomPages.Settings;
using Storyprint.Storage.Audit;
using Storyprint.Stories.Workflow;
using Storyprint.Tests.Engines;
using Storyprint.Tests.Operations.Backup;

namespace Storyprint.Tests.NewsroomPages;

/// <summary>Settings and front pages as people of the newsroom change them, in a browser without script.</summary>
public class SettingsPagesTests : IAsyncLifetime
{
    public sealed class OnPostgres : SettingsPagesTests, IOnPostgres;

    private NewsroomSite site = null!;
    private HttpClient chief = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        site = await NewsroomSite.StartAsync();
        chief = await site.SignedInAsync("chief", Role.Administrator);
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task Every_page_of_settings_opens_for_every_edition_with_a_name_for_each_field()
    {
        foreach (var sheet in SettingsSheet.All)
        {
            foreach (var path in sheet.IsOfEdition ? (string[])[$"/newsroom/settings/{sheet.Name}/en", $"/newsroom/settings/{sheet.Name}/fa"] : [$"/newsroom/settings/{sheet.Name}"])
            {
                using var page = await OpenAsync(path);
                Assert.All(page.QuerySelectorAll("label, legend, h1, .lead"), each => Assert.DoesNotMatch(@"^\s*settings?\.", each.TextContent));
                var named = page.QuerySelectorAll("label[for]").Select(label => label.GetAttribute("for"));
                Assert.All(page.QuerySelectorAll("main input:not([type=hidden]), main textarea, main select"), field => Assert.Contains(field.Id, named));
            }
        }

        using var index = await OpenAsync("/newsroom/settings");
        Assert.Equal(SettingsSheet.All.Count, index.QuerySelectorAll(".index li").Length);
        Assert.Equal(HttpStatusCode.NotFound, (await chief.GetAsync("/newsroom/settings/none", Cancellation)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await chief.GetAsync("/newsroom/settings/edition/de", Cancellation)).StatusCode);
    }

    [Fact]
    public async Task A_renamed_section_is_renamed_in_every_edition_and_readers_old_addresses_lead_to_it()
    {
        var saved = await SendAsync("/newsroom/settings/sections/en", ("sections[0].slug", "town"), ("sections[0].name", "Town"));
        Assert.Equal("/newsroom/settings/sections/en?done=setting-saved", saved.Headers.Location?.ToString());
        foreach (var language in (string[])["en", "fa"])
        {
            using var old = await chief.GetAsync($"/{language}/section/city", Cancellation);
            Assert.Equal((HttpStatusCode.MovedPermanently, $"/{language}/section/town"), (old.StatusCode, old.Headers.Location?.ToString()));
        }

        Assert.Contains("<h1>Town</h1>", await chief.GetStringAsync("/en/section/town", Cancellation), StringComparison.Ordinal);
        var recorded = (await site.Small.Installation.Stores.Audit.FindAsync(new AuditSearch(), null, 1, Cancellation)).Single();
        Assert.Equal(("setting-changed", "chief"), (recorded.Act, recorded.Actor));
    }

    [Fact]
    public async Task Settings_of_sign_in_and_mail_are_for_administrators_whoever_holds_the_grant_for_the_site()
    {
        var helper = await site.SignedInAsync("helper", Role.Reporter, Grant.Site);
        foreach (var sheet in (string[])["mail", "sign-in"])
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await helper.GetAsync($"/newsroom/settings/{sheet}", Cancellation)).StatusCode);
            var sent = await NewsroomSite.SendAsync(helper, "/newsroom/settings", $"/newsroom/settings/{sheet}", ("mail.server", "evil.example"), ("mail.from", "a@evil.example"), ("openIdConnect.authority", "https://evil.example"), ("openIdConnect.clientId", "x"), ("seen", "999999"));
            Assert.Equal(HttpStatusCode.Forbidden, sent.StatusCode);
        }

        Assert.DoesNotContain("/settings/mail", await helper.GetStringAsync("/newsroom/settings", Cancellation), StringComparison.Ordinal);
        var saved = await SendAsync(
            "/newsroom/settings/sign-in", ("openIdConnect.authority", "https://login.example.org"), ("openIdConnect.clientId", "storyprint"), ("openIdConnect.rolesClaim", "groups"), ("openIdConnect.roles", "newsdesk = editor\nit = administrator"));
        Assert.Equal("/newsroom/settings/sign-in?done=setting-saved", saved.Headers.Location?.ToString());
        Assert.Equal("editor", site.Small.Installation.Publication.OpenIdConnect!.Roles["newsdesk"]);
        Assert.Contains("login.example.org", await chief.GetStringAsync("/newsroom/settings", Cancellation), StringComparison.Ordinal);
        foreach (var path in (string[])["/newsroom/settings", "/newsroom/settings/history"])
        {
            Assert.DoesNotContain("login.example.org", await helper.GetStringAsync(path, Cancellation), StringComparison.Ordinal);
        }

        foreach (var key in (string[])["mail", "newsroomAddress", "openIdConnect"])
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await helper.GetAsync($"/newsroom/settings/history?key={key}", Cancellation)).StatusCode);
        }

        var version = (await site.Small.Installation.Stores.Settings.HistoryAsync(null, 1, Cancellation))[0].Id;
        Assert.Equal(HttpStatusCode.Forbidden, (await NewsroomSite.SendAsync(helper, "/newsroom/settings", $"/newsroom/settings/history/{version}/revert")).StatusCode);
        Assert.Equal(HttpStatusCode.Found, (await SendAsync("/newsroom/settings/sign-in")).StatusCode);
    }

    [Fact]
    public async Task An_administrator_begins_a_new_key_or_revokes_one_and_the_record_names_who()
    {
        await site.Small.ReleaseAsync("The log begins");
        using var before = await OpenAsync("/newsroom/keys");
        Assert.Equal(2, before.QuerySelectorAll("section[id], section[aria-labelledby^=key-] .rows li").Length);
        foreach (var (act, keys) in (IEnumerable<(string, int)>)[("log/rotate", 3), ("seal/revoke", 4)])
        {
            using var shown = await OpenAsync("/newsroom/keys");
            var seen = ((IHtmlInputElement)shown.QuerySelector($"form[action$='{act}'] [name=seen]")!).Value;
            var presses = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => NewsroomSite.SendAsync(chief, "/newsroom/keys", $"/newsroom/keys/{act}", ("seen", seen))));
            Assert.StartsWith("/newsroom/keys?done=key-", presses.Single(answer => answer.StatusCode == HttpStatusCode.Found).Headers.Location?.ToString(), StringComparison.Ordinal);
            Assert.Equal(2, presses.Count(answer => answer.StatusCode == HttpStatusCode.Conflict));
            using var page = await OpenAsync("/newsroom/keys");
            Assert.Equal(keys, page.QuerySelectorAll("section[aria-labelledby^=key-] .rows li").Length);
        }

        var recorded = (await site.Small.Installation.Stores.Audit.FindAsync(new AuditSearch(), null, 1, Cancellation)).Single();
        Assert.Equal(("key-changed", "chief"), (recorded.Act, recorded.Actor));
        Assert.Equal(HttpStatusCode.NotFound, (await NewsroomSite.SendAsync(chief, "/newsroom/keys", "/newsroom/keys/none/rotate")).StatusCode);
    }

    [Fact]
    public async Task What_cannot_stand_is_told_at_its_field_and_what_was_typed_stays()
    {
        using var refused = await PageAsync(await SendAsync("/newsroom/settings/edition/en", ("timeZone", "Mars/North"), ("tagline", "Typed and not lost")), HttpStatusCode.BadRequest);
        Assert.Contains("Europe/Copenhagen", refused.QuerySelector("#f-timeZone-fault")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Typed and not lost", ((IHtmlInputElement)refused.QuerySelector("#f-tagline")!).Value);
        Assert.Equal("News of a test", site.Small.Installation.Publication.MainEdition.Tagline);
    }

    [Fact]
    public async Task Two_who_work_on_one_page_do_not_overwrite_each_other_unseen()
    {
        using var mine = await OpenAsync("/newsroom/settings/edition/en");
        await SendAsync("/newsroom/settings/edition/en", ("tagline", "By a colleague"));
        using var told = await PageAsync(await SendAsync(mine, "/newsroom/settings/edition/en", ("tagline", "Mine")), HttpStatusCode.Conflict);
        Assert.Contains("By a colleague", told.QuerySelector(".notice.wrong")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Found, (await SendAsync(told, "/newsroom/settings/edition/en")).StatusCode);
        Assert.Equal("Mine", site.Small.Installation.Publication.MainEdition.Tagline);
    }

    [Fact]
    public async Task Rows_of_a_list_go_up_and_away_by_buttons_and_nothing_is_saved_before_it_is_said()
    {
        using var moved = await PageAsync(await SendAsync("/newsroom/settings/sections/en", ("do", "up sections 1")), HttpStatusCode.OK);
        Assert.Equal("sea", ((IHtmlInputElement)moved.QuerySelector("[name='sections[0].slug']")!).Value);
        Assert.Equal(["city", "sea"], site.Small.Installation.Publication.MainEdition.Sections.Select(section => section.Slug));
        Assert.Equal(HttpStatusCode.Found, (await SendAsync(moved, "/newsroom/settings/sections/en")).StatusCode);
        Assert.Equal(["sea", "city"], site.Small.Installation.Publication.MainEdition.Sections.Select(section => section.Slug));
        using var shorter = await PageAsync(await SendAsync("/newsroom/settings/sections/en", ("do", "remove sections 0")), HttpStatusCode.OK);
        Assert.Equal("city", ((IHtmlInputElement)shorter.QuerySelector("[name='sections[0].slug']")!).Value);
    }

    [Fact]
    public async Task A_dragged_row_is_saved_where_it_was_dropped()
    {
        Assert.Equal(HttpStatusCode.Found, (await SendAsync("/newsroom/settings/sections/en", ("sections.order", "1 0 2"))).StatusCode);
        Assert.Equal(["sea", "city"], site.Small.Installation.Publication.MainEdition.Sections.Select(section => section.Slug));
    }

    [Fact]
    public async Task The_history_shows_before_and_after_and_brings_a_value_back()
    {
        await SendAsync("/newsroom/settings/edition/en", ("tagline", "A mistake"));
        using var history = await OpenAsync("/newsroom/settings/history?key=editions.en.tagline");
        var newest = history.QuerySelector(".versions > li")!;
        Assert.Equal(["News of a test", "A mistake"], newest.QuerySelectorAll("pre").Select(value => value.TextContent));
        var first = history.QuerySelectorAll(".versions > li")[^1].QuerySelector("form")!.GetAttribute("action")!;
        var reverted = await NewsroomSite.SendAsync(chief, "/newsroom/settings/history?key=editions.en.tagline", first);
        Assert.Equal("/newsroom/settings/history?key=editions.en.tagline&done=setting-reverted", reverted.Headers.Location?.ToString());
        Assert.Equal("News of a test", site.Small.Installation.Publication.MainEdition.Tagline);
    }

    [Theory]
    [InlineData("https://ledger.example", HttpStatusCode.OK)]
    [InlineData("javascript:alert(1)", HttpStatusCode.NotFound)]
    [InlineData("https://a.example/path", HttpStatusCode.NotFound)]
    public async Task The_mark_of_an_address_is_drawn_while_it_is_typed(string address, HttpStatusCode status) =>
        Assert.Equal(status, (await chief.GetAsync($"/newsroom/settings/preview/mark?address={Uri.EscapeDataString(address)}", Cancellation)).StatusCode);

    [Fact]
    public async Task An_editor_arranges_the_front_page_by_keyboard_and_nobody_sees_it_before_it_is_shown()
    {
        foreach (var headline in (string[])["First of all", "Second to it", "Third and last"])
        {
            await site.Small.ReleaseAsync(headline);
        }

        var editor = await site.SignedInAsync("june", Role.Editor);
        var code = (await site.Small.Installation.Stores.Lists.LatestAsync("en", 0, 3, Cancellation)).Single(card => card.Headline == "First of all").Code;
        const string Desk = "/newsroom/front/en";
        var plain = await editor.GetStringAsync("/", Cancellation);
        Assert.Equal($"{Desk}?done=front-kept", (await NewsroomSite.SendAsync(editor, Desk, Desk, ("do", "place"), ("slot", "Lead-0"), ("story", code.Digits))).Headers.Location?.ToString());
        Assert.Equal(plain, await editor.GetStringAsync("/", Cancellation));
        using (var preview = await editor.GetAsync($"{Desk}/preview", Cancellation))
        {
            Assert.Contains("First of all", LeadOf(await preview.Content.ReadAsStringAsync(Cancellation)), StringComparison.Ordinal);
            Assert.Equal("SAMEORIGIN", preview.Headers.GetValues("X-Frame-Options").Single());
        }

        Assert.Equal(HttpStatusCode.BadRequest, (await NewsroomSite.SendAsync(editor, Desk, Desk, ("do", "until Lead-0"), ("until-Lead-0", "2020-01-01T10:00"))).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await NewsroomSite.SendAsync(editor, Desk, Desk, ("do", "place"), ("slot", "Lead-0"), ("story", "ferry"))).StatusCode);
        Assert.Equal($"{Desk}?done=front-shown", (await NewsroomSite.SendAsync(editor, Desk, Desk, ("do", "show"))).Headers.Location?.ToString());
        Assert.Contains("First of all", LeadOf(await editor.GetStringAsync("/", Cancellation)), StringComparison.Ordinal);
        await NewsroomSite.SendAsync(editor, Desk, Desk, ("do", "move Lead-0 Rail-0"));
        await NewsroomSite.SendAsync(editor, Desk, Desk, ("do", "discard"));
        Assert.Contains("First of all", LeadOf(await editor.GetStringAsync("/", Cancellation)), StringComparison.Ordinal);
        await NewsroomSite.SendAsync(editor, Desk, Desk, ("do", "clear Lead-0"));
        await NewsroomSite.SendAsync(editor, Desk, Desk, ("do", "show"));
        Assert.DoesNotContain("First of all", LeadOf(await editor.GetStringAsync("/", Cancellation)), StringComparison.Ordinal);
    }

    private static string LeadOf(string html) => new HtmlParser().ParseDocument(html).QuerySelector("article.card.lead")!.TextContent;

    private async Task<IHtmlDocument> OpenAsync(string path) => await PageAsync(await chief.GetAsync(new Uri(path, UriKind.Relative), Cancellation), HttpStatusCode.OK);

    private static async Task<IHtmlDocument> PageAsync(HttpResponseMessage response, HttpStatusCode status)
    {
        Assert.Equal(status, response.StatusCode);
        return await new HtmlParser().ParseDocumentAsync(await response.Content.ReadAsStreamAsync(Cancellation), Cancellation);
    }

    private async Task<HttpResponseMessage> SendAsync(string path, params (string Name, string Value)[] typed)
    {
        using var page = await OpenAsync(path);
        return await SendAsync(page, path, typed);
    }

    // What a browser sends of a form as it stands, with what somebody typed into it.
    private async Task<HttpResponseMessage> SendAsync(IHtmlDocument page, string path, params (string Name, string Value)[] typed)
    {
        var fields = page.QuerySelectorAll("form.settings input, form.settings textarea").Where(field => field is not IHtmlInputElement { Type: "file" } && field is not IHtmlInputElement { Type: "radio" or "checkbox", IsChecked: false })
            .Select(field => KeyValuePair.Create(field.GetAttribute("name")!, field is IHtmlTextAreaElement area ? area.Value : ((IHtmlInputElement)field).Value))
            .Where(field => typed.All(each => each.Name != field.Key));
        using var form = new MultipartFormDataContent();
        foreach (var (name, value) in fields.Concat(typed.Select(each => KeyValuePair.Create(each.Name, each.Value))))
        {
            form.Add(new StringContent(value), name);
        }

        return await chief.PostAsync(new Uri(path, UriKind.Relative), form, Cancellation);
    }
}
