import { openNearby } from '../state/nearby-opening.ts';
import { asksForNearby } from '../state/page-asked.ts';

const app = document.getElementById('app')!;
const { search } = location;
// A resident's phone loads nothing of the planner's page, and the other way round.
if (asksForNearby(search)) {
  const opening = openNearby(search, new URL('tiles/', document.baseURI).href);
  void import('./nearby/show-nearby.ts').then(({ showNearby }) => showNearby(app, opening));
} else void import('./planner/main.ts').then(({ showPlanner }) => showPlanner(app));
