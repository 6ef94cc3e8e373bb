using System.Globalization;
using Storyprint.Checking;
using Storyprint.Text.Matching;

namespace Storyprint.Commands;

/// <summary>The answer of a check in lines for people, the same from a publication on this machine and from a site.</summary>
internal static class CheckReport
{
    public static IEnumerable<string> Lines(string file, CopyAnswerDocument answer)
    {
        yield return $"{file}: {Sentence(answer)}";
        foreach (var part in answer.Parts)
        {
            var number = part.Revision.Split('.')[^1];
            yield return string.Create(
                CultureInfo.InvariantCulture, $"  {part.Revision}  {part.Headline}  ({part.ReleasedAt:u}; {part.Share:P0} of it{(number == $"{part.Newest}" ? "" : $"; revision {part.Newest} is the newest")})");
            foreach (var difference in part.Differences.Where(difference => difference.Kind != CopyDifferenceKind.Typography))
            {
                yield return $"    {(difference.Kind == CopyDifferenceKind.Reading ? "perhaps misread" : difference.Kind.ToString().ToLowerInvariant())}: “{difference.Original}” → “{difference.Copy}”";
            }

            if (part.MissingHeadline is { } headline)
            {
                yield return $"  The headline “{headline}” is not in it; other text stands above ours.";
            }
        }

        foreach (var line in Named(answer).Concat(Read(answer.Read)))
        {
            yield return line;
        }

        foreach (var hidden in answer.Hidden)
        {
            yield return $"  A character that nobody sees, {hidden.CodePoint}, behind “{hidden.After}”.";
        }

        foreach (var code in answer.Mentions)
        {
            yield return $"  The words stand in {code}.";
        }
    }

    private static IEnumerable<string> Named(CopyAnswerDocument answer)
    {
        foreach (var named in answer.Named)
        {
            if (named.Seal != SealReading.None)
            {
                yield return $"  The seal of {named.Id}: {SealSentence(named.Seal)}";
            }

            if (named.IsWithdrawn)
            {
                yield return $"  It names {named.Id}, which was withdrawn.";
            }
            else if (answer.Parts.All(part => part.Revision.Split('.')[0] != named.Id.Split('.')[0]))
            {
                yield return answer.Read is { IsRecognised: true, Lack: not null } ? $"  Its mark leads to {named.Id}." : $"  It names {named.Id}, but its words are not from it.";
            }
        }
    }

    private static IEnumerable<string> Read(ReadDocument? read)
    {
        if (read is { IsRecognised: true })
        {
            yield return read.Lack switch
            {
                "noProgram" => "  Words in pictures are not read: there is no Tesseract on that machine.",
                "noLanguage" => "  The words were not read: Tesseract has no file for their language on that machine.",
                "tookTooLong" => "  The words were not read in time.",
                not null => "  No words were found in the picture.",
                null => "  Read from a picture: letters may be misread.",
            };
        }

        if (read is { IsCut: true })
        {
            yield return "  Only the first 64 kB of it were compared.";
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

    private static string Sentence(CopyAnswerDocument answer) => answer.Verdict switch
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
