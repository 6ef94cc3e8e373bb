using System.Text;
using System.Text.Json;
using Storyprint.Storage.Drafts.Journal;
using Storyprint.Stories.Drafts;
using Storyprint.Stories.Drafts.Changes;
using Storyprint.Stories.Drafts.Wire;

namespace Storyprint.NewsroomPages.Drafts.Editing;

/// <summary>What an editor sends (docs/drafts.md): its own name, the request's, the state it began with, and the changes.</summary>
/// <param name="Block">The block with the caret; null where the editor does not say.</param>
internal sealed record DraftMessage(string Editor, DraftSubmission Submission, string? Block)
{
    /// <summary>A whole state may come with the changes.</summary>
    public const int MaxBytes = (2 * DraftLimits.Bytes) + 4096;

    private static readonly JsonDocumentOptions Reading = new() { MaxDepth = 48, AllowDuplicateProperties = false };

    /// <returns>The message; null with what is wrong.</returns>
    public static DraftMessage? Read(ReadOnlyMemory<byte> body, out DraftProblem? problem)
    {
        try
        {
            using var document = JsonDocument.Parse(body, Reading);
            return Read(document.RootElement, out problem);
        }
        catch (Exception wrong) when (wrong is JsonException or InvalidOperationException)
        {
            problem = new DraftProblem("", $"It is not the message of an editor: {wrong.Message}");
            return null;
        }
    }

    private static DraftMessage? Read(JsonElement root, out DraftProblem? problem)
    {
        problem = root.ValueKind != JsonValueKind.Object ? new DraftProblem("", "There must be an object.")
            : root.EnumerateObject().Select(property => property.Name).FirstOrDefault(name => name is not ("editor" or "request" or "version" or "branch" or "base" or "change" or "block")) is { } unknown
                ? new DraftProblem($"/{unknown}", "There is no such property.")
            : Id(root, "editor") is null ? new DraftProblem("/editor", "There must be the editor's name, of 1 to 24 letters and digits.")
            : Id(root, "request") is null ? new DraftProblem("/request", "There must be the request's name, of 1 to 24 letters and digits.")
            : !root.TryGetProperty("change", out _) ? new DraftProblem("/change", "There must be the changes.")
            : null;
        if (problem is not null || BaseOf(root, out problem) is not { } from)
        {
            return null;
        }

        if (!DraftJson.TryRead(Bytes(root.GetProperty("change")), out DraftChange? change, out problem))
        {
            return null;
        }

        problem = null;
        return new DraftMessage(Id(root, "editor")!, new DraftSubmission { Request = Id(root, "request")!, Base = from, Change = change }, Id(root, "block"));
    }

    private static DraftBase? BaseOf(JsonElement root, out DraftProblem? problem)
    {
        problem = null;
        if (root.TryGetProperty("base", out var whole))
        {
            return DraftJson.TryRead(Bytes(whole), out StoryDraft? draft, out problem) ? new DraftBase.Whole(draft) : null;
        }

        if (!root.TryGetProperty("version", out var named) || named.ValueKind != JsonValueKind.Number || !named.TryGetInt64(out var version))
        {
            problem = new DraftProblem("/version", "There must be the version that the changes were made from.");
            return null;
        }

        return root.TryGetProperty("branch", out var branch) && branch.ValueKind == JsonValueKind.True ? new DraftBase.Branch(version) : new DraftBase.Version(version);
    }

    private static string? Id(JsonElement root, string name) =>
        root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && BlockId.TryParse(value.GetString(), out var id) ? id.Value : null;

    private static byte[] Bytes(JsonElement element) => Encoding.UTF8.GetBytes(element.GetRawText());
}
