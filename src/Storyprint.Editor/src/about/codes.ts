/** What kind of text a story is: Stories/StoryLabel.cs. */
export const labels = ['news', 'analysis', 'opinion', 'review', 'interview', 'sponsored'] as const;

/** How something was made, as IPTC's digitalsourcetype names it: Stories/Body/DigitalSourceType.cs. */
export const madeCodes = [
  'digitalCapture', 'negativeFilm', 'positiveFilm', 'print', 'humanEdits', 'compositeCapture', 'algorithmicallyEnhanced', 'dataDrivenMedia', 'digitalCreation', 'virtualRecording',
  'compositeSynthetic', 'trainedAlgorithmicMedia', 'compositeWithTrainedAlgorithmicMedia', 'algorithmicMedia',
] as const;

/** Those that a text can be. */
export const madeOfTexts = ['humanEdits', 'digitalCreation', 'dataDrivenMedia', 'compositeWithTrainedAlgorithmicMedia', 'trainedAlgorithmicMedia', 'algorithmicMedia'] as const;
