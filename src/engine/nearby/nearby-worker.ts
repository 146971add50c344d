import { expose } from 'comlink';
import { Nearby } from './nearby.ts';

/** What is said to the worker before the page's code is there: which region will be opened. */
export interface Begin {
  begin: Parameters<Nearby['begin']>;
}

const nearby = new Nearby();
addEventListener('message', ({ data }: MessageEvent<Partial<Begin> | null>) => {
  if (data?.begin) nearby.begin(...data.begin);
});
expose(nearby);
