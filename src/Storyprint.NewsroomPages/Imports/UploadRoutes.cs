using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Storyprint.NewsroomPages.Hosting;
using Storyprint.NewsroomPages.Requests;
using Storyprint.Operations.Imports;

namespace Storyprint.NewsroomPages.Imports;

/// <summary>Files that come in pieces: whoever brings them asks what is there, and goes on behind it.</summary>
internal static class UploadRoutes
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Access.Administrators, "/import/{id}/state", request => ImportRoutes.WithJobAsync(request, job => StateAsync(request, job)));
        routes.MapPost(Access.Administrators, "/import/{id}/files/{file}/{offset}", TakeAsync);
    }

    private static async Task<IResult> StateAsync(NewsroomRequest request, ImportJob job)
    {
        var (jobs, files) = (ImportRoutes.Runs(request).Jobs, new List<UploadedPart>());
        foreach (var file in job.Files)
        {
            files.Add(new UploadedPart(file.Name, file.Size, jobs.Received(job, file), await jobs.TailAsync(job, file, request.Cancellation)));
        }

        return Results.Json(new UploadState(job is { State: ImportState.Uploading, AreFilesGone: false }, files), NewsroomJson.Default.UploadState);
    }

    private static async Task<IResult> TakeAsync(NewsroomRequest request)
    {
        if (!int.TryParse(request.Route("file"), NumberStyles.None, CultureInfo.InvariantCulture, out var file)
            || !long.TryParse(request.Route("offset"), NumberStyles.None, CultureInfo.InvariantCulture, out var offset) || await ReadAsync(request) is not { } piece)
        {
            return Results.StatusCode(StatusCodes.Status400BadRequest);
        }

        var digest = request.Context.Request.Headers["X-Piece-Digest"].ToString();
        return await ImportRoutes.Runs(request).Jobs.AppendAsync(request.Route("id"), file, offset, piece, digest, request.Cancellation) switch
        {
            PieceOutcome.Kept(var received) => Received(received, StatusCodes.Status200OK),
            PieceOutcome.OutOfOrder(var received) => Received(received, StatusCodes.Status409Conflict),
            PieceOutcome.Damaged(var received) => Received(received, StatusCodes.Status422UnprocessableEntity),
            PieceOutcome.NoRoom => Results.StatusCode(StatusCodes.Status507InsufficientStorage),
            _ => Results.StatusCode(StatusCodes.Status404NotFound),
        };
    }

    private static IResult Received(long received, int status) =>
        Results.Text(received.ToString(CultureInfo.InvariantCulture), "text/plain", statusCode: status);

    // Whole, before any of it is written; null for more than a piece.
    private static async Task<byte[]?> ReadAsync(NewsroomRequest request)
    {
        if (request.Context.Request.ContentLength is not (> 0 and <= ImportJobs.PieceSize) || request.Context.Request.HasFormContentType)
        {
            return null;
        }

        var piece = new byte[request.Context.Request.ContentLength.Value];
        try
        {
            await request.Context.Request.Body.ReadExactlyAsync(piece, request.Cancellation);
            return piece;
        }
        catch (EndOfStreamException)
        {
            return null;
        }
    }
}
