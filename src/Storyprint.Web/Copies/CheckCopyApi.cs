using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Storyprint.Checking;
using Storyprint.Extraction;
using Storyprint.Storage.Settings;
using Storyprint.Stories.Codes;
using Storyprint.Web.Limits;
using Storyprint.Web.Serving;

namespace Storyprint.Web.Copies;

/// <summary>
/// <c>POST /api/v1/check</c>: the same for programs. It takes JSON, <c>{"text": "…", "code": "1125540"}</c>, the plain text, or a file, as the body or in a form;
/// refusals are problem details (RFC 9457).
/// </summary>
public sealed class CheckCopyApi(CheckCopy check, CurrentPublication publication)
{
    private const string Json = "application/json";
    private const string Plain = "text/plain";

    /// <summary>Whether the body is said to be a text, not a file.</summary>
    internal static bool IsText(HttpRequest request) => TypeOf(request) is Json or Plain;

    public async Task<PageResult> RunAsync(HttpContext context, CancellationToken cancellation)
    {
        if (BufferedBody.IsTooLong(context))
        {
            return IsText(context.Request) ? TooLong : Refused(context, ExtractionRefusal.TooLarge);
        }

        return context.Features.Get<CopyFile>() switch
        {
            { Outcome: ExtractionOutcome.Refused refused } => Refused(context, refused.Reason),
            { Outcome: ExtractionOutcome.Extracted read } => await AnswerAsync(CopyInput.Of(read.Content), await CodeAsync(context), cancellation),
            _ => await TextAsync(context, cancellation),
        };
    }

    private async Task<PageResult> TextAsync(HttpContext context, CancellationToken cancellation)
    {
        CheckRequest? request;
        if (context.Request.HasFormContentType)
        {
            request = await CopyFileReading.FormAsync(context) is { } form ? new CheckRequest(form["text"], form["code"]) : null;
        }
        else
        {
            using var reader = new StreamReader(context.Request.Body, Encoding.UTF8);
            request = Read(TypeOf(context.Request), await reader.ReadToEndAsync(cancellation));
        }

        if (string.IsNullOrWhiteSpace(request?.Text))
        {
            return ProblemResult.Of(StatusCodes.Status400BadRequest, "There is no text", "The body is {\"text\": \"…\"} as JSON, the text itself as text/plain, or a file.");
        }

        return CopyInput.TryRead(request.Text, out var input) ? await AnswerAsync(input, request.Code, cancellation) : TooLong;
    }

    private async Task<PageResult> AnswerAsync(CopyInput input, string? code, CancellationToken cancellation)
    {
        var answer = await check.RunAsync(input, publication.Value, StoryCodeParseResult.Read(code).AnyCode, cancellation);
        return new PageResult(CopyAnswerDocument.Of(answer, publication.Value.PublicAddress).ToBytes(), "application/json; charset=utf-8") { CacheControl = "no-store" };
    }

    private static PageResult TooLong =>
        ProblemResult.Of(StatusCodes.Status413PayloadTooLarge, "The text is too long", $"At most {CopyInput.MaxBytes:N0} bytes of UTF-8 are compared.");

    private static PageResult Refused(HttpContext context, ExtractionRefusal reason)
    {
        if (FileRefusal.RetryAfter(reason) is { } seconds)
        {
            context.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        }

        return ProblemResult.Of(FileRefusal.Status(reason), "The file cannot be compared", ExtractionRefusals.Sentence(reason));
    }

    // In a form, or in the address of a file that is the body.
    private static async Task<string?> CodeAsync(HttpContext context) => await CopyFileReading.FormAsync(context) is { } form ? form["code"] : context.Request.Query["code"];

    private static string? TypeOf(HttpRequest request) => request.ContentType?.Split(';')[0].Trim().ToLowerInvariant();

    private static CheckRequest? Read(string? type, string body)
    {
        if (type == Plain)
        {
            return new CheckRequest(body);
        }

        try
        {
            return JsonSerializer.Deserialize(body, CheckRequestJson.Default.CheckRequest);
        }
        catch (JsonException)
        {
            // Somebody else's text: what is wrong with it is said by the refusal.
            return null;
        }
    }
}
