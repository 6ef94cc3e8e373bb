using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Storyprint.Provenance.Names;
using Storyprint.Provenance.Seals;
using Storyprint.Verification.Pages;

namespace Storyprint.Verification.Marks;

/// <summary>The marks of a page held against the log: a scanner must be led to this revision, and the seal be the publisher's seal of this text.</summary>
/// <param name="keys">The published list; null where there is none, and then no seal is judged.</param>
/// <param name="origin">Scheme and host that the publication gives as its own.</param>
internal sealed class PrintedMarks(KeyList? keys, string origin)
{
    /// <summary>What is wrong with the marks of a print page; nothing where they are right.</summary>
    public IEnumerable<string> Problems(IDocument page, SealedRevision revision)
    {
        foreach (var problem in LinkProblems(page, revision))
        {
            yield return problem;
        }

        var seals = page.QuerySelectorAll("svg.seal").ToList();
        if (seals.Count == 0 && keys?.Keys.Any(key => key.Role == KeyRole.Seal && key.WasInUseAt(revision.Entry.PublishedAt)) == true)
        {
            yield return "It bears no seal.";
        }

        foreach (var seal in seals)
        {
            if (SealProblem(Read(seal), revision) is { } problem)
            {
                yield return problem;
            }
        }
    }

    /// <summary>What is wrong with the link marks that any page of the revision draws, in its text or in the margins of the paper.</summary>
    public IEnumerable<string> LinkProblems(IDocument page, SealedRevision revision)
    {
        if (page.QuerySelectorAll("svg").Length != page.QuerySelectorAll("svg.seal, svg.qr, svg.file-mark").Length)
        {
            yield return "It has a drawing that is none of its marks.";
        }

        foreach (var mark in page.QuerySelectorAll("svg.qr"))
        {
            if (LinkProblem(Read(mark), revision) is { } problem)
            {
                yield return problem;
            }
        }

        foreach (var (index, mark) in page.QuerySelectorAll("svg.file-mark").Index())
        {
            if (Read(mark) is var read && read != $"{origin}/news/{revision.Name.Code}#file-{index + 1}")
            {
                yield return read is null ? "The mark of a file cannot be read." : $"The mark of a file leads to {Short(read)}, not to this story.";
            }
        }

        if (page.QuerySelectorAll("style").Select(style => PrintStyle.MarkIn(style.TextContent)).OfType<string>().FirstOrDefault() is { } margin
            && LinkProblem(DrawnMark.ReadSvg(margin), revision) is { } inMargin)
        {
            yield return inMargin;
        }
    }

    /// <summary>What is wrong with what a link mark says; null where it leads to the revision.</summary>
    public string? LinkProblem(string? read, SealedRevision revision) =>
        read is null ? "Its QR code cannot be read."
        : read != $"{origin}/{revision.Name}" ? $"Its QR code leads to {Short(read)}, not to {revision.Name}."
        : null;

    /// <summary>The seal of a print page whose marks were found right; null where it has none, or where nobody can judge it.</summary>
    public SealLink? SealOn(byte[] print)
    {
        using var page = new HtmlParser().ParseDocument(new MemoryStream(print));
        return keys is not null && page.QuerySelector("svg.seal") is { } seal && SealLink.TryParse(Read(seal), out var link) ? link : null;
    }

    private string? SealProblem(string? read, SealedRevision revision)
    {
        if (!SealLink.TryParse(read, out var link))
        {
            return read is null ? "Its seal cannot be read." : $"Its seal is none: {Short(read)}";
        }

        if (link.Revision != revision.Name)
        {
            return $"Its seal is that of {link.Revision}, not of {revision.Name}.";
        }

        if (link.Seal.Digest != revision.Digest || link.Seal.IssuedAt.ToUnixTimeSeconds() != revision.ReleasedSecond)
        {
            return "Its seal is of another text or time than the revision in the log.";
        }

        return keys?.Judge(link, revision.Index) switch
        {
            null => null,
            SealVerdict.Counts counts when counts.LeadsToPublisher || $"https://{link.Host}" == origin || $"http://{link.Host}" == origin => null,
            SealVerdict.Counts => $"Its seal leads to {link.Host}, which is not the publication.",
            SealVerdict.NotSigned => "No key of the publisher made its seal.",
            SealVerdict.OutsideKeyTime => "Its seal is dated when its key was not in use.",
            SealVerdict.KeyRevoked => "The key of its seal was revoked before.",
            _ => "Its seal does not count.",
        };
    }

    private static string? Read(IElement mark) =>
        mark.Children is [{ LocalName: "path" } path] ? DrawnMark.Read(mark.GetAttribute("viewBox"), path.GetAttribute("d")) : null;

    private static string Short(string text) => text.Length <= 80 ? text : text[..79] + "…";
}
