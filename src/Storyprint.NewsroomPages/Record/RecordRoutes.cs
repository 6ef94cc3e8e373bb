using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Storyprint.NewsroomPages.Hosting;
using Storyprint.NewsroomPages.Requests;
using Storyprint.NewsroomPages.Settings;
using Storyprint.Storage.Audit;
using Storyprint.Stories.Workflow;

namespace Storyprint.NewsroomPages.Record;

/// <summary>The record of acts: to search, and to take away as CSV or JSON.</summary>
internal static class RecordRoutes
{
    private const int PageSize = 100;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Access.Holding(Grant.Record), "/record", ShowAsync);
        routes.MapPost(Access.Holding(Grant.Record).Confirmed, "/record/export", ExportAsync);
    }

    private static async Task<IResult> ShowAsync(NewsroomRequest request)
    {
        var search = Read(request, request.Query);
        var entries = await request.Service<AuditStore>().FindAsync(search, long.TryParse(request.Query("before"), CultureInfo.InvariantCulture, out var before) ? before : null, PageSize + 1, request.Cancellation);
        return await request.PageAsync<RecordPage>(
            (nameof(RecordPage.Entries), (IReadOnlyList<AuditEntry>)[.. entries.Take(PageSize).Select(entry => Seen(request, entry))]), (nameof(RecordPage.HasMore), entries.Count > PageSize), (nameof(RecordPage.Search), search),
            (nameof(RecordPage.Head), (await request.Service<AuditStore>().HeadAsync(request.Cancellation)).Digest));
    }

    private static async Task<IResult> ExportAsync(NewsroomRequest request)
    {
        var (search, asJson) = (Read(request, request.Text), request.Text("form") == "json");
        var store = request.Service<AuditStore>();
        await store.AppendAsync(request.By, AuditAct.Exported, "record", after: asJson ? "json" : "csv", cancellation: request.Cancellation);
        var name = $"record-{request.Room.Now:yyyy-MM-dd}.{(asJson ? "json" : "csv")}";
        var found = store.AllAsync(search, request.Cancellation).Select(entry => Seen(request, entry));
        return Results.Stream(
            body => asJson ? AuditExport.WriteJsonAsync(body, found) : AuditExport.WriteCsvAsync(body, found),
            asJson ? "application/json" : "text/csv; charset=utf-8", name);
    }

    // Settings of sign-in and mail are for administrators, here as on their own pages.
    private static AuditEntry Seen(NewsroomRequest request, AuditEntry entry) =>
        request.Person.Role != Role.Administrator && entry.Act == AuditAct.SettingChanged.Word && SettingsSheet.IsSensitiveKey(entry.Subject)
            ? entry with { Before = Hidden(entry.Before), After = Hidden(entry.After) } : entry;

    private static string? Hidden(string? value) => value is null ? null : "•••";

    private static AuditSearch Read(NewsroomRequest request, Func<string, string> value) => new()
    {
        Act = value("act") is { Length: > 0 } act ? act : null,
        Actor = value("actor") is { Length: > 0 } actor ? actor : null,
        Text = value("text") is { Length: > 0 and <= 200 } text ? text : null,
        From = Day(request, value("from")),
        To = Day(request, value("to"))?.AddDays(1),
    };

    // A day of the page's edition; browsers send YYYY-MM-DD whatever they show.
    private static DateTimeOffset? Day(NewsroomRequest request, string text) => DateTime.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        ? new DateTimeOffset(day, request.Room.Edition.Zone.GetUtcOffset(day)) : null;
}
