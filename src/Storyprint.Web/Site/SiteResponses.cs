using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Storyprint.Storage.Changes;
using Storyprint.Stories.Editions;
using Storyprint.Web.Rendering;
using Storyprint.Web.Serving;

namespace Storyprint.Web.Site;

/// <summary>Answers with a page of the site, or with one that says what went wrong.</summary>
public sealed class SiteResponses(PageRenderer renderer, TimeProvider clock)
{
    private const string Html = "text/html; charset=utf-8";

    /// <summary>Renders a page; its view, head and the present moment are given to it beside its own parameters.</summary>
    public async Task<PageResult> AnswerAsync<TPage>(PageContext view, PageHead head, params (string Name, object? Value)[] parameters)
        where TPage : IComponent =>
        new(await RenderAsync<TPage>(view, head, parameters), Html);

    public Task<PageResult> NotFoundAsync(PageContext view) =>
        MessageAsync(view, StatusCodes.Status404NotFound, view.T("notfound.title"), view.T("notfound.say"));

    /// <param name="say">When the story was withdrawn, and the kind of reason.</param>
    public Task<PageResult> GoneAsync(PageContext view, string say) =>
        MessageAsync(view, StatusCodes.Status410Gone, view.T("gone.title"), say, facts: ("storyprint:status", "withdrawn"));

    /// <summary>Something that must not happen, and that readers are to tell us of.</summary>
    public Task<PageResult> AlarmAsync(PageContext view, string title, string say) => MessageAsync(view, StatusCodes.Status404NotFound, title, say);

    public Task<PageResult> BadRequestAsync(PageContext view) =>
        MessageAsync(view, StatusCodes.Status400BadRequest, view.T("badrequest.title"), view.T("badrequest.say"));

    /// <summary>A code whose check digit shows that it was mistyped.</summary>
    public Task<PageResult> TypingErrorAsync(PageContext view, string typed) => MessageAsync(
        view, StatusCodes.Status404NotFound, view.T("typing.title"), view.Texts.Format("typing.say", $"\u2066{typed}\u2069"), typed);

    /// <summary>A good code that no story bears.</summary>
    public Task<PageResult> NoSuchCodeAsync(PageContext view, string typed) => MessageAsync(
        view, StatusCodes.Status404NotFound, view.T("nocode.title"), view.Texts.Format("nocode.say", $"\u2066{typed}\u2069"), typed);

    /// <summary>The database cannot be reached now.</summary>
    public Task<PageResult> UnavailableAsync(PageContext view) => MessageAsync(view, StatusCodes.Status503ServiceUnavailable, view.T("away.title"), view.T("away.say"));

    /// <summary>More is asked for at once than the machine can do.</summary>
    public Task<PageResult> BusyAsync(PageContext view) => MessageAsync(view, StatusCodes.Status503ServiceUnavailable, view.T("busy.title"), view.T("busy.say"));

    /// <summary>The reader's address asks too often.</summary>
    public Task<PageResult> TooManyRequestsAsync(PageContext view) =>
        MessageAsync(view, StatusCodes.Status429TooManyRequests, view.T("toomany.title"), view.T("toomany.say"));

    /// <param name="reference">The number under which the fault stands in the log of the server.</param>
    public Task<PageResult> FaultAsync(PageContext view, string reference) => MessageAsync(
        view, StatusCodes.Status500InternalServerError, view.T("error.title"), view.Texts.Format("error.say", reference));

    private async Task<PageResult> MessageAsync(PageContext view, int status, string title, string say, string typed = "", params (string, string)[] facts)
    {
        var body = await RenderAsync<MessagePage>(view, new PageHead { Title = title, Facts = facts }, [("Title", title), ("Say", say), ("Typed", typed)]);
        return new PageResult(body, Html, status);
    }

    private Task<byte[]> RenderAsync<TPage>(PageContext view, PageHead head, (string Name, object? Value)[] parameters)
        where TPage : IComponent
    {
        var now = clock.GetUtcNow();
        if (!view.IsCopy)
        {
            // The day stands at the head of the page.
            CacheDependencies.ExpireAt(CalendarDate.From(now, view.Edition).Span(view.Edition.Zone).Until);
        }

        var all = new Dictionary<string, object?> { ["View"] = view, ["Head"] = head, ["Now"] = now };
        foreach (var (name, value) in parameters)
        {
            all[name] = value;
        }

        return renderer.RenderAsync<TPage>(all);
    }
}
