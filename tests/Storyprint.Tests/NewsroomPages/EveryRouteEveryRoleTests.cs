using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Storyprint.NewsroomPages.Hosting;
using Storyprint.Stories.Workflow;
using Storyprint.Tests.Engines;

namespace Storyprint.Tests.NewsroomPages;

public partial class EveryRouteEveryRoleTests
{
    public sealed class OnPostgres : EveryRouteEveryRoleTests, IOnPostgres;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    // Who may use each route: everybody, whoever is signed in, editors, administrators, or who holds a grant; ! asks again who it is.
    private static readonly Dictionary<string, string> Expected = new()
    {
        ["GET /sign-in"] = "anyone",
        ["POST /sign-in"] = "anyone",
        ["POST /sign-in/passkey-options"] = "anyone",
        ["POST /sign-in/passkey"] = "anyone",
        ["GET /sign-in/code"] = "anyone",
        ["POST /sign-in/code"] = "anyone",
        ["POST /sign-in/demo"] = "anyone",
        ["POST /sign-in/provider"] = "anyone",
        ["GET /sign-in/provider/done"] = "anyone",
        ["GET /join/{token}"] = "anyone",
        ["POST /join/{token}"] = "anyone",
        ["POST /join/{token}/passkey-options"] = "anyone",
        ["GET /guest/{token}"] = "anyone",
        ["POST /guest/{token}/comments"] = "anyone",
        ["POST /guest/{token}/copy"] = "anyone",
        ["GET /notices"] = "signed in",
        ["GET /notices/{id}"] = "signed in",
        ["POST /notices/read"] = "signed in",
        ["GET /account/notices"] = "signed in",
        ["POST /account/notices"] = "signed in",
        ["GET /keys"] = "administrators",
        ["POST /keys/{role}/rotate"] = "administrators!",
        ["POST /keys/{role}/revoke"] = "administrators!",
        ["GET /mail"] = "administrators",
        ["POST /mail/test"] = "administrators",
        ["POST /mail/{id}/retry"] = "administrators",
        ["POST /mail/{id}/discard"] = "administrators",
        ["POST /sign-out"] = "signed in",
        ["GET /confirm"] = "signed in",
        ["POST /confirm"] = "signed in",
        ["GET /"] = "signed in",
        ["GET /patterns"] = "administrators",
        ["GET /account"] = "signed in",
        ["POST /account"] = "signed in",
        ["POST /account/passkeys/options"] = "signed in!",
        ["POST /account/passkeys"] = "signed in!",
        ["POST /account/passkeys/{id}/remove"] = "signed in!",
        ["GET /account/password"] = "signed in!",
        ["POST /account/password"] = "signed in!",
        ["POST /account/recovery-codes"] = "signed in!",
        ["POST /account/sessions/{digest}/revoke"] = "signed in",
        ["POST /account/sessions/revoke-others"] = "signed in",
        ["GET /people"] = "people",
        ["GET /people/invite"] = "people!",
        ["POST /people/invite"] = "people!",
        ["POST /people/invitations/{digest}/revoke"] = "people!",
        ["GET /people/{id}"] = "people!",
        ["POST /people/{id}"] = "people!",
        ["POST /people/{id}/disable"] = "people!",
        ["POST /people/{id}/enable"] = "people!",
        ["POST /people/{id}/reset"] = "people!",
        ["GET /people/sessions"] = "people",
        ["POST /people/{id}/sessions/revoke"] = "people!",
        ["POST /people/{id}/sessions/{digest}/revoke"] = "people!",
        ["POST /desks"] = "administrators",
        ["POST /desks/{slug}/close"] = "administrators",
        ["GET /settings"] = "site",
        ["GET /settings/history"] = "site",
        ["POST /settings/history/{version}/revert"] = "site",
        ["GET /settings/preview/mark"] = "site",
        ["GET /settings/{sheet}/{language?}"] = "site",
        ["POST /settings/{sheet}/{language?}"] = "site",
        ["GET /front"] = "front",
        ["GET /front/{language}"] = "front",
        ["POST /front/{language}"] = "front",
        ["GET /front/{language}/preview"] = "front",
        ["GET /health"] = "administrators",
        ["GET /backups"] = "administrators",
        ["POST /backups"] = "administrators",
        ["GET /backups/progress"] = "administrators",
        ["GET /backups/{name}/download"] = "administrators!",
        ["POST /backups/{name}/delete"] = "administrators!",
        ["GET /import"] = "administrators",
        ["POST /import"] = "administrators",
        ["POST /import/uploads"] = "administrators",
        ["GET /import/{id}"] = "administrators",
        ["GET /import/{id}/state"] = "administrators",
        ["GET /import/{id}/progress"] = "administrators",
        ["GET /import/{id}/report"] = "administrators",
        ["POST /import/{id}/files/{file}/{offset}"] = "administrators",
        ["POST /import/{id}/check"] = "administrators",
        ["POST /import/{id}/run"] = "administrators",
        ["POST /import/{id}/stop"] = "administrators",
        ["POST /import/{id}/delete"] = "administrators",
        ["GET /setup"] = "administrators",
        ["POST /setup"] = "administrators",
        ["POST /setup/preview"] = "administrators",
        ["GET /record"] = "record",
        ["POST /record/export"] = "record!",
        ["GET /stories"] = "signed in",
        ["GET /stories/{code}"] = "signed in",
        ["GET /stories/mark"] = "signed in",
        ["POST /stories/views"] = "signed in",
        ["POST /stories/views/{id}/delete"] = "signed in",
        ["GET /schedule"] = "signed in",
        ["POST /stories/{code}/submit"] = "signed in",
        ["POST /stories/{code}/return"] = "signed in",
        ["POST /stories/{code}/approve"] = "signed in",
        ["POST /stories/{code}/holder"] = "signed in",
        ["POST /stories/{code}/section"] = "signed in",
        ["POST /stories/{code}/schedule"] = "signed in",
        ["POST /stories/{code}/unschedule"] = "signed in",
        ["GET /stories/{code}/release"] = "signed in",
        ["GET /stories/{code}/released"] = "signed in",
        ["POST /stories/{code}/release/note"] = "signed in",
        ["POST /stories/{code}/publish"] = "signed in",
        ["POST /stories/{code}/update"] = "signed in",
        ["POST /stories/{code}/correct"] = "signed in",
        ["POST /stories/{code}/correctnote"] = "signed in",
        ["POST /stories/{code}/retract"] = "signed in",
        ["POST /stories/{code}/withdraw"] = "signed in!",
        ["GET /stories/new"] = "signed in",
        ["POST /stories/new"] = "signed in",
        ["GET /stories/find"] = "signed in",
        ["GET /comments"] = "signed in",
        ["POST /spelling"] = "signed in",
        ["GET /spelling/suggestions"] = "signed in",
        ["GET /stories/{code}/comments"] = "signed in",
        ["POST /stories/{code}/proposals"] = "signed in",
        ["GET /stories/{code}/proposals/{proposal}"] = "signed in",
        ["POST /stories/{code}/proposals/{proposal}/accept"] = "signed in",
        ["POST /stories/{code}/proposals/{proposal}/reject"] = "signed in",
        ["POST /stories/{code}/proposals/{proposal}/close"] = "signed in",
        ["GET /stories/{code}/proposals/{proposal}/edit"] = "signed in",
        ["GET /stories/{code}/proposals/{proposal}/draft"] = "signed in",
        ["GET /stories/{code}/proposals/{proposal}/draft/since"] = "signed in",
        ["GET /stories/{code}/proposals/{proposal}/draft/events"] = "signed in",
        ["POST /stories/{code}/proposals/{proposal}/draft"] = "signed in",
        ["GET /stories/{code}/proposals/{proposal}/base"] = "signed in",
        ["GET /stories/{code}/edit"] = "signed in",
        ["GET /stories/{code}/preview"] = "signed in",
        ["GET /stories/{code}/preview/page"] = "signed in",
        ["GET /stories/{code}/preview/print"] = "signed in",
        ["GET /stories/{code}/preview/item"] = "signed in",
        ["GET /stories/{code}/preview/card"] = "signed in",
        ["GET /stories/{code}/preview/card.png"] = "signed in",
        ["GET /stories/{code}/seen"] = "signed in",
        ["GET /stories/{code}/draft"] = "signed in",
        ["GET /stories/{code}/draft/since"] = "signed in",
        ["GET /stories/{code}/draft/events"] = "signed in",
        ["POST /stories/{code}/draft"] = "signed in",
        ["GET /pictures"] = "signed in",
        ["GET /pictures/choose"] = "signed in",
        ["POST /pictures"] = "signed in",
        ["GET /pictures/{hash}"] = "signed in",
        ["POST /pictures/{hash}"] = "signed in",
        ["POST /pictures/{hash}/replace"] = "signed in",
        ["POST /stories/{code}/files"] = "signed in",
        ["POST /stories/{code}/pictures"] = "signed in",
        ["POST /stories/{code}/pictures/crop"] = "signed in",
        ["GET /stories/{code}/history"] = "signed in",
        ["GET /stories/{code}/history/compare"] = "signed in",
        ["GET /stories/{code}/authors"] = "signed in",
        ["POST /stories/{code}/history/{version}/name"] = "signed in",
        ["POST /stories/{code}/history/{version}/restore"] = "signed in",
        ["POST /stories/{code}/desk"] = "signed in",
        ["POST /stories/{code}/comments"] = "signed in",
        ["POST /stories/{code}/comments/{id}/done"] = "signed in",
        ["POST /stories/{code}/comments/{id}/open"] = "signed in",
        ["POST /stories/{code}/copy/{id}/take"] = "editors",
        ["POST /stories/{code}/copy/{id}/aside"] = "editors",
        ["POST /stories/{code}/guests"] = "editors",
        ["POST /stories/{code}/guests/{digest}/revoke"] = "editors",
    };

    [Fact]
    public void Every_route_is_listed_here_with_who_may_use_it()
    {
        var found = Routes().ToDictionary(route => $"{route.Method} {route.Pattern}", route => route.Access.Name + (route.Access.NeedsConfirmation ? "!" : ""));
        Assert.Equal(Expected.OrderBy(each => each.Key, StringComparer.Ordinal), found.OrderBy(each => each.Key, StringComparer.Ordinal));
    }

    [Fact]
    public async Task Every_route_answers_every_role_as_listed_and_nobody_with_a_door()
    {
        await using var site = await NewsroomSite.StartAsync();
        var browsers = new Dictionary<string, HttpClient>
        {
            ["nobody"] = site.Browser(),
            ["reporter"] = await site.SignedInAsync("reporter", Role.Reporter),
            ["people"] = await site.SignedInAsync("helper", Role.Reporter, Grant.People),
            ["record"] = await site.SignedInAsync("auditor", Role.Reporter, Grant.Record),
            ["editor"] = await site.SignedInAsync("editor", Role.Editor),
            ["administrator"] = await site.SignedInAsync("chief", Role.Administrator),
        };
        var tokens = new Dictionary<string, string>();
        foreach (var (who, browser) in browsers)
        {
            tokens[who] = await NewsroomSite.TokenAsync(browser, who == "nobody" ? "/newsroom/sign-in" : "/newsroom/account");
        }

        var wrong = new List<string>();
        foreach (var route in Routes().Where(route => route.Pattern != "/sign-out"))
        {
            foreach (var (who, browser) in browsers)
            {
                var path = "/newsroom" + Parameter().Replace(route.Pattern, "none");
                using var request = new HttpRequestMessage(new HttpMethod(route.Method), path);
                if (route.Method == "POST")
                {
                    request.Content = new FormUrlEncodedContent([new("form-token", tokens[who])]);
                }

                using var answer = await browser.SendAsync(request, Cancellation);
                var expected = Expectation(route.Access.Name, who);
                var isDoor = answer.StatusCode == HttpStatusCode.Found && answer.Headers.Location!.ToString().StartsWith("/newsroom/sign-in", StringComparison.Ordinal);
                var got = who == "nobody" && route.Access.Allows is not null && isDoor ? "door" : answer.StatusCode == HttpStatusCode.Forbidden ? "refused" : (int)answer.StatusCode >= 500 ? $"{(int)answer.StatusCode}" : "let in";
                if (got != expected)
                {
                    wrong.Add($"{who} {route.Method} {route.Pattern}: {got} ({(int)answer.StatusCode} {answer.Headers.Location}), expected {expected}");
                }
            }
        }

        Assert.Empty(wrong);
    }

    private static string Expectation(string access, string who) => access switch
    {
        "anyone" => "let in",
        _ when who == "nobody" => "door",
        "signed in" => "let in",
        "editors" => who is "editor" or "administrator" ? "let in" : "refused",
        "front" => who is "editor" or "administrator" ? "let in" : "refused",
        "administrators" => who == "administrator" ? "let in" : "refused",
        _ => who == access || who == "administrator" ? "let in" : "refused",
    };

    private static List<(string Method, string Pattern, Access Access)> Routes()
    {
        var routes = new MappedRoutes();
        NewsroomApplication.Map(routes);
        return [.. routes.DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>().Select(endpoint => (
            endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods[0], endpoint.RoutePattern.RawText!,
            endpoint.Metadata.GetMetadata<Access>() ?? throw new InvalidOperationException($"{endpoint.RoutePattern.RawText} has no access.")))];
    }

    private sealed class MappedRoutes : IEndpointRouteBuilder
    {
        public IServiceProvider ServiceProvider { get; } = new ServiceCollection().AddRouting().BuildServiceProvider();

        public ICollection<EndpointDataSource> DataSources { get; } = [];

        public IApplicationBuilder CreateApplicationBuilder() => new ApplicationBuilder(ServiceProvider);
    }

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex Parameter();
}
