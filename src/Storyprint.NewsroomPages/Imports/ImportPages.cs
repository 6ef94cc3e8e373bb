using System.Globalization;
using Microsoft.AspNetCore.Http;
using Storyprint.Newsroom.Imports;
using Storyprint.NewsroomPages.Frame;
using Storyprint.NewsroomPages.Requests;
using Storyprint.Operations.Imports;

namespace Storyprint.NewsroomPages.Imports;

/// <summary>The page of one import, as it stands now.</summary>
internal static class ImportPages
{
    private const int PageSize = 100;

    public static Task<IResult> JobAsync(NewsroomRequest request, ImportJob job)
    {
        // In this order: one that ends meanwhile is shown as at work, and never as broken off.
        var runs = ImportRoutes.Runs(request);
        var progress = runs.Progress(job.Id);
        job = runs.Jobs.Find(job.Id) ?? job;
        var isElsewhere = progress is null && runs.IsElsewhere(job);
        var search = new ImportSearch(
            Enum.TryParse<ImportOutcome>(request.Query("outcome"), out var outcome) && Enum.IsDefined(outcome) ? outcome : null, request.Query("text") is { Length: <= 200 } text ? text : string.Empty,
            int.TryParse(request.Query("page"), NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? Math.Clamp(page, 1, 100_000) : 1);
        var (items, hasMore) = new ImportReportFile(runs.Jobs.FolderOf(job.Id)).Find(search.Outcome, search.Text, (search.Page - 1) * PageSize, PageSize);
        return request.PageAsync<ImportJobPage>(
            (nameof(ImportJobPage.Job), job), (nameof(ImportJobPage.Progress), progress), (nameof(ImportJobPage.IsElsewhere), isElsewhere), (nameof(ImportJobPage.Received), (IReadOnlyList<long>)[.. job.Files.Select(file => runs.Jobs.Received(job, file))]),
            (nameof(ImportJobPage.Items), items), (nameof(ImportJobPage.HasMore), hasMore), (nameof(ImportJobPage.Search), search));
    }

    /// <summary>What goes on, in the page's words.</summary>
    public static string Words(NewsroomContext room, ImportJob job, ImportProgress progress) => progress.IsWaiting ? room.T("import.waits")
        : room.T(job.State == ImportState.Checking ? "import.checking" : "import.importing", room.Dates.Number((long)(progress.Read * 100)), room.Dates.Number(progress.Items));
}

/// <summary>What is looked for in a report.</summary>
/// <param name="Page">From 1.</param>
public sealed record ImportSearch(ImportOutcome? Outcome, string Text, int Page);
