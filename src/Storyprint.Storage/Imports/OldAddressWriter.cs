using System.Data.Common;
using Storyprint.Storage.Engine;
using Storyprint.Storage.Stories;
using Storyprint.Stories.Codes;

namespace Storyprint.Storage.Imports;

/// <summary>Writes the old addresses of a story, and tells which of them cannot lead to it.</summary>
internal sealed class OldAddressWriter(DbTransaction transaction, StoryWriter writer)
{
    private readonly PreparedStatement owner = PreparedStatement.Prepare(transaction, "SELECT s.code FROM legacy_url l JOIN story s ON s.id = l.story_id WHERE l.path = @path AND l.story_id <> @id");
    private readonly PreparedStatement bearer = PreparedStatement.Prepare(transaction, "SELECT code FROM story WHERE code = @code AND id <> @id");

    public async Task<StoreOutcome> AddAsync(StoreOutcome outcome, long id, IReadOnlyList<string> paths, CancellationToken cancellation)
    {
        // Most stories of a second run are there with all their addresses.
        var standing = outcome is StoreOutcome.Unchanged && paths.Count > 0 ? await StandingAsync(id, cancellation) : [];
        var kept = 0;
        List<LostAddress> lost = [];
        foreach (var path in paths)
        {
            if (standing.Contains(path) && (LegacyUrlForms.OtherCase(path) is not { } other || standing.Contains(other)) && !IsShortLink(path, out _))
            {
                kept++;
                continue;
            }

            // Another story may have the address of another letter case; both are found then.
            var isNew = await writer.AddLegacyUrlAsync(path, id, cancellation) > 0;
            if (LegacyUrlForms.OtherCase(path) is { } lower)
            {
                await writer.AddLegacyUrlAsync(lower, id, cancellation);
            }

            var taken = (isNew ? null : await owner.ScalarAsync(cancellation, ("@path", path), ("@id", id))) ?? await BearerAsync(path, id, cancellation);
            if (taken is string code)
            {
                lost.Add(new LostAddress(path, $"it leads to the story {code}"));
            }
            else
            {
                kept++;
            }
        }

        return outcome with { OldAddresses = kept, LostAddresses = lost };
    }

    private async Task<HashSet<string>> StandingAsync(long id, CancellationToken cancellation) =>
        [.. await transaction.Connection!.QueryAsync("SELECT path FROM legacy_url WHERE story_id = @id", row => row.GetString(0), cancellation, ("@id", id))];

    // Short links are printed on paper and lead to the story of that code for ever.
    private async Task<object?> BearerAsync(string path, long id, CancellationToken cancellation) =>
        IsShortLink(path, out var code) ? await bearer.ScalarAsync(cancellation, ("@code", code.Digits), ("@id", id)) : null;

    private static bool IsShortLink(string path, out StoryCode code)
    {
        code = default;
        return path.TrimStart('/').Split('/') is [.. var above, var last] && above is [] or ["news"] && StoryCode.TryFromDigits(last, out code);
    }
}
