using System.Text;
using Storyprint.Checking;
using Storyprint.Formats.Html;
using Storyprint.Storage.Stories;
using Storyprint.Web.PrintPages;
using Storyprint.Web.Site;

namespace Storyprint.Web.Copies;

/// <summary>The words of the story page on a screen, of the same page printed, and of the print page, read from what is served.</summary>
public sealed class ShownPages(StoryPageHandler stories, PrintPageHandler prints) : IShownPages
{
    // As site.css, site-print.css and browsers hide them.
    private const string OnPaperAlone = ".at-file, .stamp, .onpaper, .identity details > :not(summary)";
    private const string OnScreenAlone = ".topics, .identity, .acts, .translations, button";

    public async Task<IReadOnlyList<string>> OfAsync(PublishedStory revision, CancellationToken cancellation = default)
    {
        // The button is hidden only until a script shows it.
        var story = Encoding.UTF8.GetString((await stories.PageAsync(revision, cancellation)).Body).Replace(" hidden data-copy=", " data-copy=", StringComparison.Ordinal);
        var print = Encoding.UTF8.GetString((await prints.PageAsync(revision, null, cancellation)).Body);
        return [Read(story, OnPaperAlone), Read(story, OnScreenAlone), Read(print, null)];
    }

    private static string Read(string page, string? without) => VisibleHtml.Read(page, "article", without).Text;
}
