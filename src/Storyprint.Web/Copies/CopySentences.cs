using System.Globalization;
using Storyprint.Checking;
using Storyprint.Extraction;
using Storyprint.Storage.Stories;
using Storyprint.Web.Rendering;

namespace Storyprint.Web.Copies;

/// <summary>The answer in sentences of the edition's language.</summary>
internal sealed class CopySentences(PageContext page, CopyAnswer answer)
{
    /// <summary>The answer itself.</summary>
    public string Verdict => answer.Parts switch
    {
        [] when answer.Marked is { Story: { } marked } => page.Texts.Format("copy.mark", Isolated(marked.Content.Headline), $"\u2066{marked.Id}\u2069"),
        [] => page.T($"copy.verdict.{answer.Verdict.ToString().ToLowerInvariant()}"),
        [var part] => page.Texts.Format(
            $"copy.verdict.{answer.Verdict.ToString().ToLowerInvariant()}", Isolated(part.Revision.Content.Headline), page.Dates.Number(part.Revision.Number.Value), page.Dates.LongMoment(part.Revision.ReleasedAt)),
        var parts => page.Texts.Format(answer.Verdict == CopyVerdict.Altered ? "copy.several.altered" : "copy.several", page.Dates.Number(parts.Select(part => part.Revision.Code).Distinct().Count())),
    };

    /// <summary>What else there is to say of it.</summary>
    public IEnumerable<string> Further
    {
        get
        {
            if (answer.Verdict == CopyVerdict.Altered)
            {
                yield return page.Texts.Count("copy.alterations", answer.Alterations, page.Dates);
            }

            if (answer.Read is { } read)
            {
                foreach (var sentence in Reading(read))
                {
                    yield return sentence;
                }
            }

            if (answer.Parts is [{ Comparison: { IsWhole: false } comparison }])
            {
                yield return page.Texts.Format("copy.share", page.Dates.Number(Math.Max(1, (int)Math.Floor(comparison.Share * 100))));
            }

            if (answer.Parts.Count > 0 && answer.Stretches.Any(stretch => stretch.Part is null))
            {
                yield return page.T("copy.foreign");
            }

            if (answer.Parts is [{ Alike.Count: > 1 } part])
            {
                yield return page.Texts.Format("copy.alike", string.Join(", ", part.Alike.Select(number => page.Dates.Number(number.Value))));
            }

            if (answer.Parts is [{ Comparison.MissingHeadline: { } headline }])
            {
                yield return page.Texts.Format("copy.headline", Isolated(headline));
            }

            foreach (var named in answer.Named.Where(named => named.Seal != SealReading.None))
            {
                yield return page.Texts.Format($"copy.seal.{named.Seal.ToString().ToLowerInvariant()}", $"\u2066{named.Code}.{named.Number}\u2069")
                    + (named.Seal is SealReading.OtherText or SealReading.NotInLog ? " " + page.Texts.Format("scan.tell", page.Publication.Contact) : "");
            }

            foreach (var named in answer.Named.Where(named => (named.Story is not null || named.IsWithdrawn) && named != answer.Marked && answer.Parts.All(part => part.Revision.Code != named.Code)))
            {
                yield return named.Story is { } story ? page.Texts.Format("copy.names", Isolated(story.Content.Headline), $"\u2066{story.Id}\u2069")
                    : page.Texts.Format("copy.names.withdrawn", $"\u2066{named.Code}\u2069");
            }

            if (answer.Parts.Count == 0 && answer.Marked is null && answer.Verdict is CopyVerdict.NotFound or CopyVerdict.TooShort)
            {
                yield return page.T($"copy.verdict.{answer.Verdict.ToString().ToLowerInvariant()}.say");
            }
        }
    }

    private IEnumerable<string> Reading(ExtractedText read)
    {
        if (answer.Readings > 0)
        {
            yield return page.Texts.Count("copy.readings", answer.Readings, page.Dates);
        }

        if (read.Lack is { } lack)
        {
            yield return page.T($"copy.lack.{lack.ToString().ToLowerInvariant()}");
        }
        else if (read.IsRecognised)
        {
            yield return page.T("copy.read.picture");
        }

        if (read.IsCut)
        {
            yield return page.T("copy.read.cut");
        }
    }

    /// <summary>What became of the story after the revision that was found.</summary>
    public string Since(CopyPart part, PublishedStory newest)
    {
        var standing = StoryStanding.From(newest);
        return standing.IsRetracted ? page.T("scan.status.retracted.say")
            : part.Alike.Contains(newest.Number) || page.Since(standing) is not { Length: > 0 } since
                ? page.Texts.Format("copy.newer", page.Dates.Number(newest.Number.Value))
                : since;
    }

    private static string Isolated(string words) => string.Create(CultureInfo.InvariantCulture, $"\u2068{words}\u2069");
}
