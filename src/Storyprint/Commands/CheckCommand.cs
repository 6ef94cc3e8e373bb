using System.CommandLine;
using System.Globalization;
using System.Text;
using Storyprint.Checking;
using Storyprint.Extraction;
using Storyprint.Operations;
using Storyprint.Text.Matching;
using Storyprint.Verification.Commands;

namespace Storyprint.Commands;

/// <summary><c>storyprint check</c>: which stories a text is from, and every word that differs.</summary>
internal static class CheckCommand
{
    // Scripts depend on them: a code keeps its meaning.
    private const int Unaltered = 0;
    private const int Altered = 1;
    private const int NotFound = 2;

    public static Command Create()
    {
        var files = new Argument<string[]>("files") { Description = "Plain text in UTF-8, at most 64 kB each; - for the standard input.", Arity = ArgumentArity.OneOrMore };
        var json = new Option<bool>("--json") { Description = "For programs: what POST /api/v1/check answers, one document for each file." };
        var data = SharedOptions.Data();
        var command = new Command(
            "check", "Tell which of the published stories a text is from, and every word that differs. Exit code 0: what is ours in it is unaltered; 1: something is altered; 2: not found, too short to be sure, or not readable.")
        {
            files, json, data,
        };
        command.SetAction((parsed, cancellation) => OpenPublication.ForReadingAsync(parsed.GetValue(data)!, async installation =>
        {
            using var extractor = new FileExtractor(TimeProvider.System);
            var code = Unaltered;
            foreach (var file in parsed.GetValue(files)!)
            {
                code = Math.Max(code, await RunAsync(installation, extractor, file, parsed.GetValue(json), parsed.InvocationConfiguration.Output, cancellation));
            }

            return code;
        }, cancellation));
        return command;
    }

    private static async Task<int> RunAsync(Installation installation, FileExtractor extractor, string file, bool isForPrograms, TextWriter output, CancellationToken cancellation)
    {
        byte[] bytes;
        try
        {
            bytes = file == "-" ? await ReadAsync(Console.OpenStandardInput(), cancellation) : await ReadAsync(File.OpenRead(file), cancellation);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            await CommandError.WriteAsync($"{file}: {fault.Message}");
            return NotFound;
        }

        if (await extractor.ReadAsync(bytes, cancellation) is not ExtractionOutcome.Extracted { Content: var read })
        {
            return NotFound;
        }

        var input = CopyInput.Of(read);
        var stores = installation.Stores;
        var answer = await new CheckCopy(stores.Fingerprints, stores.Stories, stores.Search, stores.Keys).RunAsync(input, installation.Publication, cancellation: cancellation);
        await output.WriteLineAsync(isForPrograms
            ? Encoding.UTF8.GetString(CopyAnswerDocument.Of(answer, installation.Publication.PublicAddress).ToBytes())
            : string.Join('\n', Lines(file, answer)));
        return answer.Verdict switch
        {
            CopyVerdict.Identical or CopyVerdict.SameWords or CopyVerdict.Excerpt => Unaltered,
            CopyVerdict.Altered => Altered,
            _ => NotFound,
        };
    }

    // One byte more than is read, so that it is seen to be too large.
    private static async Task<byte[]> ReadAsync(Stream stream, CancellationToken cancellation)
    {
        await using (stream)
        {
            var bytes = new byte[ExtractionLimits.MaxBytes + 1];
            return bytes[..await stream.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancellation)];
        }
    }

    private static IEnumerable<string> Lines(string file, CopyAnswer answer)
    {
        yield return $"{file}: {Sentence(answer)}";
        foreach (var part in answer.Parts)
        {
            yield return string.Create(
                CultureInfo.InvariantCulture, $"  {part.Revision.Id}  {part.Revision.Content.Headline}  ({part.Revision.ReleasedAt:u}; {part.Comparison.Share:P0} of it{(part.Revision.IsCurrent ? "" : $"; revision {part.Revision.Current} is the newest")})");
            foreach (var difference in part.Comparison.Differences.Where(difference => difference.Kind != CopyDifferenceKind.Typography))
            {
                yield return $"    {difference.Kind.ToString().ToLowerInvariant()}: “{difference.Original}” → “{difference.Copy}”";
            }
        }

        foreach (var headline in answer.Parts.Select(part => part.Comparison.MissingHeadline).OfType<string>())
        {
            yield return $"  The headline “{headline}” is not in it; other text stands above ours.";
        }

        foreach (var named in answer.Named.Where(named => named.Seal != SealReading.None))
        {
            yield return $"  The seal of {named.Code}.{named.Number}: {SealSentence(named.Seal)}";
        }

        foreach (var named in answer.Named.Where(named => (named.Story is not null || named.IsWithdrawn) && answer.Parts.All(part => part.Revision.Code != named.Code)))
        {
            yield return named.IsWithdrawn ? $"  It names {named.Code}, which was withdrawn." : $"  It names {named.Code}, but its words are not from it.";
        }

        foreach (var hidden in answer.Hidden)
        {
            yield return $"  A character that nobody sees, {hidden.CodePoint}, behind “{hidden.After}”.";
        }

        foreach (var story in answer.Mentions)
        {
            yield return $"  The words stand in {story.Code}  {story.Headline}";
        }
    }

    private static string SealSentence(SealReading seal) => seal switch
    {
        SealReading.Holds => "made by this publication's key for exactly that text.",
        SealReading.Unreadable => "not whole, so it cannot be judged.",
        SealReading.NotOurs => "made by no key of this publication.",
        SealReading.OutsideKeyTime => "dated at a time when its key was not in use.",
        SealReading.KeyRevoked => "made with a key that was revoked.",
        SealReading.OtherText => "an alarm: made by this publication's key for another text than was published.",
        _ => "an alarm: made by this publication's key, but the log holds no such revision.",
    };

    private static string Sentence(CopyAnswer answer) => answer.Verdict switch
    {
        CopyVerdict.Identical => "word for word the whole text of a revision.",
        CopyVerdict.SameWords => "the words of a revision in another typography.",
        CopyVerdict.Excerpt => "what is ours in it is word for word.",
        CopyVerdict.Altered => answer.Alterations == 1 ? "in one place it says something else." : $"in {answer.Alterations:N0} places it says something else.",
        CopyVerdict.Withdrawn => "it names a story that was withdrawn.",
        CopyVerdict.TooShort => "too short to be sure.",
        _ => "not found among what was published.",
    };
}
