using System.CommandLine;
using System.Text;
using Storyprint.Checking;
using Storyprint.Extraction;
using Storyprint.Verification.Commands;

namespace Storyprint.Commands;

/// <summary><c>storyprint check</c>: which stories a file is from, and every word that differs.</summary>
internal static class CheckCommand
{
    // Scripts depend on them: a code keeps its meaning.
    private const int Unaltered = 0;
    private const int Altered = 1;
    private const int NotFound = 2;

    public static Command Create()
    {
        var files = new Argument<string[]>("files") { Description = "Plain text, HTML, PDF, DOCX, PNG, JPEG, WebP or HEIC, at most 8 MB each; - for the standard input.", Arity = ArgumentArity.OneOrMore };
        var json = new Option<bool>("--json") { Description = "For programs: what POST /api/v1/check answers, one document for each file." };
        var site = new Option<Uri?>("--site") { Description = "Ask a publication on the web, such as https://news.example.org, instead of one on this machine.", CustomParser = SiteOf };
        var data = SharedOptions.Data();
        var command = new Command(
            "check", "Tell which of the published stories a text or a picture is from, and every word that differs. Exit code 0: what is ours in it is unaltered; 1: something is altered; 2: not found, too short to be sure, or not readable.")
        {
            files, json, site, data,
        };
        command.SetAction(async (parsed, cancellation) =>
        {
            if (parsed.GetValue(site) is { } address)
            {
                using var remote = new RemoteCheck(address);
                return await RunAsync(parsed.GetValue(files)!, parsed.GetValue(json), remote.RunAsync, parsed.InvocationConfiguration.Output, cancellation);
            }

            return await OpenPublication.ForReadingAsync(parsed.GetValue(data)!, async installation =>
            {
                using var extractor = new FileExtractor(TimeProvider.System);
                var stores = installation.Stores;
                var check = new CheckCopy(stores.Fingerprints, stores.Stories, stores.Search, stores.Keys);
                return await RunAsync(parsed.GetValue(files)!, parsed.GetValue(json), Local, parsed.InvocationConfiguration.Output, cancellation);

                async Task<(CopyAnswerDocument?, string)> Local(byte[] file, CancellationToken stop) => await extractor.ReadAsync(file, stop) switch
                {
                    ExtractionOutcome.Extracted read => (CopyAnswerDocument.Of(await check.RunAsync(CopyInput.Of(read.Content), installation.Publication, cancellation: stop), installation.Publication.PublicAddress), ""),
                    ExtractionOutcome.Refused refused => (null, ExtractionRefusals.Sentence(refused.Reason)),
                    _ => throw new InvalidOperationException("A file is read or refused."),
                };
            }, cancellation);
        });
        return command;
    }

    private static async Task<int> RunAsync(
        string[] files, bool isForPrograms, Func<byte[], CancellationToken, Task<(CopyAnswerDocument? Answer, string Problem)>> check, TextWriter output, CancellationToken cancellation)
    {
        var code = Unaltered;
        foreach (var file in files)
        {
            var (answer, problem) = await ReadAsync(file, cancellation) switch
            {
                ({ } bytes, _) => await check(bytes, cancellation),
                (_, var unread) => (null, unread),
            };
            if (answer is null)
            {
                await CommandError.WriteAsync($"{file}: {problem}");
                code = NotFound;
                continue;
            }

            await output.WriteLineAsync(isForPrograms ? Encoding.UTF8.GetString(answer.ToBytes()) : string.Join('\n', CheckReport.Lines(file, answer)));
            code = Math.Max(code, answer.Verdict switch
            {
                CopyVerdict.Identical or CopyVerdict.SameWords or CopyVerdict.Excerpt => Unaltered,
                CopyVerdict.Altered => Altered,
                _ => NotFound,
            });
        }

        return code;
    }

    // One byte more than is taken, so that it is seen to be too large.
    private static async Task<(byte[]? Bytes, string Problem)> ReadAsync(string file, CancellationToken cancellation)
    {
        try
        {
            await using var stream = file == "-" ? Console.OpenStandardInput() : File.OpenRead(file);
            var bytes = new byte[ExtractionLimits.MaxBytes + 1];
            return (bytes[..await stream.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancellation)], "");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return (null, fault.Message);
        }
    }

    private static Uri? SiteOf(System.CommandLine.Parsing.ArgumentResult result)
    {
        if (Uri.TryCreate(result.Tokens[0].Value, UriKind.Absolute, out var address) && address.Scheme is "https" or "http")
        {
            return address;
        }

        result.AddError($"'{result.Tokens[0].Value}' is no address of a site; it begins with https://.");
        return null;
    }
}
