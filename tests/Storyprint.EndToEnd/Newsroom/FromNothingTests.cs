using Microsoft.Playwright;
using Storyprint.EndToEnd.Machine;
using Storyprint.Tests;
using Storyprint.Tests.Engines;

namespace Storyprint.EndToEnd.Newsroom;

/// <summary>From an empty folder to a publication in which an invited reporter is signed in, in a real browser.</summary>
public sealed class FromNothingTests(Chromium chromium)
{
    private const int MaxSteps = 12;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("en-GB", false)]
    [InlineData("fa-IR", false)]
    [InlineData("en-GB", true)]
    public async Task At_most_twelve_steps_lead_from_nothing_to_an_invited_reporter_on_a_phone(string locale, bool onPostgres)
    {
        var folder = Directory.CreateTempSubdirectory("storyprint-nothing-").FullName;
        try
        {
            var environment = new Dictionary<string, string>();
            if (onPostgres)
            {
                environment["STORYPRINT_DATABASE"] = await PostgresCluster.MakeDatabaseAsync(Cancellation);
            }

            await using var program = StoryprintProcess.Start(environment, "serve", "--data", folder, "--port", "0");
            var link = await LinkAsync(program);
            await using var administrator = await NewsroomWindow.OpenAsync(chromium, new() { Locale = locale });
            await administrator.OpenAsync(link);
            await administrator.SendAsync("button[data-passkey=create]", ("display-name", "Ada Vance"), ("user-name", "ada"));
            Assert.EndsWith("/newsroom/setup", administrator.Page.Url, StringComparison.Ordinal);
            await administrator.Page.FillAsync("[name=name]", "The Fen Post");
            await administrator.Page.FillAsync("[name=address]", "fenpost.example");
            await administrator.Page.ClickAsync("button[type=submit]:not([name])");

            // The page goes on by itself, from the server that asked to the one that serves.
            await administrator.Page.WaitForURLAsync("**/newsroom/", new() { Timeout = 120_000 });
            Assert.Contains("The Fen Post", await administrator.Page.TitleAsync(), StringComparison.Ordinal);
            await administrator.OpenAsync(new Uri(new Uri(link), "/newsroom/people/invite").ToString());
            await administrator.Page.FillAsync("[name=display-name]", "Rosa Lund");
            await administrator.Page.ClickAsync("main form button[type=submit]");
            var invitation = await administrator.Page.InputValueAsync("#link");

            await using var reporter = await NewsroomWindow.OpenAsync(chromium, new() { Locale = locale, ViewportSize = new ViewportSize { Width = 390, Height = 800 } });
            await reporter.OpenAsync(invitation);
            await reporter.SendAsync("button[data-passkey=create]", ("user-name", "rosa"));
            Assert.EndsWith("/newsroom/?done=joined", reporter.Page.Url, StringComparison.Ordinal);
            Assert.Equal(locale[..2], await reporter.Page.GetAttributeAsync("html", "lang"));
            await reporter.SendAsync(".me button");
            await reporter.SendAsync("button[data-passkey=get]");
            Assert.EndsWith("/newsroom/", reporter.Page.Url, StringComparison.Ordinal);

            // Two forms were sent by hand above.
            Assert.InRange(administrator.Steps + reporter.Steps + 2, 1, MaxSteps);
            var again = await reporter.OpenAsync(invitation);
            Assert.Equal(410, again.Status);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Theory]
    [InlineData("en-GB", false)]
    [InlineData("fa-IR", true)]
    public async Task At_most_twenty_steps_lead_from_nothing_to_a_first_published_story(string locale, bool onPostgres)
    {
        var folder = Directory.CreateTempSubdirectory("storyprint-first-").FullName;
        try
        {
            var environment = new Dictionary<string, string>();
            if (onPostgres)
            {
                environment["STORYPRINT_DATABASE"] = await PostgresCluster.MakeDatabaseAsync(Cancellation);
            }

            await using var program = StoryprintProcess.Start(environment, "serve", "--data", folder, "--port", "0");
            var link = await LinkAsync(program);
            await using var window = await NewsroomWindow.OpenAsync(chromium, new() { Locale = locale });
            var page = window.Page;
            await window.OpenAsync(link);
            await window.SendAsync("button[data-passkey=create]", ("display-name", "Ada Vance"), ("user-name", "ada"));
            await page.FillAsync("[name=name]", "The Fen Post");
            await page.FillAsync("[name=address]", "fenpost.example");
            await page.ClickAsync("button[type=submit]:not([name])");
            await page.WaitForURLAsync("**/newsroom/", new() { Timeout = 120_000 });

            // Each of these is one step: a link, a form, or what is typed in between.
            var steps = window.Steps + 1;
            await StepAsync("a[href$='/newsroom/stories']");
            await StepAsync("a[href$='/stories/new']");
            await page.FillAsync("[name=headline]", "The mill wheel turns again");
            await page.Locator("select[name^='section-']").First.SelectOptionAsync(new SelectOptionValue { Index = 1 });
            await StepAsync("main form button[type=submit]");
            await page.WaitForSelectorAsync(".draft[contenteditable=true]");
            await page.FocusAsync(".draft");
            await page.Keyboard.PressAsync("Control+End");
            await page.Keyboard.TypeAsync("It stood still for nine years.");
            steps++;
            var code = new Uri(page.Url).Segments[^2].TrimEnd('/');
            var story = new Uri(page.Url).GetLeftPart(UriPartial.Authority) + $"/newsroom/stories/{code}";
            await Polling.UntilAsync(async () => (await (await page.APIRequest.GetAsync(story + "/draft")).TextAsync()).Contains("nine years", StringComparison.Ordinal), "the words are on the server");
            await page.GotoAsync(story);
            steps++;
            await StepAsync("a[href$='/release']");
            await StepAsync("form[action$='/publish'] button[type=submit]");
            Assert.EndsWith("/released", page.Url, StringComparison.Ordinal);
            Assert.Contains("nine years", await (await page.APIRequest.GetAsync(new Uri(new Uri(page.Url), $"/news/{code}").ToString())).TextAsync(), StringComparison.Ordinal);
            Assert.InRange(steps, 1, 20);

            async Task StepAsync(string selector)
            {
                var before = page.Url;
                await page.ClickAsync(selector);
                await page.WaitForURLAsync(url => url != before);
                steps++;
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<string> LinkAsync(StoryprintProcess program)
    {
        while (true)
        {
            if (program.Said.Split('\n').FirstOrDefault(line => line.Contains("/newsroom/join/", StringComparison.Ordinal)) is { } line && program.Said.Contains("Press Ctrl+C", StringComparison.Ordinal))
            {
                return line.Trim();
            }

            Assert.False(program.HasExited, program.Said);
            await Task.Delay(50, Cancellation);
        }
    }
}
