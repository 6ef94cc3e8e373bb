using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Storyprint.Checking;
using Storyprint.Extraction;
using Storyprint.Web.Limits;

namespace Storyprint.Web.Copies;

/// <summary>
/// Reads the file of a request before it takes its turn among those that are compared: from a form, or as the body. Forms stay in memory: nothing that was sent gets
/// onto a disk of ours.
/// </summary>
internal static class CopyFileReading
{
    /// <summary>Of a request with a file: the file, a text beside it and what a form writes around both.</summary>
    public const int MaxBody = ExtractionLimits.MaxBytes + (4 * CopyInput.MaxBytes);

    /// <summary>Says that these addresses take a file.</summary>
    public static TBuilder TakesFile<TBuilder>(this TBuilder endpoints)
        where TBuilder : IEndpointConventionBuilder => endpoints.WithMetadata(new TakesFileMetadata());

    public static async Task InvokeAsync(HttpContext context, FileExtractor extractor, RequestDelegate next)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<TakesFileMetadata>() is not null && !BufferedBody.IsTooLong(context) && await FileAsync(context) is { } file)
        {
            context.Features.Set(new CopyFile(file.Length > ExtractionLimits.MaxBytes
                ? new ExtractionOutcome.Refused(ExtractionRefusal.TooLarge)
                : await extractor.ReadAsync(file, context.RequestAborted)));
        }

        await next(context);
    }

    /// <summary>The form of a request; null where it has none, or one that nobody can read.</summary>
    public static async Task<IFormCollection?> FormAsync(HttpContext context)
    {
        if (!context.Request.HasFormContentType)
        {
            return null;
        }

        try
        {
            if (context.Features.Get<IFormFeature>() is not FormFeature)
            {
                context.Features.Set<IFormFeature>(new FormFeature(context.Request, Options));
            }

            return await context.Request.ReadFormAsync(context.RequestAborted);
        }
        catch (InvalidDataException)
        {
            // Parts without an end, too many fields: no browser sends that.
            return null;
        }
    }

    private static readonly FormOptions Options = new()
    {
        BufferBody = false,
        MemoryBufferThreshold = MaxBody,
        MultipartBodyLengthLimit = MaxBody,
        ValueLengthLimit = 4 * CopyInput.MaxBytes,
        KeyLengthLimit = 200,
        ValueCountLimit = 16,
    };

    private static async Task<ReadOnlyMemory<byte>?> FileAsync(HttpContext context)
    {
        if (context.Request.HasFormContentType)
        {
            return await FormAsync(context) is { } form && form.Files.FirstOrDefault(file => file.Length > 0) is { } sent ? await BytesAsync(sent.OpenReadStream(), context) : null;
        }

        // What is no text is a file by its bytes, whatever it is said to be.
        return CheckCopyApi.IsText(context.Request) || !context.Request.Path.StartsWithSegments("/api") ? null : await BytesAsync(context.Request.Body, context);
    }

    private static async Task<ReadOnlyMemory<byte>?> BytesAsync(Stream stream, HttpContext context)
    {
        var bytes = new MemoryStream();
        await stream.CopyToAsync(bytes, context.RequestAborted);
        return bytes.GetBuffer().AsMemory(0, (int)bytes.Length);
    }

    private sealed class TakesFileMetadata;
}
