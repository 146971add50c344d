import { answerLive, type LiveQuestion } from './live-answer.ts';

// One question in a worker's life: what fails beyond a user's fault is its error.
addEventListener('message', ({ data }: MessageEvent<LiveQuestion>) => {
  answerLive(data).then(postMessage, (error) => reportError(error));
});
