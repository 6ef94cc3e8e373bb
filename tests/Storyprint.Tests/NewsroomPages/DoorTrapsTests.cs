using System.Net;
using Storyprint.NewsroomPages.Hosting;
using Storyprint.People.Links;
using Storyprint.People.Sessions;
using Storyprint.People.SignIn;
using Storyprint.Storage.Audit;
using Storyprint.Stories.Workflow;
using Storyprint.Tests.Engines;
using Storyprint.Tests.People;

namespace Storyprint.Tests.NewsroomPages;

/// <summary>The traps of doors, each with a test named after it.</summary>
public class DoorTrapsTests
{
    public sealed class OnPostgres : DoorTrapsTests, IOnPostgres;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_same_code_of_the_app_is_not_taken_twice()
    {
        await using var site = await NewsroomSite.StartAsync();
        var (_, key, _) = await site.People.AddAsync("anna", Role.Reporter);
        var code = site.CodeOf(key);
        var (one, other) = (site.Browser(), site.Browser());
        foreach (var browser in (HttpClient[])[one, other])
        {
            await NewsroomSite.SendAsync(browser, "/newsroom/sign-in", "/newsroom/sign-in", ("user-name", "anna"), ("password", NewsroomPeople.Password));
        }

        Assert.Equal(HttpStatusCode.Found, (await NewsroomSite.SendAsync(one, "/newsroom/sign-in/code", "/newsroom/sign-in/code", ("code", code))).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await NewsroomSite.SendAsync(other, "/newsroom/sign-in/code", "/newsroom/sign-in/code", ("code", code))).StatusCode);
    }

    [Fact]
    public async Task A_recovery_code_opens_once()
    {
        await using var site = await NewsroomSite.StartAsync();
        var (_, _, codes) = await site.People.AddAsync("anna", Role.Reporter);
        foreach (var expected in (HttpStatusCode[])[HttpStatusCode.Found, HttpStatusCode.Unauthorized])
        {
            var browser = site.Browser();
            await NewsroomSite.SendAsync(browser, "/newsroom/sign-in", "/newsroom/sign-in", ("user-name", "anna"), ("password", NewsroomPeople.Password));
            Assert.Equal(expected, (await NewsroomSite.SendAsync(browser, "/newsroom/sign-in/code", "/newsroom/sign-in/code", ("kind", "recovery"), ("code", codes[0].ToLowerInvariant()))).StatusCode);
        }
    }

    [Fact]
    public async Task A_password_alone_signs_nobody_in()
    {
        await using var site = await NewsroomSite.StartAsync();
        await site.People.AddAsync("anna", Role.Reporter);
        var browser = site.Browser();
        await NewsroomSite.SendAsync(browser, "/newsroom/sign-in", "/newsroom/sign-in", ("user-name", "anna"), ("password", NewsroomPeople.Password));
        using var home = await browser.GetAsync(new Uri("/newsroom/", UriKind.Relative), Cancellation);
        Assert.StartsWith("/newsroom/sign-in", home.Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_record_tells_by_what_somebody_signed_in()
    {
        await using var site = await NewsroomSite.StartAsync();
        await site.SignedInAsync("anna", Role.Reporter);
        var entries = await site.Small.Installation.Stores.Audit.FindAsync(new AuditSearch { Act = AuditAct.SignIn.Word }, null, 5, Cancellation);
        Assert.Equal(SignInMethod.PasswordAndCode, Assert.Single(entries).After);
    }

    [Fact]
    public async Task Nobody_learns_from_the_answer_whether_a_name_exists()
    {
        await using var site = await NewsroomSite.StartAsync();
        await site.People.AddAsync("anna", Role.Reporter);
        async Task<string> WrongAsync(string name)
        {
            var answer = await NewsroomSite.SendAsync(site.Browser(), "/newsroom/sign-in", "/newsroom/sign-in", ("user-name", name), ("password", "wrong wrong wrong"));
            Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
            return (await answer.Content.ReadAsStringAsync(Cancellation)).Split("class=\"notice")[1].Split("</div>")[0];
        }

        Assert.Equal(await WrongAsync("anna"), await WrongAsync("nobody-of-that-name"));
    }

    [Fact]
    public async Task A_guesser_is_told_to_wait_and_signs_in_with_the_right_password_after()
    {
        await using var site = await NewsroomSite.StartAsync();
        await site.People.AddAsync("anna", Role.Reporter);
        var statuses = new List<HttpStatusCode>();
        for (var attempt = 0; attempt < 5; attempt++)
        {
            statuses.Add((await NewsroomSite.SendAsync(site.Browser(), "/newsroom/sign-in", "/newsroom/sign-in", ("user-name", "anna"), ("password", "wrong wrong wrong"))).StatusCode);
        }

        Assert.Equal([HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized, HttpStatusCode.TooManyRequests, HttpStatusCode.TooManyRequests], statuses);
    }

    [Fact]
    public async Task Nonsense_for_a_passkey_is_slowed_and_does_not_fill_the_record()
    {
        await using var site = await NewsroomSite.StartAsync();
        var statuses = new List<HttpStatusCode>();
        foreach (var nonsense in (string[])["", "{\"id\":null}", "{\"id\":\"AA\",\"response\":null}", "[null]", "{}", "nonsense"])
        {
            statuses.Add((await NewsroomSite.SendAsync(site.Browser(), "/newsroom/sign-in", "/newsroom/sign-in/passkey", ("credential", nonsense))).StatusCode);
        }

        Assert.Equal([HttpStatusCode.Unauthorized, HttpStatusCode.TooManyRequests], statuses.Distinct());
        Assert.Single(await site.Small.Installation.Stores.Audit.FindAsync(new AuditSearch { Act = AuditAct.SignInFailed.Word }, null, 9, Cancellation));
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example")]
    [InlineData("javascript:alert(1)")]
    [InlineData("/\r\nSet-Cookie: x=y")]
    public async Task A_door_leads_to_no_other_site(string then)
    {
        await using var site = await NewsroomSite.StartAsync();
        var browser = await site.SignedInAsync("anna", Role.Reporter);
        using var answer = await browser.GetAsync(new Uri($"/newsroom/sign-in?then={Uri.EscapeDataString(then)}", UriKind.Relative), Cancellation);
        Assert.Equal("/newsroom/", answer.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task A_form_without_its_token_or_from_another_site_does_nothing()
    {
        await using var site = await NewsroomSite.StartAsync();
        var browser = await site.SignedInAsync("anna", Role.Administrator);
        using (var bare = await browser.PostAsync(new Uri("/newsroom/desks", UriKind.Relative), new FormUrlEncodedContent([new("name", "City")]), Cancellation))
        {
            Assert.Equal(HttpStatusCode.BadRequest, bare.StatusCode);
        }

        var token = await NewsroomSite.TokenAsync(browser, "/newsroom/people");
        foreach (var (header, value) in ((string, string)[])[("Origin", "https://evil.example"), ("Sec-Fetch-Site", "cross-site"), ("Origin", "null"), ("Sec-Fetch-Site", "same-site")])
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/newsroom/desks") { Content = new FormUrlEncodedContent([new("form-token", token), new("name", "City")]) };
            request.Headers.TryAddWithoutValidation(header, value);
            using var answer = await browser.SendAsync(request, Cancellation);
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        }

        Assert.DoesNotContain("City", await browser.GetStringAsync(new Uri("/newsroom/people", UriKind.Relative), Cancellation), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("evil.example")]
    [InlineData("127.0.0.1")]
    [InlineData("localhost.evil.example")]
    public async Task A_host_that_is_not_the_newsrooms_gets_no_form_and_no_cookie(string host)
    {
        await using var site = await NewsroomSite.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/newsroom/sign-in");
        request.Headers.Host = $"{host}:{site.Port}";
        using var answer = await site.Browser().SendAsync(request, Cancellation);
        Assert.Equal(HttpStatusCode.MisdirectedRequest, answer.StatusCode);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task Behind_a_proxy_the_name_localhost_opens_nothing()
    {
        await using var site = await NewsroomSite.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/newsroom/sign-in");
        request.Headers.TryAddWithoutValidation("X-Forwarded-Proto", "https");
        using var answer = await site.Browser().SendAsync(request, Cancellation);
        Assert.Equal(HttpStatusCode.MisdirectedRequest, answer.StatusCode);
    }

    [Fact]
    public async Task At_its_public_address_every_cookie_is_bound_to_the_host()
    {
        await using var site = await NewsroomSite.StartAsync();
        var (_, key, _) = await site.People.AddAsync("anna", Role.Reporter);
        var origin = NewsroomOrigin.Public(site.Small.Installation.Publication);
        Assert.True(origin.IsSecure);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/newsroom/sign-in");
        request.Headers.Host = origin.Host;
        using var answer = await site.Browser().SendAsync(request, Cancellation);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.All(answer.Headers.GetValues("Set-Cookie"), cookie =>
        {
            Assert.StartsWith("__Host-", cookie, StringComparison.Ordinal);
            Assert.Contains("secure", cookie, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("samesite", cookie, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("path=/;", cookie, StringComparison.OrdinalIgnoreCase);
        });
    }

    [Fact]
    public async Task Readers_pages_set_no_cookie_and_read_none()
    {
        await using var site = await NewsroomSite.StartAsync();
        var browser = await site.SignedInAsync("anna", Role.Administrator);
        using var mine = await browser.GetAsync(new Uri("/", UriKind.Relative), Cancellation);
        Assert.False(mine.Headers.Contains("Set-Cookie"));
        Assert.Equal(await site.Browser().GetStringAsync(new Uri("/", UriKind.Relative), Cancellation), await mine.Content.ReadAsStringAsync(Cancellation));
    }

    [Fact]
    public async Task A_revoked_session_is_refused_at_its_next_request_and_a_disabled_person_too()
    {
        await using var site = await NewsroomSite.StartAsync();
        var anna = await site.SignedInAsync("anna", Role.Administrator);
        var rosa = await site.SignedInAsync("rosa", Role.Reporter);
        var person = (await site.People.Directory.FindByNameAsync("rosa", Cancellation))!;
        var answer = await NewsroomSite.SendAsync(anna, $"/newsroom/people/{person.Id}", $"/newsroom/people/{person.Id}/sessions/revoke");
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        using var refused = await rosa.GetAsync(new Uri("/newsroom/", UriKind.Relative), Cancellation);
        Assert.Equal(HttpStatusCode.Found, refused.StatusCode);
        Assert.Empty(await new SessionStore(site.Small.Installation.Database, TimeProvider.System).OfAsync(person.Id, Cancellation));
    }

    [Fact]
    public async Task After_a_sign_out_the_cookie_opens_nothing_and_no_page_may_be_kept()
    {
        await using var site = await NewsroomSite.StartAsync();
        var cookies = new CookieContainer();
        var (_, key, _) = await site.People.AddAsync("anna", Role.Reporter);
        var browser = site.Browser(cookies);
        await site.SignInAsync(browser, "anna", key);
        using var page = await browser.GetAsync(new Uri("/newsroom/account", UriKind.Relative), Cancellation);
        Assert.Contains("no-store", page.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        var kept = cookies.GetCookies(new Uri(site.Address, "/newsroom/"))["storyprint"]!.Value;
        await NewsroomSite.SendAsync(browser, "/newsroom/account", "/newsroom/sign-out");
        using var request = new HttpRequestMessage(HttpMethod.Get, "/newsroom/account");
        request.Headers.Add("Cookie", $"storyprint={kept}");
        using var answer = await new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = site.Address }.SendAsync(request, Cancellation);
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
    }

    [Fact]
    public async Task A_cookie_that_was_planted_before_does_not_become_a_session()
    {
        await using var site = await NewsroomSite.StartAsync();
        var cookies = new CookieContainer();
        cookies.Add(new Uri(site.Address, "/newsroom/"), new Cookie("storyprint", "planted", "/newsroom"));
        var (_, key, _) = await site.People.AddAsync("anna", Role.Reporter);
        await site.SignInAsync(site.Browser(cookies), "anna", key);
        Assert.NotEqual("planted", cookies.GetCookies(new Uri(site.Address, "/newsroom/"))["storyprint"]!.Value);
    }

    [Fact]
    public async Task Sensitive_acts_ask_again_who_it_is()
    {
        await using var site = await NewsroomSite.StartAsync();
        var anna = await site.SignedInAsync("anna", Role.Administrator);
        await using (var connection = await site.Small.Installation.Database.OpenAsync(Cancellation))
        {
            await Storyprint.Storage.Engine.Sql.ExecuteAsync(connection, "UPDATE person_session SET confirmed_at = 0", Cancellation);
        }

        using var asked = await anna.GetAsync(new Uri("/newsroom/people/invite", UriKind.Relative), Cancellation);
        Assert.Equal("/newsroom/confirm?then=%2Fpeople%2Finvite", asked.Headers.Location!.OriginalString);
        var wrong = await NewsroomSite.SendAsync(anna, "/newsroom/confirm", "/newsroom/confirm", ("password", "wrong wrong wrong"), ("then", "/people/invite"));
        Assert.Equal(HttpStatusCode.Unauthorized, wrong.StatusCode);
        var right = await NewsroomSite.SendAsync(anna, "/newsroom/confirm", "/newsroom/confirm", ("password", NewsroomPeople.Password), ("then", "/people/invite"));
        Assert.Equal("/newsroom/people/invite", right.Headers.Location!.OriginalString);
        using var let = await anna.GetAsync(new Uri("/newsroom/people/invite", UriKind.Relative), Cancellation);
        Assert.Equal(HttpStatusCode.OK, let.StatusCode);
    }

    [Fact]
    public async Task A_name_of_a_megabyte_or_with_reversed_letters_is_refused_in_words()
    {
        await using var site = await NewsroomSite.StartAsync();
        var anna = await site.SignedInAsync("anna", Role.Administrator);
        foreach (var name in (string[])[new string('a', 900_000), "June \u202Erofako", "<script>alert(1)</script>", "", "City\r\nSea", "Jυne"])
        {
            var answer = await NewsroomSite.SendAsync(anna, "/newsroom/people/invite", "/newsroom/people/invite", ("display-name", name), ("role", "reporter"));
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
            var desk = await NewsroomSite.SendAsync(anna, "/newsroom/people", "/newsroom/desks", ("name", name));
            Assert.Equal(HttpStatusCode.BadRequest, desk.StatusCode);
            Assert.Contains("id=\"f-name-fault\"", await desk.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        }

        try
        {
            var huge = await NewsroomSite.SendAsync(anna, "/newsroom/people/invite", "/newsroom/people/invite", ("display-name", new string('a', 3_000_000)));
            Assert.InRange((int)huge.StatusCode, 400, 499);
        }
        catch (HttpRequestException)
        {
            // The server answered and closed before all of it was sent.
        }

        Assert.Equal(HttpStatusCode.OK, (await anna.GetAsync("/newsroom/people", Cancellation)).StatusCode);
    }

    [Fact]
    public async Task A_double_click_makes_one_person()
    {
        await using var site = await NewsroomSite.StartAsync();
        var token = await site.People.Links.CreateAsync(TestActor.Editor, LinkPurpose.FirstAdministrator, null, null, "first", cancellation: Cancellation);
        var browser = site.Browser();
        var page = await browser.GetStringAsync(new Uri($"/newsroom/join/{token}", UriKind.Relative), Cancellation);
        var (form, sealedKey) = (await NewsroomSite.TokenAsync(browser, $"/newsroom/join/{token}"), page.Split("name=\"key\" value=\"")[1].Split('"')[0]);
        var key = page.Split("class=\"key\">")[1].Split('<')[0].Replace(" ", "", StringComparison.Ordinal);
        var content = (KeyValuePair<string, string>[])[
            new("form-token", form), new("key", sealedKey), new("display-name", "Anna Berg"), new("user-name", "anna"), new("password", NewsroomPeople.Password), new("code", Totp.Code(key, DateTimeOffset.UtcNow.ToUnixTimeSeconds() / 30))];
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => browser.PostAsync(new Uri($"/newsroom/join/{token}", UriKind.Relative), new FormUrlEncodedContent(content), Cancellation)));
        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.OK);
        Assert.DoesNotContain(answers, answer => (int)answer.StatusCode >= 500);
        Assert.Equal(Role.Administrator, Assert.Single(await site.People.Directory.ListAsync(Cancellation)).Role);
    }

    [Fact]
    public async Task The_demonstrations_people_are_nobody_elsewhere()
    {
        await using var site = await NewsroomSite.StartAsync();
        var answer = await NewsroomSite.SendAsync(site.Browser(), "/newsroom/sign-in", "/newsroom/sign-in/demo", ("person", "june"));
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }
}
