using Storyprint.Formats.Imports;

namespace Storyprint.Formats.Wxr;

/// <summary>Reads what an item says about being public.</summary>
internal static class WxrStatus
{
    public static StatedVisibility Read(WxrItem item, DateTimeOffset? publishedAt) => new()
    {
        States = [item.Status],
        PublishedAt = publishedAt,
        Against = item["wp:post_password"].Trim().Length > 0 ? ["It was behind a password"] : [],
    };
}
