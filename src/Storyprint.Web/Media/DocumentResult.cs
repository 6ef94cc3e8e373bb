using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using Storyprint.Storage.Pictures;

namespace Storyprint.Web.Media;

/// <summary>A document or a sound under its own name. What somebody else wrote is never a page of ours: it has its stored type, and may load and run nothing.</summary>
internal static class DocumentResult
{
    // Viewers of browsers draw a PDF with styles of their own.
    private const string Policy = "default-src 'none'; style-src 'unsafe-inline'; object-src 'self'; media-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'";

    public static async Task<IResult> FindAsync(HttpContext context, string hash, string name, DocumentStore documents, RenditionStore renditions)
    {
        if (hash.Length != 64 || !hash.All(char.IsAsciiHexDigitLower) || await documents.FindAsync(hash, context.RequestAborted) is not { } document || document.Name != name)
        {
            return await MediaRoutes.MissingAsync(context, hash, renditions);
        }

        Stream? content;
        try
        {
            content = await documents.OpenAsync(hash, context.RequestAborted);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return MediaUnavailable.Of(context, hash, fault);
        }

        return content is null ? MediaUnavailable.Of(context, hash) : await SendAsync(context, document.Name, document.Kind, content);
    }

    private static async Task<IResult> SendAsync(HttpContext context, string name, FileKind kind, Stream content)
    {
        var headers = context.Response.Headers;
        headers.CacheControl = MediaRoutes.ForEver;
        headers.ContentSecurityPolicy = Policy;
        var disposition = new ContentDispositionHeaderValue(kind.IsShown ? "inline" : "attachment");
        disposition.SetHttpFileName(name);
        headers.ContentDisposition = disposition.ToString();
        if (content is FileStream file)
        {
            // By its name, so that many slow clients do not hold it in memory; players ask for parts of a sound.
            await file.DisposeAsync();
            return TypedResults.PhysicalFile(file.Name, kind.MediaType, enableRangeProcessing: true);
        }

        return TypedResults.Stream(content, kind.MediaType, enableRangeProcessing: content.CanSeek);
    }
}
