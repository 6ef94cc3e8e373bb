using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Storyprint.People.SignIn;
using Storyprint.Serving;
using Storyprint.Stories.Workflow;
using Storyprint.Tests.People;
using Storyprint.Tests.Serving;

namespace Storyprint.Tests.NewsroomPages;

/// <summary>A publication that is served on loopback with its newsroom, and browsers without script that sign in to it.</summary>
internal sealed partial class NewsroomSite : IAsyncDisposable
{
    private readonly SmallInstallation small;
    private readonly WebApplication app;
    private long step;

    private NewsroomSite(SmallInstallation small, WebApplication app) => (this.small, this.app) = (small, app);

    public int Port => new Uri(app.Urls.First()).Port;

    public Uri Address => new($"http://localhost:{Port}");

    public SmallInstallation Small => small;

    public IServiceProvider Services => app.Services;

    public NewsroomPeople People => new(small.Installation.Database, small.Installation.Keys.Folder, TimeProvider.System);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<NewsroomSite> StartAsync()
    {
        var small = await SmallInstallation.CreateAsync();
        var app = WebHost.Create(small.Installation, "127.0.0.1", 0);
        await app.StartAsync(Cancellation);
        return new NewsroomSite(small, app);
    }

    /// <summary>A browser without script.</summary>
    public HttpClient Browser(CookieContainer? cookies = null) => new(new SocketsHttpHandler
    {
        CookieContainer = cookies ?? new CookieContainer(),
        AllowAutoRedirect = false,
        ConnectCallback = async (_, cancellation) =>
        {
            // Wherever the name leads, the server is here.
            var socket = new System.Net.Sockets.Socket(System.Net.Sockets.SocketType.Stream, System.Net.Sockets.ProtocolType.Tcp);
            await socket.ConnectAsync(IPAddress.Loopback, Port, cancellation);
            return new System.Net.Sockets.NetworkStream(socket, ownsSocket: true);
        },
    })
    {
        BaseAddress = Address,
    };

    /// <summary>A browser in which somebody new of a role has signed in.</summary>
    public async Task<HttpClient> SignedInAsync(string name, Role role, params Grant[] grants)
    {
        var (_, key, _) = await People.AddAsync(name, role, grants);
        var browser = Browser();
        await SignInAsync(browser, name, key);
        return browser;
    }

    public async Task SignInAsync(HttpClient browser, string name, string key)
    {
        var first = await SendAsync(browser, "/newsroom/sign-in", "/newsroom/sign-in", ("user-name", name), ("password", NewsroomPeople.Password));
        Assert.Equal("/newsroom/sign-in/code?then=%2F", first.Headers.Location?.ToString());
        var second = await SendAsync(browser, "/newsroom/sign-in/code", "/newsroom/sign-in/code", ("kind", "code"), ("code", CodeOf(key)));
        Assert.Equal("/newsroom/", second.Headers.Location?.ToString());
    }

    /// <summary>A code of an authenticator app; another each time, so that none is used twice.</summary>
    public string CodeOf(string key)
    {
        step = DateTimeOffset.UtcNow.ToUnixTimeSeconds() / 30;
        return Totp.Code(key, step);
    }

    /// <summary>Opens a page and sends its form with values of the test's own.</summary>
    public static async Task<HttpResponseMessage> SendAsync(HttpClient browser, string page, string action, params (string Name, string Value)[] values)
    {
        var token = await TokenAsync(browser, page);
        return await browser.PostAsync(new Uri(action, UriKind.Relative), new FormUrlEncodedContent([new("form-token", token), .. values.Select(value => KeyValuePair.Create(value.Name, value.Value))]), Cancellation);
    }

    public static async Task<string> TokenAsync(HttpClient browser, string page)
    {
        using var shown = await browser.GetAsync(new Uri(page, UriKind.Relative), Cancellation);
        return Token().Match(await shown.Content.ReadAsStringAsync(Cancellation)).Groups[1].Value;
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        small.Dispose();
    }

    [GeneratedRegex("""name="form-token" value="([^"]+)""")]
    private static partial Regex Token();
}
