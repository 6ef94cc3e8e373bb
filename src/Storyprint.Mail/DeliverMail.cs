using Storyprint.Mail.Outbox;
using Storyprint.Mail.Smtp;
using Storyprint.People.Notices;

namespace Storyprint.Mail;

/// <summary>Sends the mails of the outbox that are due, one after the other.</summary>
public sealed class DeliverMail(MailOutbox outbox, TimeProvider clock)
{
    // A mail server that cannot be reached fails for all of them: the rest waits for the next round. A refused recipient says nothing of the others.
    private const int MaxFaults = 3;

    /// <returns>How many were sent, and what went wrong.</returns>
    public async Task<(int Sent, IReadOnlyList<(string Recipient, SmtpFault Fault, bool IsDead)> Faults)> RunAsync(SmtpServerSettings server, CancellationToken cancellation = default)
    {
        var (sent, faults) = (0, new List<(string Recipient, SmtpFault Fault, bool IsDead)>());
        while (faults.Count(each => !each.Fault.IsFinal) < MaxFaults && await outbox.ClaimAsync(cancellation) is { } claimed)
        {
            var mail = claimed.Mail;
            if (await SmtpTransport.SendAsync(server, mail, claimed.Id, cancellation) is not { } fault)
            {
                // The server has it: not to say so would send it again.
                await outbox.SentAsync(claimed.Id, CancellationToken.None);
                sent++;
                continue;
            }

            var isDead = await outbox.FailedAsync(
                claimed.Id, claimed.Attempts, fault.Stored, fault.IsFinal, transaction => NoticeTrail.AppendAsync(transaction, clock, NoticeKind.MailFailed, detail: mail.Recipient, cancellation: CancellationToken.None),
                CancellationToken.None);
            faults.Add((mail.Recipient, fault, isDead));
        }

        return (sent, faults);
    }
}
