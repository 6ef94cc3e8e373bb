using Storyprint.Mail.Outbox;
using Storyprint.Mail.Smtp;
using Storyprint.NewsroomPages.Mail;
using Storyprint.Operations;
using Storyprint.People.Keys;
using Storyprint.Web.Rendering;

namespace Storyprint.Serving;

/// <summary>Makes the rounds of the newsroom's mail. Runs on every node, and does nothing while the settings name no mail server.</summary>
internal sealed partial class NewsroomMailService(Installation installation, IServiceProvider site, TimeProvider clock, ILogger<NewsroomMailService> log) : BackgroundService
{
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan WhileUnused = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan AfterTrouble = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan Purge = TimeSpan.FromHours(1);

    private readonly MailOutbox outbox = new(installation.Database, new SecretBox(installation.Keys.Folder), clock);
    private DateTimeOffset purged;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (true)
            {
                await Task.Delay(await StepAsync(stoppingToken), clock, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // What waits is in the database, and the next node sends it.
        }
    }

    private async Task<TimeSpan> StepAsync(CancellationToken stopping)
    {
        if (installation.Current.Newest.Mail is not { Server.Length: > 0 })
        {
            return WhileUnused;
        }

        try
        {
            // Nothing of it is made at start.
            var round = new NewsroomMailRound(installation.Database, outbox, site.GetRequiredService<PageRenderer>(), clock);
            foreach (var (recipient, fault, isDead) in await round.RunAsync(installation.Current.Newest, Environment.GetEnvironmentVariable(SmtpServerSettings.PasswordVariable), stopping))
            {
                if (isDead)
                {
                    LogGivenUp(log, recipient, fault.Detail);
                }
                else
                {
                    LogLater(log, recipient, fault.Detail);
                }
            }

            if (clock.GetUtcNow() - purged > Purge)
            {
                await outbox.PurgeAsync(stopping);
                purged = clock.GetUtcNow();
            }

            return Between;
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            // Readers are served all the same, and nothing that waits is lost.
            LogFault(log, fault.Message);
            return AfterTrouble;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A mail to {Recipient} was not taken and is tried again: {Reason}")]
    private static partial void LogLater(ILogger logger, string recipient, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "A mail to {Recipient} was given up: {Reason}. It stands on the newsroom's page of mail")]
    private static partial void LogGivenUp(ILogger logger, string recipient, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "The newsroom's mail could not be looked after: {Reason}")]
    private static partial void LogFault(ILogger logger, string reason);
}
