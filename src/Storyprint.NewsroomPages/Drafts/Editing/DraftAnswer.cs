using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Storyprint.NewsroomPages.Requests;
using Storyprint.Storage.Drafts.Journal;
using Storyprint.Stories.Drafts;
using Storyprint.Stories.Drafts.Changes;
using Storyprint.Stories.Drafts.Wire;

namespace Storyprint.NewsroomPages.Drafts.Editing;

/// <summary>The answers to an editor, as JSON (docs/drafts.md).</summary>
internal static class DraftAnswer
{
    private static readonly JsonWriterOptions Writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The whole draft, with what the editor needs to send.</summary>
    public static IResult Whole(NewsroomRequest request, DraftState state) => Json(StatusCodes.Status200OK, writer =>
    {
        writer.WriteNumber("version", state.Version);
        WriteRaw(writer, "draft", DraftJson.Write(state.Draft));
        WriteWho(writer, request);
    });

    /// <summary>What changed since a version.</summary>
    public static IResult Since(NewsroomRequest request, DraftState state, DraftChange change) => Json(StatusCodes.Status200OK, writer =>
    {
        writer.WriteNumber("version", state.Version);
        WriteChange(writer, change);
        WriteWho(writer, request);
    });

    /// <summary>The draft that a proposal stands beside.</summary>
    /// <param name="known">The draft as the editor has it already; null for none, which gets the whole.</param>
    public static IResult Beside(ProposalBeside beside, StoryDraft? known) => Json(StatusCodes.Status200OK, writer =>
    {
        writer.WriteNumber("version", beside.Draft.Version);
        writer.WriteNumber("proposal", beside.Text.Version);
        if (known is null)
        {
            WriteRaw(writer, "draft", DraftJson.Write(beside.Draft.Draft));
        }
        else
        {
            WriteChange(writer, DraftDiff.Between(known, beside.Draft.Draft));
        }
    });

    /// <summary>What became of changes.</summary>
    /// <param name="say">The sentence of a key.</param>
    public static IResult Of(DraftOutcome outcome, Func<string, string> say) => outcome switch
    {
        DraftOutcome.Merged merged => Json(StatusCodes.Status200OK, writer =>
        {
            writer.WriteNumber("version", merged.Version);
            WriteChange(writer, merged.Change);
            writer.WriteStartArray("by");
            foreach (var name in merged.By)
            {
                writer.WriteStringValue(name);
            }

            writer.WriteEndArray();
        }),
        DraftOutcome.UnknownBase(var version) => UnknownBase(version),
        DraftOutcome.Refused(var problem) => Refused(problem),
        DraftOutcome.Withdrawn => Problem(StatusCodes.Status410Gone, say("editor.refused.withdrawn")),
        _ => Problem(StatusCodes.Status404NotFound, say("editor.refused.gone")),
    };

    public static IResult UnknownBase(long version) => Json(StatusCodes.Status409Conflict, writer =>
    {
        writer.WriteNumber("version", version);
        writer.WriteString("reason", "unknown-base");
    });

    public static IResult Refused(DraftProblem problem) => Json(StatusCodes.Status400BadRequest, writer =>
    {
        writer.WriteString("problem", problem.Sentence);
        writer.WriteString("where", problem.Where);
    });

    public static IResult Problem(int status, string sentence) => Json(status, writer => writer.WriteString("problem", sentence));

    public static IResult Json(int status, Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>(16 * 1024);
        using (var writer = new Utf8JsonWriter(buffer, Writing))
        {
            writer.WriteStartObject();
            write(writer);
            writer.WriteEndObject();
        }

        return new JsonBytes(status, buffer.WrittenMemory);
    }

    private static void WriteChange(Utf8JsonWriter writer, DraftChange change)
    {
        if (!change.IsEmpty)
        {
            WriteRaw(writer, "change", DraftJson.Write(change));
        }
    }

    // The token belongs to a sign-in: an editor that was open before needs the new one.
    private static void WriteWho(Utf8JsonWriter writer, NewsroomRequest request)
    {
        writer.WriteString("token", request.Service<IAntiforgery>().GetAndStoreTokens(request.Context).RequestToken);
        writer.WriteStartObject("person");
        writer.WriteString("id", request.Person.Id);
        writer.WriteString("name", request.Person.DisplayName);
        writer.WriteEndObject();
    }

    private static void WriteRaw(Utf8JsonWriter writer, string name, byte[] json)
    {
        writer.WritePropertyName(name);
        writer.WriteRawValue(json, skipInputValidation: true);
    }

    private sealed class JsonBytes(int status, ReadOnlyMemory<byte> bytes) : IResult
    {
        public async Task ExecuteAsync(HttpContext context)
        {
            context.Response.StatusCode = status;
            context.Response.ContentType = "application/json; charset=utf-8";
            context.Response.ContentLength = bytes.Length;
            await context.Response.Body.WriteAsync(bytes, context.RequestAborted);
        }
    }
}
