import { expose } from 'comlink';
import { Nearby } from './nearby.ts';

expose(new Nearby());
