namespace Storyprint.Verification.Pages;

/// <summary>
/// Takes what is found on pages, lists and feeds. A newsroom publishes while it is checked: what shows a revision that came after the log was read is damage only
/// if the log has not grown by the end.
/// </summary>
internal sealed class ReaderFindings(SealedStories stories, DeferredFindings deferred, Findings findings)
{
    /// <param name="code">The story that it is about; null where it is about none.</param>
    public async Task AddAsync(FindingKind kind, string address, string sentence, string? code, CancellationToken cancellation)
    {
        if (code is not null && await stories.HasNewerAsync(code, cancellation))
        {
            deferred.Add(kind, address, sentence);
        }
        else
        {
            findings.Add(kind, address, sentence);
        }
    }

    public void AddUnread(string address, Provenance.Verification.SourceUnreachableException unreachable) => findings.Add(FindingKinds.NotRead, address, unreachable.Message);
}
