using Storyprint.Verification.Commands;

return await VerifyCommands.RunAsync(args);
