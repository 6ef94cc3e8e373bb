Console.WriteLine("storyprint");
public partial class Program;
