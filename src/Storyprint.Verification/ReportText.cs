using System.Globalization;
using System.Text;
using Storyprint.Verification.Pages;

namespace Storyprint.Verification;

/// <summary>The report as somebody reads it in a terminal.</summary>
internal static class ReportText
{
    private const int LinesPerKind = 20;
    private const int MaxOwnWords = 1500;

    public static string Write(SiteReport report)
    {
        var text = new StringBuilder();
        WriteHead(text, report);
        WriteChecked(text, report);
        WriteFindings(text, report.Findings);
        WriteResult(text, report);
        return text.ToString();
    }

    private static void WriteHead(StringBuilder text, SiteReport report)
    {
        Line(text, $"Checked   {report.Site} at {report.CheckedAt:u}");
        if (report.Trust is not { } trust)
        {
            return;
        }

        Line(text, $"Log       {trust.Origin}");
        Line(text, $"Key       {trust.Log}");
        Line(text, $"          {Words(trust)}");
        if (report.Audit?.Checkpoint?.Body is { } body)
        {
            Line(text, $"Now       {body.Size:N0} entries, root {body.Root}");
        }

        Line(text, trust.Known is { } known
            ? $"Before    {known.Size:N0} entries, root {known.Root}, on {known.CheckedAt:u}"
            : (FormattableString)$"Before    this log was not checked before from here ({report.StatePath})");
        foreach (var (name, at) in report.Witnesses)
        {
            Line(text, $"Witness   {name} saw this at {at:u}");
        }
    }

    private static string Words(TrustedKeys trust) => trust.Source switch
    {
        KeySource.Given => "given by you",
        KeySource.Kept => "known since an earlier check",
        _ => "named by the site itself, believed for the first time",
    };

    private static void WriteChecked(StringBuilder text, SiteReport report)
    {
        if (report.Audit is not { } audit)
        {
            return;
        }

        text.Append('\n');
        Line(text, $"{audit.Entries,12:N0} entries read and hashed");
        Line(text, $"{audit.Tiles,12:N0} tiles compared with what the entries hash to");
        if (report.Log is { } log)
        {
            Line(text, $"{log.Stories.Count,12:N0} stories with {log.Revisions:N0} revisions followed in order");
            Line(text, $"{log.Keys.Count,12:N0} entries about keys compared with the key list");
        }

        if (report.Revisions is { } revisions)
        {
            Line(text, $"{revisions.Texts,12:N0} texts are what the log holds; {revisions.Erased:N0} were erased, as the log says");
            Line(text, $"{report.Receipts?.Good ?? 0,12:N0} receipts hold");
            Line(text, $"{report.Pages?.Good ?? 0,12:N0} news pages show what they must");
            WriteReaders(text, report.Readers);
        }
        else if (report.LogOnly)
        {
            Line(text, $"{"-",12} texts, receipts and pages were left out (--log-only)");
        }
    }

    private static void WriteReaders(StringBuilder text, CheckReaders? readers)
    {
        if (readers is null)
        {
            return;
        }

        var counts = readers.Counts;
        Line(text, $"{counts.Prints,12:N0} print pages read; {counts.Lists:N0} pages of lists, {counts.FeedItems:N0} items of feeds and {counts.Corrections:N0} corrections say what was sealed");
        Line(text, $"{counts.Histories,12:N0} histories read; {counts.Comparisons:N0} comparisons, {counts.Scans:N0} pages of marks and {counts.StandingPages:N0} standing pages");
        Line(text, $"{counts.Pictures,12:N0} original pictures have the sealed hash; {counts.PicturesUnchecked:N0} were not checked, because no original is published");
        foreach (var hash in readers.Pictures.UncheckedHashes.Take(LinesPerKind))
        {
            Line(text, $"             not checked: picture {hash}");
        }

        if (readers.Words is { OwnWords: { Count: > 0 } own })
        {
            Line(text, $"{own.Count,12:N0} phrases around the stories are the publication's own, and nobody sealed them:");
            Line(text, $"             {Printable(string.Join("; ", own) is { Length: > MaxOwnWords } all ? all[..MaxOwnWords] + " … (--json lists all)" : string.Join("; ", own))}");
        }
    }

    private static void WriteFindings(StringBuilder text, Findings findings)
    {
        var byKind = findings.All.ToLookup(finding => finding.Kind);
        foreach (var (kind, count) in findings.Counts)
        {
            text.Append('\n');
            Line(text, $"{Label(kind.Severity),-12}{kind.Title}{(count > 1 ? $" ({count:N0})" : "")}");
            foreach (var finding in byKind[kind].Take(LinesPerKind))
            {
                Line(text, $"            {Printable(finding.About)}: {Printable(finding.Sentence)}");
                foreach (var note in finding.Evidence)
                {
                    text.Append("              | ").Append(string.Join("\n              | ", note.TrimEnd('\n').Split('\n').Select(Printable))).Append('\n');
                }
            }

            if (count > LinesPerKind)
            {
                Line(text, $"            and {count - Math.Min(LinesPerKind, byKind[kind].Count()):N0} more; --json lists up to 1,000");
            }

            Line(text, $"            What it means: {kind.Meaning}");
            Line(text, $"            What to do:    {kind.Advice}");
        }
    }

    private static void WriteResult(StringBuilder text, SiteReport report)
    {
        text.Append('\n');
        text.Append(report.ExitCode switch
        {
            VerifyExitCode.Good => "All that was checked agrees. This shows what was published and that nothing checked was changed since; it does not show that a story is true.\n",
            VerifyExitCode.Damage => "Damage was found: something is not what the publisher signed, or contradicts it.\n",
            _ => "No damage was found, but something could not be checked.\n",
        });
    }

    private static string Label(Severity severity) => severity switch
    {
        Severity.Damage => "DAMAGE",
        Severity.Unchecked => "NOT CHECKED",
        _ => "note",
    };

    // What a site says must not steer the terminal.
    private static string Printable(string text) => string.Concat(text.Select(sign => char.IsControl(sign) || char.GetUnicodeCategory(sign) is UnicodeCategory.Format ? '�' : sign));

    private static void Line(StringBuilder text, FormattableString line) => text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
}
