using Storyprint.Print.Marks;
using Storyprint.Storage.Stories;
using Storyprint.Stories.Releases;
using Storyprint.Web.Rendering;

namespace Storyprint.Web.SocialImages;

/// <summary>The words and the QR code of a story's social image.</summary>
/// <param name="Language">BCP 47 tag.</param>
/// <param name="Foot">Lines at the foot, the last one lowest.</param>
internal sealed record SocialImageText(
    string Language, bool IsRightToLeft, string Publication, string Kicker, string Headline, IReadOnlyList<string> Foot, QrSymbol Mark)
{
    public static SocialImageText Create(PageContext page, PublishedStory story)
    {
        var address = page.Publication.PublicAddress;
        return new SocialImageText(
            page.Language, page.Edition.IsRightToLeft, page.Edition.Name,
            story.Status == StoryStatus.Retracted ? page.T("story.retracted") : story.Content.Kicker, story.Content.SocialHeadline ?? story.Content.Headline,
            story.IsPage ? [] : [page.Dates.Date(story.PublishedAt), $"{page.T("story.code")} {story.Code} · {address.Host}/{story.Code}"],
            LinkMark.Create(address, story.Id));
    }
}
