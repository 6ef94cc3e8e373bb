using System.Text;
using Storyprint.Verification;

namespace Storyprint.Tests.Verification;

/// <summary>A site between which and its reader somebody changes what some addresses answer.</summary>
internal sealed class EditedSite(IPublishedSite site, Func<string, string, string> edit) : IPublishedSite
{
    public string Name => site.Name;

    public bool CanSayGone => site.CanSayGone;

    public async Task<SiteAnswer?> ReadAsync(string address, int limit, CancellationToken cancellation)
    {
        var answer = await site.ReadAsync(address, limit, cancellation);
        var isPage = address.StartsWith("s/", StringComparison.Ordinal) || address.EndsWith("/history", StringComparison.Ordinal);
        return isPage && answer is { IsTooLong: false } ? answer with { Bytes = Encoding.UTF8.GetBytes(edit(address, Encoding.UTF8.GetString(answer.Bytes))) } : answer;
    }
}
