using System.CommandLine;
using Storyprint.Provenance.Notes;
using Storyprint.Provenance.Witnesses;

namespace Storyprint.Verification.Commands;

/// <summary><c>storyprint verify</c>: checks somebody's log, texts and pages from outside.</summary>
public static class VerifyCommand
{
    public static Command Create()
    {
        var site = new Argument<string>("site") { Description = "Address of a publication (https://news.example.org), or a folder that holds the same paths as files." };
        var state = new Option<string?>("--state") { Description = $"File that remembers each log from check to check. Default: {StateFile.DefaultPath()}" };
        var key = new Option<string?>("--key") { Description = "The log's verifier key (NAME+ID+KEY), from a source other than the site." };
        var policy = new Option<string?>("--policy") { Description = "A policy file (C2SP tlog-policy) of your own, instead of the publisher's." };
        var json = new Option<bool>("--json") { Description = "Write the report as JSON." };
        var logOnly = new Option<bool>("--log-only") { Description = "Check the log alone: no texts, receipts and pages." };
        var full = new Option<bool>("--full") { Description = "Hold everything that readers see against what was sealed. Without it: every news page, one print page and picture in ten, front pages, the first page of each section, the editions' feeds and all corrections." };
        var command = new Command("verify", "Check a publication from outside: log, texts, receipts, pages. Exit code 0: all well; 1: damage found; 2: could not be checked.")
        {
            site, state, key, policy, json, logOnly, full,
        };
        command.SetAction((parsed, cancellation) => RunAsync(
            parsed.GetValue(site)!, parsed.GetValue(state), parsed.GetValue(key), parsed.GetValue(policy), (parsed.GetValue(json), parsed.GetValue(logOnly), parsed.GetValue(full)), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(
        string site, string? state, string? key, string? policyPath, (bool Json, bool LogOnly, bool Full) wishes, CancellationToken cancellation)
    {
        VerifierKey? logKey = null;
        if (key is not null && !VerifierKey.TryParse(key, out logKey, out var reason))
        {
            return await CommandError.WriteAsync($"--key is not a verifier key: {reason}", VerifyExitCode.NotChecked);
        }

        if (logKey is not null && !logKey.Name.EndsWith("/log", StringComparison.Ordinal))
        {
            return await CommandError.WriteAsync($"--key is {logKey.Name}; a log's key is named PUBLISHER/log. To check a printed page's seal use 'storyprint verify-seal'.", VerifyExitCode.NotChecked);
        }

        var (policy, problem) = ReadPolicy(policyPath);
        if (problem is not null || PublishedSite.At(site) is not { } opened)
        {
            return await CommandError.WriteAsync(problem ?? PublishedSite.Unknown(site), VerifyExitCode.NotChecked);
        }

        var progress = new ProgressLine<CheckProgress>(step => ProgressStep.Create(step.Done, step.Total, step.What));
        var report = await SiteCheck.RunAsync(new SiteCheckRequest
        {
            Site = opened,
            State = new StateFile(state ?? StateFile.DefaultPath()),
            Key = logKey,
            Policy = policy,
            LogOnly = wishes.LogOnly,
            IsFull = wishes.Full,
            Progress = progress,
        }, cancellation);
        progress.Finish();
        (opened as IDisposable)?.Dispose();
        await Console.Out.WriteLineAsync(wishes.Json ? ReportDocument.Write(report) : ReportText.Write(report).TrimEnd());
        return report.ExitCode;
    }

    private static (TrustPolicy? Policy, string? Problem) ReadPolicy(string? path)
    {
        if (path is null)
        {
            return (null, null);
        }

        if (!File.Exists(path) || new FileInfo(path).Length > TrustPolicy.MaxLength)
        {
            return (null, $"--policy {path} is not there, or too long.");
        }

        return TrustPolicy.TryParse(File.ReadAllBytes(path), out var policy, out var reason) ? (policy, null) : (null, $"--policy {path} cannot be used: {reason}");
    }
}
