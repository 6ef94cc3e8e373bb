using Storyprint.Formats.Html;
using Storyprint.Stories.Releases;

namespace Storyprint.Formats.Wxr;

/// <summary>Converts the status of an item. What was not public never becomes public by an import.</summary>
internal static class WxrStatus
{
    public static StoryStatus Parse(WxrItem item, bool hasDate, ImportWarnings warnings)
    {
        if (item["wp:post_password"].Trim().Length > 0)
        {
            warnings.Add("It was behind a password and came as a draft.");
            return StoryStatus.Draft;
        }

        switch (item.Status)
        {
            case "publish" or "future" when !hasDate:
                warnings.Add("It says no date and came as a draft.");
                return StoryStatus.Draft;
            case "publish":
                return StoryStatus.Published;
            case "future":
                return StoryStatus.Scheduled;
            case "pending":
                return StoryStatus.InReview;
            case "draft":
                return StoryStatus.Draft;
            case "private":
                warnings.Add("It was private and came as a draft.");
                return StoryStatus.Draft;
            case var other:
                warnings.Add($"Its state “{ImportWarnings.Short(other)}” is not known here; it came as a draft.");
                return StoryStatus.Draft;
        }
    }
}
