using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Storyprint.Checking;
using Storyprint.Storage.Settings;
using Storyprint.Stories.Codes;
using Storyprint.Web.Limits;
using Storyprint.Web.Serving;

namespace Storyprint.Web.Copies;

/// <summary><c>POST /api/v1/check</c>: the same for programs. It takes JSON, <c>{"text": "…", "code": "1125540"}</c>, or the plain text; refusals are problem details (RFC 9457).</summary>
public sealed class CheckCopyApi(CheckCopy check, CurrentPublication publication)
{
    public async Task<PageResult> RunAsync(HttpContext context, CancellationToken cancellation)
    {
        if (BufferedBody.IsTooLong(context))
        {
            return ProblemResult.Of(StatusCodes.Status413PayloadTooLarge, "The text is too long", $"At most {CopyInput.MaxBytes:N0} bytes of UTF-8 are compared.");
        }

        var type = context.Request.ContentType?.Split(';')[0].Trim().ToLowerInvariant();
        if (type is not ("application/json" or "text/plain"))
        {
            return ProblemResult.Of(StatusCodes.Status415UnsupportedMediaType, "This kind of content is not read", "Send application/json or text/plain, in UTF-8.");
        }

        using var reader = new StreamReader(context.Request.Body, Encoding.UTF8);
        var body = await reader.ReadToEndAsync(cancellation);
        if (!TryRead(type, body, out var request) || string.IsNullOrWhiteSpace(request.Text))
        {
            return ProblemResult.Of(StatusCodes.Status400BadRequest, "There is no text", "The body is {\"text\": \"…\"} as JSON, or the text itself as text/plain.");
        }

        if (!CopyInput.TryRead(request.Text, out var input))
        {
            return ProblemResult.Of(StatusCodes.Status413PayloadTooLarge, "The text is too long", $"At most {CopyInput.MaxBytes:N0} bytes of UTF-8 are compared.");
        }

        var answer = await check.RunAsync(input, publication.Value, StoryCodeParseResult.Read(request.Code).AnyCode, cancellation);
        return new PageResult(CopyAnswerDocument.Of(answer, publication.Value.PublicAddress).ToBytes(), "application/json; charset=utf-8") { CacheControl = "no-store" };
    }

    private static bool TryRead(string type, string body, out CheckRequest request)
    {
        request = new CheckRequest(body);
        if (type == "text/plain")
        {
            return true;
        }

        try
        {
            request = JsonSerializer.Deserialize(body, CheckRequestJson.Default.CheckRequest) ?? new CheckRequest();
            return true;
        }
        catch (JsonException)
        {
            // Somebody else's text: what is wrong with it is said by the refusal.
            return false;
        }
    }
}
