using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Storyprint.Storage.Changes;
using Storyprint.Stories.Editions;
using Storyprint.Web.Rendering;
using Storyprint.Web.Serving;

namespace Storyprint.Web.Site;

/// <summary>Renders pages of the site, including those for errors.</summary>
public sealed class SiteResponses(PageRenderer renderer, TimeProvider clock)
{
    private const string Html = "text/html; charset=utf-8";

    /// <summary>Renders a page. Its context, its head and the current time are passed beside its own parameters.</summary>
    public async Task<PageResult> AnswerAsync<TPage>(PageContext page, PageHead head, params (string Name, object? Value)[] parameters)
        where TPage : IComponent =>
        new(await RenderAsync<TPage>(page, head, parameters), Html);

    public Task<PageResult> NotFoundAsync(PageContext page) =>
        MessageAsync(page, StatusCodes.Status404NotFound, page.T("notfound.title"), page.T("notfound.say"));

    /// <param name="say">When the story was withdrawn, and the kind of reason.</param>
    public Task<PageResult> GoneAsync(PageContext page, string say) =>
        MessageAsync(page, StatusCodes.Status410Gone, page.T("gone.title"), say, facts: ("storyprint:status", "withdrawn"));

    /// <summary>An alarm: something that must not happen and that readers are asked to report.</summary>
    public Task<PageResult> AlarmAsync(PageContext page, string title, string say) => MessageAsync(page, StatusCodes.Status404NotFound, title, say);

    public Task<PageResult> BadRequestAsync(PageContext page) =>
        MessageAsync(page, StatusCodes.Status400BadRequest, page.T("badrequest.title"), page.T("badrequest.say"));

    /// <summary>A code with a wrong check digit: it was mistyped.</summary>
    public Task<PageResult> TypingErrorAsync(PageContext page, string typed) => MessageAsync(
        page, StatusCodes.Status404NotFound, page.T("typing.title"), page.Texts.Format("typing.say", $"\u2066{typed}\u2069"), typed);

    /// <summary>A valid code without a story.</summary>
    public Task<PageResult> NoSuchCodeAsync(PageContext page, string typed) => MessageAsync(
        page, StatusCodes.Status404NotFound, page.T("nocode.title"), page.Texts.Format("nocode.say", $"\u2066{typed}\u2069"), typed);

    /// <summary>The database is unavailable.</summary>
    public Task<PageResult> UnavailableAsync(PageContext page) => MessageAsync(page, StatusCodes.Status503ServiceUnavailable, page.T("away.title"), page.T("away.say"));

    /// <summary>More is asked for at once than the machine can do.</summary>
    public Task<PageResult> BusyAsync(PageContext page) => MessageAsync(page, StatusCodes.Status503ServiceUnavailable, page.T("busy.title"), page.T("busy.say"));

    /// <summary>The reader's address asks too often.</summary>
    public Task<PageResult> TooManyRequestsAsync(PageContext page) =>
        MessageAsync(page, StatusCodes.Status429TooManyRequests, page.T("toomany.title"), page.T("toomany.say"));

    /// <param name="reference">The number by which the fault is found in the server's log.</param>
    public Task<PageResult> FaultAsync(PageContext page, string reference) => MessageAsync(
        page, StatusCodes.Status500InternalServerError, page.T("error.title"), page.Texts.Format("error.say", reference));

    private async Task<PageResult> MessageAsync(PageContext page, int status, string title, string say, string typed = "", params (string, string)[] facts)
    {
        var body = await RenderAsync<MessagePage>(page, new PageHead { Title = title, Facts = facts }, [("Title", title), ("Say", say), ("Typed", typed)]);
        return new PageResult(body, Html, status);
    }

    private Task<byte[]> RenderAsync<TPage>(PageContext page, PageHead head, (string Name, object? Value)[] parameters)
        where TPage : IComponent
    {
        var now = clock.GetUtcNow();
        if (!page.IsCopy)
        {
            // The page's head shows today's date.
            CacheDependencies.ExpireAt(CalendarDate.From(now, page.Edition).Span(page.Edition.Zone).Until);
        }

        var all = new Dictionary<string, object?> { ["Page"] = page, ["Head"] = head, ["Now"] = now };
        foreach (var (name, value) in parameters)
        {
            all[name] = value;
        }

        return renderer.RenderAsync<TPage>(all);
    }
}
