using System.Globalization;
using System.Text;
using Storyprint.Provenance.Entries;
using Storyprint.Stories.Releases;

namespace Storyprint.Operations.Recovery;

/// <summary>Reports to the administrator what a recovery restored and what is lost.</summary>
public static class RecoverReport
{
    private const int Listed = 200;

    public static string Write(RecoverResult result) => result switch
    {
        RecoverResult.Refused(var sentence) => $"Nothing was changed. {sentence}\n",
        RecoverResult.TextsMissing missing => Write(missing),
        RecoverResult.Recovered recovered => Write(recovered),
        _ => throw new NotSupportedException($"{result.GetType().Name} is an unknown result."),
    };

    private static string Write(RecoverResult.TextsMissing missing)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"Nothing was changed. {missing.Entries:N0} entries are missing, and of {missing.Lost.Count:N0} revisions the copy does not have the text:\n");
        List(text, missing.Lost);
        return text.Append("Look for a copy that has them. If there is none, --without-texts brings the log back all the same: these stories become drafts again,\n"
            + "of the last text there is, and the next release of each is numbered on behind what was lost.\n").ToString();
    }

    private static string Write(RecoverResult.Recovered recovered)
    {
        var (done, text) = (recovered.Done, new StringBuilder());
        var (verb, have) = recovered.IsTrial ? ("would come back", "would have") : ("came back", "has");
        text.Append(CultureInfo.InvariantCulture, $"The log {have} {recovered.To:N0} entries; {recovered.To - recovered.From:N0} {verb}.\n");
        foreach (var revision in done.Revisions.Take(Listed))
        {
            text.Append(CultureInfo.InvariantCulture, $"  {revision.Id} {revision.Kind switch { ReleaseKind.Publish => "publish", ReleaseKind.Update => "update", ReleaseKind.Correction => "correction", ReleaseKind.Retraction => "retraction", _ => "withdrawal" }}, {revision.At.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC")
                .Append(revision.IsNewStory ? ", new story" : "")
                .Append(revision.IsErased ? ", erased by a withdrawal" : revision.HasText ? "" : ", WITHOUT ITS TEXT")
                .Append(revision is { HasText: true, IsSealed: false } ? ", without its seal (the key of that time is not here)" : "").Append('\n');
        }

        More(text, done.Revisions.Count);
        if (done.Keys > 0)
        {
            text.Append(CultureInfo.InvariantCulture, $"  {done.Keys} entries about keys\n");
        }

        if (done.Revisions.Any(revision => revision.HasText))
        {
            text.Append("Texts were rebuilt from what was sealed, so every word is as it was published. What the sealed text does not hold is lost where the words changed: emphasis,\n"
                + "link targets, levels of headings, kinds of lists, head rows, alternative texts of new pictures.\n");
        }

        if (done.Revisions.Any(revision => revision is { IsNewStory: true, HasText: true }))
        {
            text.Append("New stories have no section and topics, the slug of their headline, and no link to their translation; their time of publication is that of the log.\n");
        }

        if (done.Revisions.Any(revision => revision.Kind == ReleaseKind.Withdrawal))
        {
            text.Append("The log does not say why a story was withdrawn: the pages say \"other legal reasons\".\n");
        }

        if (recovered.MissingPictures.Count > 0)
        {
            text.Append(CultureInfo.InvariantCulture, $"{recovered.MissingPictures.Count} pictures are not in the media folder; put the files back under originals/:\n");
            foreach (var hash in recovered.MissingPictures.Take(Listed))
            {
                text.Append(CultureInfo.InvariantCulture, $"  {hash}\n");
            }
        }

        if (done.Hidden.Count > 0)
        {
            text.Append(CultureInfo.InvariantCulture, $"These stories {(recovered.IsTrial ? "would be" : "are")} drafts again, because their newest text is lost: {string.Join(", ", done.Hidden)}.\n");
            List(text, recovered.Lost);
        }

        return text.Append(recovered switch
        {
            { IsComplete: false } => string.Create(CultureInfo.InvariantCulture, $"{recovered.Mark!.Size:N0} entries had been published, so {recovered.Mark.Size - recovered.To:N0} are still missing, and nothing can be released. Run this again with a newer copy.\n"),
            { IsTrial: true } => "Nothing was changed: this was a trial. Say --yes to do it.\n",
            _ => "Releases can go on.\n",
        }).ToString();
    }

    private static void List(StringBuilder text, IReadOnlyList<(RevisionEntry Entry, string Reason)> lost)
    {
        foreach (var (entry, reason) in lost.Take(Listed))
        {
            text.Append(CultureInfo.InvariantCulture, $"  {entry.Revision} {entry.Release.Word}, {entry.PublishedAt.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC: {reason}\n");
        }

        More(text, lost.Count);
    }

    private static void More(StringBuilder text, int count)
    {
        if (count > Listed)
        {
            text.Append(CultureInfo.InvariantCulture, $"  … and {count - Listed:N0} more\n");
        }
    }
}
